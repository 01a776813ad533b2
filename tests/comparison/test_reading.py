"""Facts as values: the shape of every other page, at a constant price."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from policies.comparison import DIMENSIONS, compare
from policies.comparison.reading import as_json, read_facts
from policies.comparison.terms import sector_names
from policies.models import Document, Kind, Record, facts

KINDS = tuple(kind for kind in Kind.values if kind != Kind.CITATION)


def published() -> list[Document]:
    return list(Document.objects.published().in_column_order())


@pytest.mark.django_db
def test_facts_have_the_shape_of_every_other_page(portal: None) -> None:
    names = {code: term.name for code, term in sector_names().items()}
    found = {fact["ref"]: as_json(fact, names) for fact in read_facts(published(), KINDS)}
    records = Record.objects.public().of_kind(*KINDS).with_facts()
    assert len(found) == records.count() > 500
    for record in records:
        answer = found[record.ref]
        assert answer.pop("place")
        assert answer == facts(record)


@pytest.mark.django_db
def test_every_fact_is_a_quotation(portal: None) -> None:
    texts = {document.slug: document.text for document in published()}
    for dimension in DIMENSIONS:
        for row in compare(dimension, published()).rows:
            for cell in row.cells:
                for fact in cell.records:
                    assert texts[fact["document"]][fact["start"] : fact["end"]] == fact["quote"]


@pytest.mark.django_db
@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_queries_do_not_grow_with_the_data(portal: None, dimension: str) -> None:
    counts = []
    for documents in (published()[:1], published()):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            compare(dimension, documents)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 4
