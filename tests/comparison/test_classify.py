"""Coverage and class of a row, as tables and as laws over random rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.comparison.classify import class_of, class_rank, coverage_of

S, A, N, X = "stated", "absent", "not_applicable", "not_extracted"
STATES = st.lists(st.sampled_from([S, A, N, X]), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([A, A], None),  # nobody says it: no row
        ([N, X], None),
        ([S], "one"),  # a single column is alone, even where it is all there is
        ([S, A, A], "one"),
        ([S, S, A], "some"),
        ([S, S, S], "all"),
        ([S, S, N], "all"),  # where it can't apply, it is not missing
        ([S, S, X], "all"),  # what was not extracted says nothing
        ([S, N, X], "one"),
    ],
)
def test_coverage(states: list[str], expected: str | None) -> None:
    assert coverage_of(states) == expected


@pytest.mark.parametrize(
    ("coverage", "agreement", "expected"),
    [
        ("one", "single", "unique"),
        ("all", "different", "differing"),
        ("some", "different", "differing"),  # differing wins over partial
        ("all", "not_comparable", "differing"),
        ("some", "same", "partial"),
        ("all", "same", "common"),
    ],
)
def test_class(coverage: str, agreement: str, expected: str) -> None:
    assert class_of(coverage, agreement) == expected


def test_what_differs_comes_first() -> None:
    classes = ["unique", "common", "partial", "differing"]
    assert sorted(classes, key=class_rank) == ["differing", "partial", "common", "unique"]


@given(STATES)
def test_coverage_follows_the_counts(states: list[str]) -> None:
    n, a = states.count(S), states.count(S) + states.count(A)
    coverage = coverage_of(states)
    assert (coverage is None) == (n == 0)
    assert (coverage == "one") == (n == 1)
    assert (coverage == "all") == (n > 1 and n == a)


@given(STATES, st.data())
def test_fewer_columns_never_add_a_row(states: list[str], data: st.DataObject) -> None:
    """A row of a subset is a row of the whole; alone in the whole is alone or gone in the part."""
    kept = data.draw(st.lists(st.sampled_from(range(len(states))), min_size=1, unique=True))
    part = coverage_of([states[place] for place in kept])
    whole = coverage_of(states)
    assert part is None or whole is not None
    if whole == "one":
        assert part in {None, "one"}
