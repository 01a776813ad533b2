"""What a decision does to records: columns and links follow the overlay."""

from collections.abc import Sequence

from policies.models import Correction, Document, Record, State
from policies.models.term_index import TermIndex

from . import store
from .outline import outline_of, place
from .overlay import Action, overlay
from .refs import next_ref

APPROVED = Correction.State.APPROVED


def apply_effects(correction: Correction, was: str) -> None:
    """Write the records that the decided correction changes; the correction is saved already."""
    if APPROVED not in (correction.state, was):
        return
    if correction.action == Action.ADD and correction.state == APPROVED:
        _add(correction)
    elif correction.action == Action.GLYPH:
        _refresh(correction.document, _holding(correction))
    elif correction.record and correction.record.state != State.GONE:
        _refresh(correction.document, [correction.record])


def _add(correction: Correction) -> None:
    document = correction.document
    record = Record(document=document, kind=correction.kind)
    record.ref = next_ref(document, correction.kind)
    document.save(update_fields=["ref_counters"])
    store.apply(record, overlay(None, [correction]), document.text)
    place(record, outline_of(document))
    store.insert([record], TermIndex())
    correction.record = record
    correction.save(update_fields=["record"])


def _holding(glyph: Correction) -> list[Record]:
    """The records whose span holds the glyph; each gets a new version."""
    if glyph.start is None:
        return []
    records = glyph.document.records.exclude(state=State.GONE)
    records = list(records.filter(start__lte=glyph.start, end__gte=glyph.end).order_by("pk"))
    for record in records:
        record.version += 1
    return records


def _refresh(document: Document, records: Sequence[Record]) -> None:
    """Lay all approved corrections over the records again and write them."""
    glyphs = list(document.corrections.filter(action=Action.GLYPH, state=APPROVED))
    outline = outline_of(document)
    for record in records:
        own = list(Correction.objects.filter(record=record))  # as saved just now
        if record.extracted is None and not _is_added(own):
            record.state = State.REJECTED  # its addition was taken back
            continue
        store.apply(record, overlay(record.extracted, [*own, *glyphs]), document.text)
        place(record, outline)
    store.update(records, TermIndex())


def _is_added(corrections: Sequence[Correction]) -> bool:
    return any(c.action == Action.ADD and c.state == APPROVED for c in corrections)
