"""Topics, headings, places, profiles, sector pages: the small things a comparison stands on."""

import pytest

from policies.comparison import DIMENSIONS
from policies.comparison.digest import digest
from policies.comparison.headings import subject_of
from policies.comparison.places import place_of
from policies.comparison.profile import profile_of
from policies.comparison.sector_page import sector_page
from policies.comparison.topics import topics
from policies.extraction.vocabulary import load_vocabulary
from policies.filters import select
from policies.models import Document
from policies.views.compare.address import FACET_LISTS


@pytest.mark.django_db
def test_topics_ask_for_what_exists() -> None:
    from django.http import QueryDict

    assert len({topic.name for topic in topics()}) == len(topics()) == 10
    for topic in topics():
        assert topic.dimension in DIMENSIONS
        params = QueryDict(topic.query)
        assert not select(FACET_LISTS[topic.dimension], params, also_known=("row",)).ignored


def test_codes_of_tools_instruments_and_themes_are_unique() -> None:
    """Rows of the measures dimension are keyed by the bare code."""
    vocabulary = load_vocabulary()
    codes = [t.code for t in (*vocabulary.tools, *vocabulary.instruments, *vocabulary.themes)]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    ("part", "heading", "subject"),
    [
        ("safeguards", "落实税收优惠政策", "instrument:tax"),
        ("sectors", "钢铁行业", "sector:steel"),
        ("targets", "主要目标", "主要目标"),  # no usual subjects in that part
        ("safeguards", "其他事项", "其他事项"),
    ],
)
def test_usual_headings(part: str, heading: str, subject: str) -> None:
    assert subject_of(part, heading) == subject


@pytest.mark.parametrize(
    ("steps", "place"),
    [
        ([("五、", "保障措施"), ("（七）", "用地"), (None, None)], "五、（七）"),
        ([("二、", "重点行业"), ("", "化工"), (None, None)], "二、“化工”"),
        ([(None, None), (None, None), (None, None)], "首部"),
    ],
)
def test_places(steps: list, place: str) -> None:
    assert place_of(word for step in steps for word in step) == place


@pytest.fixture
def documents(portal: None) -> list[Document]:
    return list(Document.objects.published().in_column_order())


@pytest.mark.django_db
def test_a_profile_splits_what_a_province_states(documents: list[Document]) -> None:
    for section in profile_of("yunnan", documents).sections:
        own, shared, missing = section.alone, section.shared, section.missing
        keys = [line.row.key for line in (*own, *shared, *missing)]
        assert len(keys) == len(set(keys))
        assert not any(line.others for line in own)
        assert all(len(line.others) > 1 and "云南" not in line.others for line in missing)


@pytest.mark.django_db
def test_a_sector_page_gathers_every_record_of_the_cell(documents: list[Document]) -> None:
    page = sector_page("steel", documents)
    for statement in page.statements:
        parts = (statement.passages, statement.aims, statement.measures, statement.mentions)
        assert sum(map(len, parts)) == len(statement.cell.records)
    assert sector_page("lithium_salts", documents[:1]).statements == ()


@pytest.mark.django_db
def test_the_digest_has_a_cell_for_every_column(documents: list[Document]) -> None:
    found = digest(documents)
    for section in found.sections:
        for point in section.points:
            assert tuple(column for column, _ in point.cells) == found.columns
            assert all(words for _, words in point.cells)
