"""A row is one line, unless a cell is a piece of page."""

import pytest

from policies.sources.tables import row_lines


@pytest.mark.parametrize(
    ("cells", "lines"),
    [
        ([["指标"], ["值"]], ["指标\t值"]),
        ([["指标"], [], ["值"]], ["指标\t\t值"]),
        ([["指标"], ["", "  "]], ["指标"]),
        ([["甲", "乙"], ["丙"]], ["甲", "乙", "丙"]),
        ([[], []], []),
        ([], []),
    ],
)
def test_row(cells, lines):
    assert row_lines(cells) == lines
