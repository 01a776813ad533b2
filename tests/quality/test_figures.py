"""Figures of counts, and how sure one can be of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.quality.figures import Score, total, wilson


@pytest.mark.parametrize(
    ("counts", "precision", "recall", "f1"),
    [
        ((8, 2, 0), 0.8, 1.0, 8 / 9),
        ((0, 0, 3), None, 0.0, 0.0),  # nothing said: no precision
        ((0, 0, 0), None, None, None),
    ],
)
def test_figures(
    counts: tuple[int, int, int], precision: float | None, recall: float | None, f1: float | None
) -> None:
    score = Score("target", "found", "x", *counts)
    assert (score.precision, score.recall, score.f1) == (precision, recall, f1)


def test_sums_are_by_kind_and_field() -> None:
    scores = [
        Score("a", "f", "x", 1, 2, 3),
        Score("a", "g", "x", 9, 9, 9),
        Score("a", "f", "y", 1, 1, 1),
    ]
    assert total(scores) == (Score("a", "f", "", 2, 3, 4), Score("a", "g", "", 9, 9, 9))


@pytest.mark.parametrize(
    ("hits", "trials", "expected"),
    [  # textbook values of Wilson's interval at 95 %
        (0, 10, (0.0, 0.2775)),
        (10, 10, (0.7225, 1.0)),
        (50, 100, (0.4038, 0.5962)),
        (0, 0, (0.0, 1.0)),
    ],
)
def test_wilson(hits: int, trials: int, expected: tuple[float, float]) -> None:
    assert wilson(hits, trials) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize(("hits", "trials"), [(-1, 3), (4, 3)])
def test_wilson_refuses_what_is_no_share(hits: int, trials: int) -> None:
    with pytest.raises(ValueError, match="trials"):
        wilson(hits, trials)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_holds_the_share_and_mirrors(case: tuple[int, int]) -> None:
    hits, trials = case
    low, high = wilson(hits, trials)
    assert 0 <= low <= hits / trials <= high <= 1
    assert wilson(trials - hits, trials) == pytest.approx((1 - high, 1 - low))
