"""Laws of any comparison: nothing blank, counts that add up, subsets that only take away."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policies.comparison import DIMENSIONS, compare
from policies.models import Document, Kind
from tests.factories import make_document

from .makers import say

pytestmark = pytest.mark.django_db
PROVINCES = ("shandong", "henan", "yunnan", "gansu", "xinjiang")
SAID = st.one_of(
    st.tuples(
        st.just(Kind.TARGET),
        st.fixed_dictionaries(
            {
                "value": st.sampled_from([10, 20]),
                "indicators": st.sampled_from([["erp_rate"], ["investment_growth"]]),
                "scope": st.sampled_from([None, "重点企业"]),
            }
        ),
    ),
    st.tuples(st.just(Kind.GOAL), st.just({"indicators": ["erp_rate"]})),
    st.tuples(
        st.just(Kind.TAX_POLICY),
        st.fixed_dictionaries(
            {
                "relief": st.sampled_from(["vat_input_credit", "local_cit_share_relief"]),
                "scope": st.sampled_from(["national", "provincial"]),
            }
        ),
    ),
    st.tuples(
        st.just(Kind.MEASURE),
        st.fixed_dictionaries({"tools": st.sampled_from([[], ["land_quota"], ["delegation"]])}),
    ),
    st.tuples(st.just(Kind.SECTOR_MENTION), st.just({"sector": "copper"})),
)
CORPUS = st.lists(st.lists(SAID, max_size=4), min_size=2, max_size=4)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(CORPUS, st.data())
def test_laws(corpus: list, data: st.DataObject) -> None:
    Document.objects.all().delete()
    documents = [make_document(slug, slug) for slug, _ in zip(PROVINCES, corpus, strict=False)]
    for document, said in zip(documents, corpus, strict=True):
        for kind, fields in said:
            say(document, kind, **fields)
    part = data.draw(st.lists(st.sampled_from(documents), min_size=1, unique=True))
    for dimension in DIMENSIONS:
        whole, some = compare(dimension, documents), compare(dimension, part)
        _nothing_is_blank(whole)
        _counts_add_up(whole)
        _a_subset_only_takes_away(whole, some)


def _nothing_is_blank(comparison: object) -> None:
    for row in comparison.rows:
        assert len(row.cells) == len(comparison.columns)
        for cell in row.cells:
            assert cell.label
            assert bool(cell.records) == (cell.state == "stated")


def _counts_add_up(comparison: object) -> None:
    rows = comparison.rows
    assert sum(tally.count for tally in comparison.tallies) == len(rows)
    assert len({row.key for row in rows}) == len(rows)
    for row in rows:
        assert row.stated >= 1
        assert (row.coverage == "one") == (row.stated == 1) == (row.agreement == "single")
        assert not (row.coverage == "all" and row.missing)


def _a_subset_only_takes_away(whole: object, some: object) -> None:
    """Rows of a subset are rows of the whole with the same cells; agreement is never lost."""
    rows = {row.key: row for row in whole.rows}
    places = {column.document: place for place, column in enumerate(whole.columns)}
    for row in some.rows:
        full = rows[row.key]
        for column, cell in zip(some.columns, row.cells, strict=True):
            assert cell.records == full.cells[places[column.document]].records
        if full.agreement == "same":
            assert row.agreement in {"same", "single"}
