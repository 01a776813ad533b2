"""The outline of a document: every headed unit with its place, its heading and its part.

Sources: GB/T 9704-2012 for numbers and their depth; design.md section 5 for named paragraphs.
"""

import re
from collections import Counter
from dataclasses import replace

from policies.extraction.records import Provision
from policies.extraction.vocabulary import Vocabulary

from .attachments import ATTACHMENT, find_tables
from .closings import find_closings
from .headings import find_names, read_heading
from .markers import NAMED, Marker, find_marker
from .notes import is_note
from .paragraphs import Paragraph, split_paragraphs
from .parts import assign_parts, part_names
from .units import Unit, nest, unit_ends

BODY = 120  # characters of a unit's text that tell an article's purpose


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
    """For each paragraph the document it belongs to, None in a closing block or a table.

    A closing block ends one document, a line 附件2 begins another.
    """
    owners: list[int | None] = [0] * len(paragraphs)
    for number, closing in enumerate(find_closings(normal, paragraphs), start=1):
        owners[closing.first : closing.last + 1] = [None] * (closing.last + 1 - closing.first)
        owners[closing.last + 1 :] = [number] * (len(paragraphs) - closing.last - 1)
    attached = 0
    for index, paragraph in enumerate(paragraphs):
        if owners[index] is not None:
            attached += bool(ATTACHMENT.fullmatch(normal, paragraph.start, paragraph.end))
            owners[index] += attached * len(paragraphs)
    for index in find_tables(normal, paragraphs):
        owners[index] = None
    return owners


def _numbered(
    normal: str, paragraphs: tuple[Paragraph, ...], documents: list[int | None]
) -> list[Unit]:
    markers = [
        find_marker(normal, paragraph.start, paragraph.end) if owner is not None else None
        for paragraph, owner in zip(paragraphs, documents, strict=True)
    ]
    following = _following(normal, paragraphs)
    return [
        _unit(normal, paragraphs, index, marker, following[index], markers, documents)
        for index, marker in enumerate(markers)
        if marker
    ]


def _following(normal: str, paragraphs: tuple[Paragraph, ...]) -> list[int]:
    """For each paragraph the next one that is more than a note of who is responsible."""
    following, coming = [0] * len(paragraphs), len(paragraphs)
    for index in range(len(paragraphs) - 1, -1, -1):
        following[index] = coming
        if not is_note(normal, paragraphs[index].start, paragraphs[index].end):
            coming = index
    return following


def _unit(
    normal: str,
    paragraphs: tuple[Paragraph, ...],
    index: int,
    marker: Marker,
    coming: int,
    markers: list[Marker | None],
    documents: list[int | None],
) -> Unit:
    followed = (
        coming < len(paragraphs)
        and documents[coming] == documents[index]
        and (markers[coming] is None or markers[coming].kind.rank > marker.kind.rank)
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
    ends = [unit.paragraph for unit in units[1:]] + [len(paragraphs)] * bool(units)
    named = []
    for unit, end in zip(units, ends, strict=True):
        own = {
            paragraphs[i]: i
            for i in range(unit.paragraph + 1, end)
            if documents[i] == unit.document
            and not is_note(normal, paragraphs[i].start, paragraphs[i].end)
        }
        for paragraph, heading in find_names(normal, tuple(own), unit.part, known).items():
            named.append(Unit(own[paragraph], NAMED, "", heading, unit.document))
    return named


def _sector_words(vocabulary: Vocabulary) -> str:
    return "|".join(re.escape(sector.name) for sector in vocabulary.sectors) or r"(?!)"


def _place(normal: str, units: list[Unit], vocabulary: Vocabulary) -> list[Unit]:
    """Give each unit its level, parent and part."""
    nested = nest(units)
    parts = assign_parts(
        [normal[unit.heading.start : unit.heading.end] for unit in nested],
        [normal[unit.heading.after : unit.heading.after + BODY] for unit in nested],
        [unit.parent for unit in nested],
        vocabulary,
    )
    return [replace(unit, part=part) for unit, part in zip(nested, parts, strict=True)]


def _provisions(
    normal: str,
    paragraphs: tuple[Paragraph, ...],
    documents: list[int | None],
    units: list[Unit],
) -> tuple[Provision, ...]:
    ends = unit_ends(paragraphs, documents, units)
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


def as_printed(text: str, normal: str, provisions: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """Return `provisions` with markers and headings as `text` prints them (１．, half-width marks).

    Rules read them in `normal`, which is as long as `text`; readers and citations want the print.
    """
    return tuple(
        replace(
            provision,
            marker=text[provision.start : provision.start + len(provision.marker)],
            heading=_printed_heading(text, normal, provision),
        )
        for provision in provisions
    )


def _printed_heading(text: str, normal: str, provision: Provision) -> str:
    start = normal.find(provision.heading, provision.start + len(provision.marker))
    return text[start : start + len(provision.heading)]
