"""When two records say the same: by their typed facts, by their words only where there are none."""

import re
from decimal import Decimal
from functools import lru_cache

from rapidfuzz import fuzz

from policies.extraction.quantities.measurement import class_of, factor_of
from policies.extraction.vocabulary import load_vocabulary

from .shapes import Fact

SAME_WORDS = 90  # per cent alike, without punctuation (domain notes, section 2)
_PUNCTUATION = re.compile(r"[\W_]+")


def likeness(a: str, b: str) -> float:
    """Return how much two texts are alike without punctuation, 0–100."""
    return fuzz.ratio(bare(a), bare(b))


def same_words(a: str, b: str) -> bool:
    """Whether two texts are at least 90 % alike without punctuation."""
    return fuzz.ratio(bare(a), bare(b), score_cutoff=SAME_WORDS) >= SAME_WORDS


@lru_cache(maxsize=20_000)
def bare(text: str) -> str:
    """Return the text without punctuation and white space."""
    return _PUNCTUATION.sub("", text)


def target_facts(target: Fact) -> tuple:
    """The typed facts of a target; 个 家 户 项 件 条 count alike (one unit class)."""
    return (
        amount(target["value"], target["unit"]),
        amount(target["value_max"], target["unit"]),
        unit_class(target["unit"]),
        target["comparator"],
        target["change"],
        target["accrual"],
        target["base_year"],
        target["due"],
    )


def tax_facts(policy: Fact) -> tuple:
    """The typed facts of a tax policy: tax, parameters, scope."""
    return policy["tax"], frozenset(map(parameter, policy["parameters"])), policy["scope"]


def measure_facts(measure: Fact) -> tuple:
    """The typed facts of a measure: force, functions of its actors, numbers."""
    return (
        measure["force"],
        frozenset(actor["function"] for actor in measure["actors"]),
        frozenset(map(number, measure["numbers"])),
    )


def parameter(entry: Fact) -> tuple:
    """A tax parameter without the words that name it."""
    return amount(entry["value"], entry["unit"]), unit_class(entry["unit"])


def number(entry: Fact) -> tuple:
    """A number of a measure without the words that name it."""
    return (
        amount(entry["value"], entry["unit"]),
        amount(entry["value_max"], entry["unit"]),
        unit_class(entry["unit"]),
        entry["comparator"],
        entry["role"],
    )


@lru_cache(maxsize=1_000)
def unit_class(unit: str) -> str:
    """Return what units count in: 个 家 户 项 件 条 count alike, 亿元 and 万元 are money."""
    return class_of(unit, load_vocabulary().units)


@lru_cache(maxsize=10_000)
def amount(value: float | None, unit: str) -> Decimal | None:
    """Return a value in its class's base unit: 5000 亿元 and 50000000 万元 are equal."""
    if value is None:
        return None
    return Decimal(str(value)) * factor_of(unit, load_vocabulary().units)
