"""What the five dimensions have in common: how each one answers the same questions."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from policies.models import Document

from .agreement import Records, Verdict
from .shapes import Column, Fact, Place
from .terms import Terms

ABSENT_LABEL = "未检出"
REVIEWED_LABEL = "原文未见相关表述（已核对）"


@dataclass(frozen=True, slots=True)
class Dimension:
    """One module per dimension fills this in; assemble.py asks."""

    code: str  # targets
    name: str  # 目标
    kinds: tuple[str, ...]  # of records; () for the outline, which reads provisions
    parts: tuple[str, ...]  # at least one must have been recognised, else an empty cell says so
    terms: Callable[[], Terms]
    read: Callable[[Sequence[Document], QuerySet | None], list[Fact]]
    keys: Callable[[Fact, Terms], tuple[str, ...]]  # rows that a fact stands in
    place: Callable[[str, Sequence[Fact], Terms], Place]  # where a row stands and how it is called
    label: Callable[[str, Records, Terms], str]  # what a stated cell says in short
    judge: Callable[[str, Sequence[Records], Terms], Verdict]  # over the stated cells of a row
    signature: Callable[[str, Records, Terms], Hashable]  # equal for cells that say the same
    differences: Callable[
        [str, Records, Records, Terms], tuple[str, ...]
    ]  # named, against a reference
    weight: Callable[[Records], int] = lambda records: 0  # preferred as what marks are against
    applies: Callable[[str, Column, Terms], bool] = lambda key, column, terms: True


def differing_fields(
    fields: Sequence[tuple[str, Callable[[Fact], object]]], cell: Records, reference: Records
) -> tuple[str, ...]:
    """Return the names of the fields whose values differ between two cells, in the given order.

    `fields` pairs a name (数值) with how to read it; values of one cell count as a set.
    """
    return tuple(
        name
        for name, read in fields
        if {read(fact) for fact in cell} != {read(fact) for fact in reference}
    )
