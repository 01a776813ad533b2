"""The outline of a document: every headed unit with its place, its heading and its part.

Sources: GB/T 9704-2012 for numbers and their depth; design.md section 5 for named paragraphs.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from .closings import find_closings
from .headings import Heading, find_names, read_heading
from .markers import NAMED, Kind, Marker, find_marker
from .paragraphs import Paragraph, split_paragraphs
from .parts import find_part, mostly_sectors, part_names
from .records import Provision
from .vocabulary import Vocabulary


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


def parse_structure(normal: str, vocabulary: Vocabulary) -> tuple[Provision, ...]:
    """Return the headed units of a normalised text in reading order; () where it has none.

    Levels: 一、 1, （一） 2, 1. and named paragraphs (化工：… · 一是… · ——…) 3, （1） 4; where a text
    starts deeper, its first kind is level 1. Closing lines belong to no unit. What a notice wraps
    starts a tree of its own, whose paths go on counting.
    """
    paragraphs = split_paragraphs(normal)
    documents = _documents(normal, paragraphs)
    units = _place(normal, _numbered(normal, paragraphs, documents), vocabulary)
    units += _named(normal, paragraphs, documents, units, vocabulary)
    units = _place(normal, sorted(units, key=lambda unit: unit.paragraph), vocabulary)
    return _provisions(normal, paragraphs, documents, units)


def _documents(normal: str, paragraphs: tuple[Paragraph, ...]) -> list[int | None]:
    """For each paragraph the document it belongs to, None in a closing block."""
    owners: list[int | None] = [0] * len(paragraphs)
    for number, closing in enumerate(find_closings(normal, paragraphs), start=1):
        owners[closing.first : closing.last + 1] = [None] * (closing.last + 1 - closing.first)
        owners[closing.last + 1 :] = [number] * (len(paragraphs) - closing.last - 1)
    return owners


def _numbered(
    normal: str, paragraphs: tuple[Paragraph, ...], documents: list[int | None]
) -> list[Unit]:
    markers = [
        find_marker(normal, paragraph.start, paragraph.end) if owner is not None else None
        for paragraph, owner in zip(paragraphs, documents, strict=True)
    ]
    return [
        _unit(normal, paragraphs, index, marker, markers, documents)
        for index, marker in enumerate(markers)
        if marker
    ]


def _unit(
    normal: str,
    paragraphs: tuple[Paragraph, ...],
    index: int,
    marker: Marker,
    markers: list[Marker | None],
    documents: list[int | None],
) -> Unit:
    followed = (
        index + 1 < len(paragraphs)
        and documents[index + 1] == documents[index]
        and (markers[index + 1] is None or markers[index + 1].kind.rank > marker.kind.rank)
    )
    heading = read_heading(normal, paragraphs[index], marker, followed)
    return Unit(index, marker.kind, marker.text, heading, documents[index] or 0)


def _named(
    normal: str,
    paragraphs: tuple[Paragraph, ...],
    documents: list[int | None],
    units: list[Unit],
    vocabulary: Vocabulary,
) -> list[Unit]:
    """Units without a number, looked for in what stands between two numbered ones."""
    known = re.compile(part_names(vocabulary.parts) + "|" + _sector_words(vocabulary))
    ends = [unit.paragraph for unit in units[1:]] + [len(paragraphs)]
    named = []
    for unit, end in zip(units, ends, strict=True):
        plain = range(unit.paragraph + 1, end)
        own = {paragraphs[i]: i for i in plain if documents[i] == unit.document}
        for paragraph, heading in find_names(normal, tuple(own), unit.part, known).items():
            named.append(Unit(own[paragraph], NAMED, "", heading, unit.document))
    return named


def _sector_words(vocabulary: Vocabulary) -> str:
    return "|".join(re.escape(sector.name) for sector in vocabulary.sectors) or r"(?!)"


def _place(normal: str, units: list[Unit], vocabulary: Vocabulary) -> list[Unit]:
    return _with_parts(normal, _nested(units), vocabulary)


def _nested(units: list[Unit]) -> list[Unit]:
    """Give each unit its level and parent: the nearest one above of a lower kind."""
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


def _with_parts(normal: str, units: list[Unit], vocabulary: Vocabulary) -> list[Unit]:
    words = [normal[unit.heading.start : unit.heading.end] for unit in units]
    children: dict[int, list[str]] = {}
    for unit, heading in zip(units, words, strict=True):
        if unit.parent is not None:
            children.setdefault(unit.parent, []).append(heading)
    by_sector = {
        index for index, below in children.items() if mostly_sectors(below, vocabulary.sectors)
    }
    placed: list[Unit] = []
    for unit, heading in zip(units, words, strict=True):
        parent = placed[unit.parent].part if unit.parent is not None else None
        part = find_part(heading, parent, vocabulary.parts)
        if parent == "tasks" and unit.parent in by_sector:
            part = "sectors"
        placed.append(replace(unit, part=part))
    return placed


def _provisions(
    normal: str,
    paragraphs: tuple[Paragraph, ...],
    documents: list[int | None],
    units: list[Unit],
) -> tuple[Provision, ...]:
    ends = _ends(paragraphs, documents, units)
    counts: Counter[int | None] = Counter()
    paths: list[str] = []
    provisions = []
    for unit, end in zip(units, ends, strict=True):
        counts[unit.parent] += 1
        above = paths[unit.parent] + "-" if unit.parent is not None else ""
        paths.append(f"{above}{counts[unit.parent]}")
        provisions.append(
            Provision(
                path=paths[-1],
                marker=unit.marker,
                level=unit.level,
                heading=normal[unit.heading.start : unit.heading.end],
                parent=unit.parent,
                start=paragraphs[unit.paragraph].start,
                end=end,
                heading_end=unit.heading.after,
                part=unit.part,
            )
        )
    return tuple(provisions)


def _ends(
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
