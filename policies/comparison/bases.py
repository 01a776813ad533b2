"""Extraction's rule for ranking numbers, asked with stored facts."""

from dataclasses import dataclass
from functools import lru_cache

from policies.extraction.aims.basis import Basis, basis, rankable
from policies.extraction.vocabulary import load_vocabulary

from .shapes import Fact

_FIELDS = ("accrual", "change", "unit", "scope", "base", "base_year", "due", "sector")


@dataclass(frozen=True, slots=True)
class Measured:
    """What of a target the rule reads; hashable, so that answers are kept."""

    key: str
    indicator: str
    accrual: str
    change: str
    unit: str
    scope: str | None
    base: str | None
    base_year: int | None
    due: str | None
    sector: str | None
    threshold: bool
    doubt: str | None


def why_not(a: Fact, b: Fact) -> str:
    """Return "" when the two may be ranked against each other, else the reason in words."""
    return _why_not(_measured(a), _measured(b))


def unrankable(target: Fact) -> str:
    """Return why the target may be ranked against nothing at all, "" if it may."""
    return why_not(target, target)


def basis_of(target: Fact) -> Basis:
    """Return what gives the number its meaning; equal bases are ranked."""
    return basis(_measured(target), load_vocabulary().units)


@lru_cache(maxsize=20_000)
def _why_not(a: Measured, b: Measured) -> str:
    return rankable(a, b, load_vocabulary().units)[1]


def _measured(fact: Fact) -> Measured:
    return Measured(
        key=next(iter(fact["indicators"]), fact["indicator"]),
        indicator=fact["indicator"],
        threshold=bool(fact["threshold"]),
        doubt=fact["doubt"] or None,
        **{name: fact[name] for name in _FIELDS},
    )
