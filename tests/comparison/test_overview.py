"""Coverage matrix and heat maps: every square counts exactly the rows that it leads to."""

from urllib.parse import parse_qs

import pytest

from policies.comparison import compare
from policies.comparison.overview import overview_of
from policies.models import Document

pytestmark = pytest.mark.django_db


@pytest.fixture
def documents(portal: None) -> list[Document]:
    return list(Document.objects.published().in_column_order())


def test_the_matrix_counts_the_rows_it_leads_to(documents: list[Document]) -> None:
    for row in overview_of(documents).matrix.rows:
        for square in row.squares:
            assert parse_qs(square.query[1:]) == {"doc": [row.document.slug]}
            found = compare(square.dimension, [row.document])
            assert square.count == len(found.rows)


def test_the_maps_say_what_the_comparison_says(documents: list[Document]) -> None:
    overview = overview_of(documents)
    for heat_map in (overview.sectors, overview.tools):
        rows = {row.key: row for row in compare(heat_map.dimension, documents).rows}
        assert {row.key for row in heat_map.rows} == set(rows)
        for row in heat_map.rows:
            for square, cell in zip(row.squares, rows[row.key].cells, strict=True):
                assert square.count == len(cell.records)
                assert (square.level == "none") == (cell.state != "stated")
                if cell.records:
                    assert square.label == cell.label


def test_four_queries(documents: list[Document], django_assert_num_queries: object) -> None:
    with django_assert_num_queries(4):
        overview_of(documents)
