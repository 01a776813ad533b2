"""Cross-tabs: every square counts exactly the records its link selects."""

import random
from itertools import permutations

import pytest
from django.http import QueryDict

from policies.filters import LISTS, select
from policies.filters import crosstab as crosstabs
from policies.filters.crosstab import BY_COUNT, BY_COVERAGE, crosstab
from policies.models import Record

from .test_selection import matching, query_of, random_choices


@pytest.mark.parametrize("name", ["targets", "measures", "tax_policies", "sectors"])
def test_a_square_counts_what_its_link_selects(name: str, corpus: dict) -> None:
    chance = random.Random(name)
    facets = LISTS[name].facets
    for rows, columns in chance.sample(list(permutations(facets, 2)), 8):
        chosen = random_choices(corpus[name], [facet.name for facet in facets], chance)
        selection = select(name, query_of(chosen))
        for row in crosstab(selection, rows, columns, BY_COVERAGE).rows:
            for square in row.squares:
                linked = {key: square.query.get(key) for key, _ in square.query.pairs}
                found = matching(corpus[name], linked)
                assert square.count == len(found), linked
                assert linked.get(rows.name) == (row.code,)
                firm = any(is_firm(record["ref"]) for record in found)
                assert (square.level == "specific") == firm, linked


def is_firm(ref: str) -> bool:
    """As the record itself says."""
    record = Record.objects.get(ref=ref)
    said = record.effective
    return record.kind == "target" or bool(said.get("specific") or said.get("parameters"))


def test_squares_are_coloured_by_coverage_or_by_count(corpus: dict) -> None:
    selection = select("measures", QueryDict())
    province, specific = (LISTS["measures"].facet(name) for name in ("province", "specific"))
    by_coverage = crosstab(selection, province, specific, BY_COVERAGE)
    assert [code for code, _ in by_coverage.columns] == ["yes", "no"]
    assert {(row.squares[0].step, row.squares[1].step) for row in by_coverage.rows} == {(3, 1)}
    by_count = crosstab(selection, province, specific, BY_COUNT)
    for row in by_count.rows:
        for square in row.squares:
            assert square.step == sum(square.count >= step for step in (1, 3, 10, 30))


def test_two_queries_the_records_and_their_answers(
    corpus: dict, django_assert_num_queries: object
) -> None:
    selection = select("measures", QueryDict("theme=green"))
    sector, tool = (LISTS["measures"].facet(name) for name in ("sector", "tool"))
    with django_assert_num_queries(2):
        assert crosstab(selection, sector, tool, BY_COVERAGE).rows


def test_what_does_not_fit_is_cut_and_said(corpus: dict, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crosstabs, "MOST_ROWS", 2)
    monkeypatch.setattr(crosstabs, "MOST_COLUMNS", 1)
    province, theme = (LISTS["measures"].facet(name) for name in ("province", "theme"))
    table = crosstab(select("measures", QueryDict()), province, theme, BY_COUNT)
    assert (len(table.rows), len(table.columns), table.cut) == (2, 1, True)
    assert {len(row.squares) for row in table.rows} == {1}
