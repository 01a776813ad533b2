"""Round numbers that name a programme count nothing."""

import pytest

from policies.extraction.quantities.programmes import is_programme
from policies.extraction.quantities.quantities import find_quantities
from policies.extraction.vocabulary.units import load_units

NAMES = [
    ("实施百项技改、千项新品工程。", [True, True]),
    ("开展万家企业上云行动。", [True]),
    ("实施百项重点技改项目。", [False]),
    ("实施100项技改工程。", [False]),  # a figure counts
    ("实施三百项技改工程。", [False]),
    ("实施百项技改，开展专项行动。", [False]),  # another clause
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_programmes(text: str, expected: list[bool]) -> None:
    found = find_quantities(text, 0, len(text), load_units())
    assert [is_programme(text, quantity, len(text)) for quantity in found] == expected
