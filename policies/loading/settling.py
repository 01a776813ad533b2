"""One stored record after a load: what the machine says now, with what people said over it."""

from dataclasses import dataclass, field

from policies.corrections import store
from policies.corrections.anchors import move_anchors
from policies.corrections.conflicts import conflicts
from policies.corrections.outline import Outline, place
from policies.corrections.overlay import overlay
from policies.corrections.places import Places
from policies.corrections.queue import Cause, Doubt
from policies.models import Correction, Document, Record, State

from . import doubts
from .found import Found
from .matched import Fate


@dataclass(frozen=True)
class Setting:
    """What all records of one load share."""

    document: Document
    former_sha256: str  # of the text before this load
    new: Places
    outline: Outline
    glyphs: list[Correction]  # approved readings of damaged glyphs, at their place in `new`


@dataclass
class Findings:
    """What the load leaves to be written besides records."""

    doubts: list[Doubt] = field(default_factory=list)
    moved: list[Correction] = field(default_factory=list)


def settle(fate: Fate, setting: Setting, findings: Findings) -> None:
    """Set the columns of the record; note doubts and moved spans. Saves nothing."""
    record, said = fate.record, fate.record.extracted
    if fate.found is None and fate.kept is None:
        lose(record, setting, findings)
    elif fate.found is not None:
        record.extracted, record.withdrawn = fate.found.payload, False
        _lay_over(fate, setting, findings)
        _compare(record, said, fate.found, findings)
    else:
        _keep(fate, setting, findings)
        _lay_over(fate, setting, findings)


def lose(record: Record, setting: Setting, findings: Findings) -> None:
    """The record is gone: it keeps its last span, quotation and value."""
    if record.state == State.GONE:
        return
    record.state, record.gone_from = State.GONE, setting.former_sha256
    document = setting.document
    findings.doubts += doubts.lost_record(record, document.text, document.sha256)


def _keep(fate: Fate, setting: Setting, findings: Findings) -> None:
    """Nothing was found, but a person stands for it and its text is where `kept` says."""
    record = fate.record
    if record.extracted is None:
        return
    if not record.withdrawn:
        version = setting.document.extractor_version
        findings.doubts.append(doubts.no_longer_extracted(record, version))
    start, end = fate.kept
    record.extracted = {**record.extracted, "start": start, "end": end}
    record.withdrawn = True


def _lay_over(fate: Fate, setting: Setting, findings: Findings) -> None:
    record, corrections = fate.record, fate.record.corrections.all()
    moved = move_anchors(corrections, fate.old, setting.new)
    findings.moved += moved
    document = setting.document
    findings.doubts += doubts.lost_anchors(moved, document.text, document.sha256)
    effective = overlay(record.extracted, [*corrections, *setting.glyphs])
    store.apply(record, effective, document.text)
    record.gone_from = ""
    place(record, setting.outline)


def _compare(record: Record, said: dict | None, found: Found, findings: Findings) -> None:
    """Queue every field where the machine has changed its mind against a person's."""
    approved = record.corrections.all()
    effective = overlay(record.extracted, approved)
    findings.doubts += [
        Doubt(Cause.CONFLICT, conflict, record)
        for conflict in conflicts(said, found.payload, approved, effective)
    ]
