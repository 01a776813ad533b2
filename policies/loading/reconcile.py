"""A document's records after a load: found again, new, kept for a person's sake, or gone."""

from collections.abc import Sequence

from policies.corrections import store
from policies.corrections.anchors import LIVE, move_anchors
from policies.corrections.outline import Outline, place
from policies.corrections.overlay import Action, overlay
from policies.corrections.places import Places
from policies.corrections.queue import close_returned, open_items
from policies.corrections.refs import next_ref
from policies.models import Correction, Document, Record, State
from policies.models.term_index import TermIndex

from . import doubts
from .document_row import Former
from .found import Found
from .matched import Fate, fates, has_own_work
from .report import LoadReport
from .settling import Findings, Setting, lose, settle


def reconcile(
    document: Document,
    former: Former,
    outline: Outline,
    found: Sequence[Found],
    report: LoadReport,
) -> None:
    """Write the records of `found` and what follows from them; fill the report.

    Runs inside the transaction of the load; gives new refs in text order from
    `document.ref_counters`, which the caller saves.
    """
    new, findings = Places(document.text), Findings()
    glyphs = _glyphs(document, former, new, findings)
    setting = Setting(document, former.sha256, new, outline, glyphs)
    all_fates, fresh = fates(document, former.text, found, new)
    before = {fate.record.ref: _columns(fate.record) for fate in all_fates}
    was_gone = {fate.record.ref for fate in all_fates if fate.record.state == State.GONE}
    for fate in all_fates:
        settle(fate, setting, findings)
    _part_doubles(all_fates, setting, findings)
    changed = [f.record for f in all_fates if _columns(f.record) != before[f.record.ref]]
    created = _create(fresh, all_fates, setting, report)
    _write(changed, created, findings)
    findings.doubts += doubts.confirmed_absences(document, former.text != document.text, fresh)
    items = open_items(document, findings.doubts)
    _tell(report, was_gone, changed, created)
    report.queued = [f"{item.record or item.correction} {item.cause}" for item in items]
    close_returned(document, [r for r in changed if r.ref in report.returned])


def _glyphs(
    document: Document, former: Former, new: Places, findings: Findings
) -> list[Correction]:
    """Move the spans that hang on no record yet: glyphs, additions nobody has decided.

    Return the approved readings of glyphs.
    """
    pending = list(document.corrections.filter(record__isnull=True, state__in=LIVE))
    old = new if former.text == new.text else Places(former.text)
    moved = move_anchors(pending, old, new)
    findings.moved += moved
    findings.doubts += doubts.lost_anchors(moved, document.text, document.sha256)
    return [c for c in pending if (c.action, c.state) == (Action.GLYPH, Correction.State.APPROVED)]


def _columns(record: Record) -> tuple:
    """What decides whether the record must be written."""
    return tuple(getattr(record, name) for name in store.ATTRIBUTES)


def _part_doubles(all_fates: Sequence[Fate], setting: Setting, findings: Findings) -> None:
    """Two records on one place and key: the one that a person worked on stays, else the older."""
    taken = set()
    for record in sorted((fate.record for fate in all_fates), key=_rank):
        if record.state == State.GONE:
            continue
        if _identity(record) in taken:
            lose(record, setting, findings)
            record.gone_from = setting.document.sha256
        taken.add(_identity(record))


def _rank(record: Record) -> tuple:
    return (not has_own_work(record.corrections.all()), record.pk)


def _identity(fact: Record | Found) -> tuple:
    return (fact.kind, fact.start, fact.end, fact.key)


def _create(
    fresh: Sequence[Found], all_fates: Sequence[Fate], setting: Setting, report: LoadReport
) -> list[Record]:
    """Make the new records, unsaved; none where a record moved by a person stands already."""
    taken = {_identity(f.record) for f in all_fates if f.record.state != State.GONE}
    created = []
    for fact in fresh:
        if _identity(fact) in taken:
            report.skipped.append(f"{fact.kind} {fact.start}–{fact.end}：与人工调整过的记录重合")
            continue
        record = Record(document=setting.document, kind=fact.kind, extracted=fact.payload)
        effective = overlay(fact.payload, setting.glyphs)
        store.apply(record, effective, setting.document.text)
        record.ref = next_ref(setting.document, fact.kind)
        place(record, setting.outline)
        created.append(record)
    return created


def _write(changed: list[Record], created: list[Record], findings: Findings) -> None:
    terms = TermIndex()
    for record in changed:
        record.version += 1
    store.update(changed, terms)
    store.insert(created, terms)
    Correction.objects.bulk_update(findings.moved, ["start", "end"], batch_size=store.BATCH)


def _tell(
    report: LoadReport, was_gone: set[str], changed: list[Record], created: list[Record]
) -> None:
    report.added = [record.ref for record in created]
    for record in changed:
        if record.state == State.GONE:
            report.gone.append(record.ref)
        elif record.ref in was_gone:
            report.returned.append(record.ref)
        else:
            report.changed.append(record.ref)
