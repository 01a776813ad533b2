"""Passages as a reader sees them: marked places, what matched, the records that stand there."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models.expressions import RawSQL

from policies.models import Kind, Passage, Record, State
from policies.models.search_text import fold

from .query import Phrase

AROUND = 70  # characters of context kept on each side of a marked place
SHOWN_KINDS = (Kind.TARGET, Kind.GOAL, Kind.MEASURE, Kind.TAX_POLICY, Kind.SECTOR_DIRECTION)

COLUMNS = ("ref", "kind", "document_id", "start", "end", "effective", "doubt", "state")
SHOWN = (*COLUMNS, "taxpolicy__relief__name")
"""What a hit says of a record (the filters `kind_mark` and `summary`): the rest is heavy."""

AT = f"""SELECT id FROM {Record._meta.db_table}
    WHERE document_id = %s AND start < %s AND "end" > %s"""
"""One arm a passage, each looked up by its place; an OR, or a kind, reads the whole table."""


@dataclass(frozen=True)
class Segment:
    """A stretch of the passage's text; `start` counts in the document."""

    text: str
    start: int
    marked: bool


@dataclass(frozen=True)
class Reason:
    """为何命中: the phrase asked, as the text writes it, how often."""

    phrase: str
    as_written: str
    times: int


@dataclass(frozen=True)
class Hit:
    passage: Passage
    quote: str
    segments: tuple[Segment, ...]
    reasons: tuple[Reason, ...]
    records: tuple[Record, ...]
    heading: bool

    @property
    def snippet(self) -> tuple[Segment, ...]:
        """The segments with long stretches between marks shortened to …"""
        last = len(self.segments) - 1
        return tuple(
            _shortened(segment, place > 0, place < last)
            for place, segment in enumerate(self.segments)
        )


def hits_of(passages: Iterable[Passage], phrases: tuple[Phrase, ...]) -> tuple[Hit, ...]:
    """Return the passages, each with its words as `quote`, in their order; one query."""
    passages = list(passages)
    records = _records_in(passages)
    return tuple(_hit(passage, phrases, records) for passage in passages)


def _records_in(passages: list[Passage]) -> list[Record]:
    if not passages:
        return []
    places = [(each.document_id, each.end, each.start) for each in passages]
    there = RawSQL(" UNION ALL ".join([AT] * len(places)), [n for place in places for n in place])
    records = Record.objects.filter(pk__in=there).select_related("taxpolicy__relief").only(*SHOWN)
    records = records.order_by("document", "start", "end", "ref")
    return [
        record for record in records if record.state == State.PRESENT and record.kind in SHOWN_KINDS
    ]


def _hit(passage: Passage, phrases: tuple[Phrase, ...], records: list[Record]) -> Hit:
    quote = passage.quote
    found = {phrase: places(phrase, quote) for phrase in phrases}
    marks = sorted({place for some in found.values() for place in some})
    return Hit(
        passage=passage,
        quote=quote,
        segments=tuple(_segments(quote, marks, passage.start)),
        reasons=tuple(
            Reason(phrase.typed, quote[slice(*some[0])], len(some))
            for phrase, some in found.items()
            if some
        ),
        records=tuple(
            record
            for record in records
            if record.document_id == passage.document_id
            and any(
                record.start < passage.start + end and record.end > passage.start + start
                for start, end in marks
            )
        ),
        heading=passage.rank == 0,
    )


def places(phrase: Phrase, text: str) -> list[tuple[int, int]]:
    """(start, end) of every place of the phrase in `text`, numbers and words whole."""
    return [match.span() for match in re.finditer(phrase.pattern, fold(text))]


def _segments(text: str, marks: list[tuple[int, int]], offset: int) -> Iterable[Segment]:
    """The text cut at the marks; marks that overlap are one."""
    place = 0
    for start, end in marks:
        start = max(start, place)
        if start >= end:
            continue
        if place < start:
            yield Segment(text[place:start], offset + place, False)
        yield Segment(text[start:end], offset + start, True)
        place = end
    if place < len(text):
        yield Segment(text[place:], offset + place, False)


def _shortened(segment: Segment, after_mark: bool, before_mark: bool) -> Segment:
    head, tail = AROUND * 2 * after_mark, AROUND * before_mark
    if segment.marked or len(segment.text) <= head + tail + 1:
        return segment
    text = segment.text[:head] + "…" + segment.text[len(segment.text) - tail :]
    return Segment(text, segment.start, False)
