"""The index follows the rows, and a migrate puts back what a table remake dropped."""

import pytest
from django.db import connection

from policies.loading.passages import LONGEST, OVERLAP, index_missing, lines, write_passages
from policies.models import Document, Passage
from policies.models.search_index import INDEX, create_search_index, search_index_stands
from policies.search.matching import matching
from policies.search.query import parse
from tests.factories import make_document


def hits(query: str) -> int:
    return Passage.objects.filter(matching(parse(query).phrases)).count()


@pytest.fixture
def document(db: None) -> Document:
    document = make_document(text="一、主要任务\n支持企业实施技术改造。\n\n　　鼓励采用ERP系统。")
    write_passages(document)
    return document


def test_lines_become_passages(document: Document) -> None:
    passages = Passage.objects.order_by("start")
    quotes = [document.text[passage.start : passage.end] for passage in passages]
    assert quotes == ["一、主要任务", "支持企业实施技术改造。", "鼓励采用ERP系统。"]
    assert (hits("术改"), hits("erp"), hits("er"), hits("任务支持")) == (1, 1, 0, 0)


def test_what_is_rewritten_or_deleted_is_found_no_more(document: Document) -> None:
    document.text = "一、主要任务\n淘汰落后产能。"
    write_passages(document)
    assert (hits("技术改造"), hits("落后产能")) == (0, 1)
    document.delete()
    assert hits("落后产能") == 0


def test_a_dropped_trigger_comes_back_and_the_index_is_filled(document: Document) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL generates its column")
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {INDEX}_insert")
    assert not search_index_stands()
    other = make_document(text="一、主要任务\n提高装备水平。")
    write_passages(other)
    assert hits("装备水平") == 0
    create_search_index()
    assert search_index_stands()
    assert (hits("装备水平"), hits("技术改造")) == (1, 1)


def test_making_the_index_again_changes_nothing(document: Document) -> None:
    create_search_index()
    assert (search_index_stands(), hits("技术改造")) == (True, 1)


def test_documents_without_passages_are_indexed_after_a_migrate(document: Document) -> None:
    make_document(text="一、主要任务\n提高装备水平。")
    before = list(document.passages.values_list("pk", flat=True))
    index_missing()
    assert hits("装备水平") == 1
    assert list(document.passages.values_list("pk", flat=True)) == before


def test_long_lines_are_cut_into_pieces_that_overlap() -> None:
    spans = list(lines("改" * (2 * LONGEST)))
    assert spans[0] == (0, LONGEST)
    assert all(
        later[0] == earlier[1] - OVERLAP for earlier, later in zip(spans, spans[1:], strict=False)
    )
    assert spans[-1][1] == 2 * LONGEST


@pytest.mark.parametrize("text", ["", "\n\n", "　\r\n \t", "\n一\r\n二\u2028三\n"])
def test_lines_hold_no_space_around(text: str) -> None:
    found = [text[start:end] for start, end in lines(text)]
    assert found == [line.strip() for line in text.splitlines() if line.strip()]
