"""compare() on small documents: rows, cells, classes, states."""

import pytest

from policies.comparison import compare
from policies.models import Kind
from tests.factories import make_document

from .makers import say

pytestmark = pytest.mark.django_db


def rows_of(dimension: str, documents: list, **options: object) -> dict:
    return {row.key: row for row in compare(dimension, documents, **options).rows}


@pytest.fixture
def three() -> list:
    return [make_document(p, p) for p in ("shandong", "henan", "yunnan")]


def test_numbers_of_one_basis_that_differ(three: list) -> None:
    for document, value in zip(three, (35, 30, 35), strict=True):
        say(document, Kind.TARGET, value=value)
    row = rows_of("targets", three)["investment_growth"]
    assert (row.coverage, row.agreement, row.class_) == ("all", "different", "differing")
    assert [cell.differs for cell in row.cells] == [(), ("数值",), ()]
    assert row.cells[0].label == "≥ 35 % 年均增长，2011–2015"
