"""Whether records quote their text and their rows are what the overlay says."""

from collections.abc import Iterator

from policies.corrections.outline import outline_of, place
from policies.corrections.overlay import Action, overlay
from policies.models import Correction, Document, Record, State

from .rows import StoredRows

OVERLAID = ("start", "end", "key", "doubt", "status", "state")


def record_faults(document: Document) -> Iterator[str]:
    """Yield one line for each record that is not what it should be."""
    texts = {former.sha256: former.text for former in document.former_texts.all()}
    texts |= {document.sha256: document.text, "": document.text}
    glyphs = list(document.corrections.filter(action=Action.GLYPH, state="approved"))
    outline, rows = outline_of(document), StoredRows(document)
    for record in document.records.prefetch_related("corrections").order_by("start", "ref"):
        text = texts.get(record.gone_from)
        if text is None or text[record.start : record.end] != record.quote:
            yield f"{record.ref} 的引文与正文 {record.start}–{record.end} 不符"
        if record.state == State.GONE or _is_withdrawn_addition(record):
            continue
        yield from _overlay_faults(record, glyphs)
        if rows.detail_differs(record):
            yield f"{record.ref} 的分表与生效值不符"
        if rows.links_differ(record):
            yield f"{record.ref} 的关联（行业、指标、工具、责任单位等）与生效值不符"
        stands = (record.provision_id, record.part_id)
        place(record, outline)
        if stands != (record.provision_id, record.part_id):
            yield f"{record.ref} 所属条款或部分不符"


def _is_withdrawn_addition(record: Record) -> bool:
    return record.extracted is None and record.state == State.REJECTED


def _overlay_faults(record: Record, glyphs: list[Correction]) -> Iterator[str]:
    try:
        effective = overlay(record.extracted, [*record.corrections.all(), *glyphs])
    except ValueError:
        yield f"{record.ref} 既非抽取所得，也无通过的补录"
        return
    for name in OVERLAID:
        if getattr(record, name) != getattr(effective, name):
            yield f"{record.ref} 的 {name} 与抽取值加更正不符"
    if record.effective != effective.fields:
        yield f"{record.ref} 的生效值与抽取值加更正不符"
