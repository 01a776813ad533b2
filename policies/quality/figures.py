"""Counts of hits and misses, the figures made of them, and how sure one can be of a figure."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

Z = 1.96  # standard normal quantile of a 95 % interval


@dataclass(frozen=True)
class Example:
    """One miss or one false find, with its place in the stored text."""

    document: str  # slug
    start: int  # code points; 0, 0 where the thing has no place (metadata)
    end: int
    quote: str
    expected: str  # what the reference says, "" where it says nothing
    found: str  # what the machine said, "" where it said nothing


@dataclass(frozen=True)
class Score:
    """Hits and misses of one field of one kind in one document (or in several, summed)."""

    kind: str  # target, tax_policy, measure …
    field: str  # "found" for the record itself, else a field name
    document: str  # slug, "" for a sum
    tp: int
    fp: int
    fn: int
    misses: tuple[Example, ...] = ()
    false: tuple[Example, ...] = ()

    @property
    def precision(self) -> float | None:
        """Share of what the machine said that is right, 0 to 1; None where it said nothing."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """Share of what the reference says that was found, 0 to 1; None where it says nothing."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall, 0 to 1; None where there is nothing to score."""
        weight = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / weight if weight else None


@dataclass(frozen=True)
class Scores:
    document: str  # slug
    scores: tuple[Score, ...]

    def get(self, kind: str, field: str = "found") -> Score:
        """Raises KeyError where the pair is not scored."""
        for score in self.scores:
            if (score.kind, score.field) == (kind, field):
                return score
        raise KeyError(f"{kind}.{field}")


def total(scores: Iterable[Score]) -> tuple[Score, ...]:
    """Return one sum per kind and field, in order of first sight."""
    groups: dict[tuple[str, str], list[Score]] = {}
    for score in scores:
        groups.setdefault((score.kind, score.field), []).append(score)
    return tuple(
        Score(
            kind,
            field,
            "",
            sum(one.tp for one in group),
            sum(one.fp for one in group),
            sum(one.fn for one in group),
            tuple(example for one in group for example in one.misses),
            tuple(example for one in group for example in one.false),
        )
        for (kind, field), group in groups.items()
    )


def wilson(hits: int, trials: int) -> tuple[float, float]:
    """Return the 95 % interval of a share as (low, high), 0 to 1; (0, 1) for no trials.

    Wilson's score interval, which holds for small counts and shares near 0 and 1.
    Raises ValueError unless 0 <= hits <= trials.
    """
    if not 0 <= hits <= trials:
        raise ValueError(f"{hits} hits in {trials} trials")
    if not trials:
        return 0.0, 1.0
    share, spread = hits / trials, Z * Z / trials
    middle = (share + spread / 2) / (1 + spread)
    half = Z * math.sqrt(share * (1 - share) / trials + spread / (4 * trials)) / (1 + spread)
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))
