"""Rankings and their axis."""

import pytest

from policies.comparison import compare
from policies.comparison.charts import axis, charts_of
from policies.comparison.rankings import rankings
from policies.models import Document, Kind
from tests.factories import make_document

from .makers import say


@pytest.fixture
def three(db: None) -> list[Document]:
    return [make_document(p, p) for p in ("shandong", "henan", "yunnan")]


def ranked(documents: list[Document]) -> list[list[tuple[str, int]]]:
    found = rankings(compare("targets", documents))
    return [[(entry.column.label, entry.rank) for entry in each.entries] for each in found]


def test_from_high_to_low_with_shared_ranks(three: list[Document]) -> None:
    for document, value in zip(three, (30, 35, 30), strict=True):
        say(document, Kind.TARGET, value=value)
    assert ranked(three) == [[("河南", 1), ("山东", 2), ("云南", 2)]]


def test_magnitudes_are_put_on_one_scale(three: list[Document]) -> None:
    for document, value, unit in zip(three, (900, 2, 1), ("万元", "亿元", "亿元"), strict=True):
        say(document, Kind.TARGET, value=value, unit=unit)
    found = compare("targets", three)
    assert ranked(three) == [[("河南", 1), ("云南", 2), ("山东", 3)]]
    places = [dot.x for dot in charts_of(found)[0].dots]
    assert places == sorted(places, reverse=True)


def test_other_bases_and_doubtful_numbers_stay_out(three: list[Document]) -> None:
    say(three[0], Kind.TARGET, value=30)
    say(three[1], Kind.TARGET, value=35, due="2013-2017")
    say(three[2], Kind.TARGET, value=15, doubt="damaged_glyph: 疑为1.5%")
    assert ranked(three) == []


def test_two_numbers_of_one_document_are_no_ranking(three: list[Document]) -> None:
    say(three[0], Kind.TARGET, value=30)
    say(three[0], Kind.TARGET, value=35)
    assert ranked(three) == []


@pytest.mark.parametrize(
    ("low", "high"), [(0, 35), (0, 0.55), (0, 5000), (0, 1), (-3, 8), (0, 1e12), (0, 0), (0, 99.5)]
)
def test_axes_hold_the_values(low: float, high: float) -> None:
    ticks = axis(low, high)
    assert ticks[0] <= low and ticks[-1] >= high
    assert 2 <= len(ticks) <= 9
    assert ticks == sorted(set(ticks))
