"""A fact: one number with what it counts, before it is judged to be a target."""

from dataclasses import dataclass
from decimal import Decimal

from policies.extraction.quantities.periods import Period
from policies.extraction.quantities.quantities import Quantity

from .phrases import Phrase
from .subjects import Subject

PERCENT = ("percent", "percentage_point")
COUNTED = ("count", "person", "person_time")


@dataclass(frozen=True)
class Fact:
    """One number with what it counts."""

    start: int
    end: int
    order: str  # subject (中心达到170家) | object (建成50个园区) | share (70%以上企业建立…)
    name: str  # what is counted, in the text's words
    quantity: Quantity
    change: str  # level | increase | decrease
    phrase: Phrase
    carry: Subject  # what the next clause may leave out
    baseline: Decimal | None = None
    due: Period | None = None  # its own of a list: 2016年、2017年分别完成…
