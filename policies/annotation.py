"""A text with its records marked in place: text and spans in, blocks of segments out.

Offsets count code points of the stored text. Nothing of the text is lost or repeated: headings
and paragraphs joined give the text without the white space between them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol


class Spanned(Protocol):
    start: int
    end: int


class Headed(Spanned, Protocol):
    path: str
    level: int
    heading_end: int


@dataclass(frozen=True)
class Segment:
    """A run of characters under the same records; `marks` innermost (shortest) first."""

    start: int
    text: str
    marks: tuple[Spanned, ...]
    highlighted: bool


@dataclass(frozen=True)
class Block:
    """A heading or a paragraph, with the records that begin in it."""

    start: int
    end: int
    segments: tuple[Segment, ...]
    provision: Headed | None = None  # of a heading
    records: tuple[Spanned, ...] = field(default=())


def annotate(
    text: str,
    provisions: Sequence[Headed],
    records: Sequence[Spanned],
    marked: Sequence[Spanned],
    highlight: tuple[int, int] | None = None,
) -> tuple[Block, ...]:
    """Return the blocks of `text` in reading order.

    `records` are listed beside the block they begin in, `marked` (a subset) are cut out as
    segments, `highlight` is a span to show. Overlaps and nesting are fine.
    """
    spans = list(_blocks(text, provisions))
    beside = _beside(spans, records)
    return tuple(
        Block(start, end, _segments(text, start, end, marked, highlight), provision, beside[index])
        for index, (start, end, provision) in enumerate(spans)
    )


def _blocks(text: str, provisions: Sequence[Headed]) -> Iterator[tuple[int, int, Headed | None]]:
    """Cut lines into headings and paragraphs, white space left out."""
    headings = sorted(provisions, key=lambda provision: (provision.start, provision.level))
    position = 0
    for provision in headings:
        yield from _paragraphs(text, position, provision.start)
        if trimmed := _trim(text, max(position, provision.start), provision.heading_end):
            yield *trimmed, provision
        position = max(position, provision.heading_end)
    yield from _paragraphs(text, position, len(text))


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int, None]]:
    for line in text[start:end].split("\n"):
        if trimmed := _trim(text, start, start + len(line)):
            yield *trimmed, None
        start += len(line) + 1


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    part = text[start:end]
    start, end = end - len(part.lstrip()), start + len(part.rstrip())
    return (start, end) if start < end else None


def _beside(
    spans: Sequence[tuple[int, int, Headed | None]], records: Iterable[Spanned]
) -> list[tuple[Spanned, ...]]:
    """Give each record to the last block that starts at or before it."""
    beside: list[list[Spanned]] = [[] for _ in spans]
    index = 0
    for record in sorted(records, key=lambda record: (record.start, -record.end)):
        while index + 1 < len(spans) and spans[index + 1][0] <= record.start:
            index += 1
        if beside:
            beside[index].append(record)
    return [tuple(items) for items in beside]


def _segments(
    text: str,
    start: int,
    end: int,
    marked: Sequence[Spanned],
    highlight: tuple[int, int] | None,
) -> tuple[Segment, ...]:
    """Cut one block where a mark or the highlight begins or ends."""
    here = [mark for mark in marked if mark.start < end and start < mark.end]
    shown = [highlight] if highlight else []
    edges = {start, end}
    for left, right in [(mark.start, mark.end) for mark in here] + shown:
        edges |= {edge for edge in (left, right) if start < edge < end}
    return tuple(
        Segment(
            left,
            text[left:right],
            tuple(sorted((m for m in here if m.start <= left and right <= m.end), key=_length)),
            any(low <= left and right <= high for low, high in shown),
        )
        for left, right in pairwise(sorted(edges))
    )


def _length(mark: Spanned) -> int:
    return mark.end - mark.start
