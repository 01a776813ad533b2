"""What the five dimensions have in common: how each one answers the same questions."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from django.db.models import QuerySet

from policies.models import Document

from .agreement import Records, Verdict
from .reading import read_facts
from .shapes import Cell, Column, Fact, Place
from .terms import Terms

ABSENT_LABEL = "未检出"
REVIEWED_LABEL = "原文未见相关表述（已核对）"
Readers = Sequence[tuple[str, Callable[[Fact], Hashable]]]  # name of a fact (数值), how to read it


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
    signature: Callable[[str, Records, Terms], Hashable]  # equal for cells that say the same
    judge: Callable[[str, Sequence[Cell], Terms], Verdict]  # over the stated cells of a row
    differences: Callable[  # named, of each cell against a reference
        [str, Sequence[Cell], Cell, Terms], list[tuple[str, ...]]
    ]
    weight: Callable[[Records], int] = lambda records: 0  # preferred as what marks are against
    applies: Callable[[str, Column, Terms], bool] = lambda key, column, terms: True


def dimension_of(answers: Mapping[str, Any], kinds: tuple[str, ...], **own: Any) -> Dimension:
    """Return the dimension whose questions the functions of a module (`answers`: its globals)
    answer under the questions' names; facts are read by kind where it has no `read` of its own."""
    asked = [field.name for field in fields(Dimension) if field.name in answers]
    found = {"read": lambda documents, among: read_facts(documents, kinds, among)}
    return Dimension(kinds=kinds, **found | {name: answers[name] for name in asked} | own)


def differing_fields(
    readers: Readers, cells: Sequence[Records], reference: Records
) -> list[tuple[str, ...]]:
    """Return of each cell the names of the fields whose values differ from the reference's.

    Values of one cell count as a set.
    """
    said = [(name, read, {read(fact) for fact in reference}) for name, read in readers]
    return [
        tuple([name for name, read, there in said if {read(fact) for fact in cell} != there])
        for cell in cells
    ]
