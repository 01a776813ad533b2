"""Sectors: how a document covers a sector and its branches."""

import pytest

from policies.comparison import compare
from policies.models import Document, Kind
from tests.factories import make_document

from .makers import say

pytestmark = pytest.mark.django_db


def label_of(document: Document, sector: str) -> str:
    rows = {row.key: row for row in compare("sectors", [document]).rows}
    return rows[sector].cells[0].label if sector in rows else "—"


@pytest.fixture
def document() -> Document:
    return make_document("yunnan", "yunnan", text="钢铁行业。" * 40)


def link(sector: str, relation: str = "subject", via: str = "word") -> dict:
    return {"sector": sector, "relation": relation, "via": via}


def test_a_passage_of_its_own(document: Document) -> None:
    say(document, Kind.SECTOR_DIRECTION)
    say(document, Kind.SECTOR_MENTION)
    assert label_of(document, "steel") == "专节"


def test_a_parent_is_covered_in_the_passages_of_its_branches(document: Document) -> None:
    say(document, Kind.SECTOR_DIRECTION)
    assert label_of(document, "metallurgy") == "并入（见钢铁专节）"


def test_a_branch_is_covered_in_the_passage_of_its_parent(document: Document) -> None:
    say(document, Kind.SECTOR_DIRECTION, sector="nonferrous", start=0, quote="有色" * 20)
    say(document, Kind.SECTOR_MENTION, sector="copper", start=5)
    assert label_of(document, "copper") == "并入（见有色金属专节）"


@pytest.mark.parametrize("sector", ["power", "steel"])
def test_a_sector_named_in_another_ones_passage_is_only_mentioned(
    document: Document, sector: str
) -> None:
    """加强建材行业与电力、煤炭、钢铁等行业关联: no passage on 电力."""
    say(document, Kind.SECTOR_DIRECTION, sector="building_materials", start=0, quote="建材" * 20)
    say(document, Kind.SECTOR_MENTION, sector=sector, start=5)
    assert label_of(document, sector) == "仅提及"


def test_a_related_sector_is_not_merged(document: Document) -> None:
    say(document, Kind.SECTOR_DIRECTION, sector="nonferrous", start=0, quote="有色" * 20)
    say(document, Kind.MEASURE, sectors=[link("copper", "related")], start=5, quote="与铜关联")
    assert label_of(document, "copper") == "仅提及"


def test_a_target_counts_more_than_a_mention(document: Document) -> None:
    say(document, Kind.SECTOR_MENTION)
    say(document, Kind.TARGET, sector="steel")
    assert label_of(document, "steel") == "有指标"


def test_a_wider_word_stands_for_its_branches(document: Document) -> None:
    say(document, Kind.SECTOR_MENTION, sector="metallurgy", as_written="冶金", via="broader")
    assert label_of(document, "steel") == "上位词提及（冶金）"
    assert label_of(document, "metallurgy") == "仅提及"
    assert label_of(document, "copper") == "—"  # one step down, no further


def test_an_exact_word_does_not_reach_down(document: Document) -> None:
    say(document, Kind.SECTOR_MENTION, sector="metallurgy", as_written="冶金")
    assert label_of(document, "steel") == "—"


def test_same_and_different_ways_of_covering(document: Document) -> None:
    other = make_document("henan", "henan")
    say(document, Kind.SECTOR_DIRECTION)
    say(other, Kind.SECTOR_MENTION)
    row = next(row for row in compare("sectors", [document, other]).rows if row.key == "steel")
    assert (row.agreement, row.differs) == ("different", ("覆盖方式",))
