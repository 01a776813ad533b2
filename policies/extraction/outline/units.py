"""Units: headed paragraphs, how they stand inside one another and where each one ends."""

from dataclasses import dataclass, replace

from .headings import Heading
from .markers import Kind
from .paragraphs import Paragraph


@dataclass(frozen=True)
class Unit:
    """A headed paragraph and where it stands in the tree."""

    paragraph: int  # index
    kind: Kind
    marker: str
    heading: Heading
    document: int  # 0 the text itself or the notice, 1 what it wraps, …
    level: int = 0
    parent: int | None = None
    part: str = ""


def nest(units: list[Unit]) -> list[Unit]:
    """Give each unit its level and parent: the nearest one above whose kind stands outside its own.

    Levels are those of the kinds, one less for all where the text has no 一、; never as high as
    the parent's.
    """
    shift = min((unit.kind.level for unit in units), default=1) - 1
    placed: list[Unit] = []
    stack: list[int] = []
    for unit in units:
        while stack and (
            placed[stack[-1]].kind.rank >= unit.kind.rank
            or placed[stack[-1]].document != unit.document
        ):
            stack.pop()
        parent = stack[-1] if stack else None
        deeper = placed[parent].level + 1 if parent is not None else 1
        placed.append(replace(unit, level=max(unit.kind.level - shift, deeper), parent=parent))
        stack.append(len(placed) - 1)
    return placed


def unit_ends(
    paragraphs: tuple[Paragraph, ...], documents: list[int | None], units: list[Unit]
) -> list[int]:
    """Where each unit ends: before the next that is not inside it, or before the closing lines."""
    last_of = {owner: index for index, owner in enumerate(documents)}
    ends = [0] * len(units)
    following: dict[
        int, int
    ] = {}  # level -> first paragraph of the next unit at that level or above
    for index in range(len(units) - 1, -1, -1):
        unit = units[index]
        stop = min(
            (first for level, first in following.items() if level <= unit.level),
            default=len(paragraphs),
        )
        ends[index] = paragraphs[min(stop - 1, last_of[unit.document])].end
        following = {level: first for level, first in following.items() if level < unit.level}
        following[unit.level] = unit.paragraph
    return ends
