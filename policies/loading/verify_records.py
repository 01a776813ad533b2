"""Whether records quote their text and their rows are what the overlay says."""

from collections.abc import Iterator
from decimal import Decimal

from django.db import models

from policies.corrections.outline import outline_of, place
from policies.corrections.overlay import Action, overlay
from policies.models import Correction, Document, Record, State
from policies.models.columns import DETAILS, detail_columns
from policies.models.links import LINKS, link_rows
from policies.models.numbers import to_json
from policies.models.term_index import TermIndex

OVERLAID = ("start", "end", "key", "doubt", "status", "state")


def record_faults(document: Document) -> Iterator[str]:
    """Yield one line for each record that is not what it should be."""
    texts = {former.sha256: former.text for former in document.former_texts.all()}
    texts |= {document.sha256: document.text, "": document.text}
    glyphs = list(document.corrections.filter(action=Action.GLYPH, state="approved"))
    outline, terms = outline_of(document), TermIndex()
    records = document.records.prefetch_related("corrections", *_LINK_NAMES)
    for record in records.order_by("start", "ref"):
        text = texts.get(record.gone_from)
        if text is None or text[record.start : record.end] != record.quote:
            yield f"{record.ref} 的引文与正文 {record.start}–{record.end} 不符"
        if record.state == State.GONE or _is_withdrawn_addition(record):
            continue
        yield from _overlay_faults(record, glyphs)
        yield from _row_faults(record, terms)
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


def _row_faults(record: Record, terms: TermIndex) -> Iterator[str]:
    """Columns and links mirror the effective value, ancestors of sectors and indicators too."""
    detail = DETAILS[record.kind].objects.filter(record=record).first()
    wanted = detail_columns(record.kind, record.effective, terms)
    if detail is None or any(getattr(detail, name) != value for name, value in wanted.items()):
        yield f"{record.ref} 的分表与生效值不符"
    expected = sorted(map(_link, link_rows(record, record.effective, terms)))
    stored = [row for name in _LINK_NAMES for row in getattr(record, name).all()]
    if sorted(map(_link, stored)) != expected:
        yield f"{record.ref} 的关联（行业、指标、工具、责任单位等）与生效值不符"


def _link(row: models.Model) -> tuple:
    columns = [field.attname for field in row._meta.concrete_fields if field.attname != "id"]
    return (type(row).__name__, *(_text(getattr(row, name)) for name in columns))


def _text(value: object) -> str:
    """Sortable beside None; 3 and 3.000000 are one number."""
    return str(to_json(value) if isinstance(value, Decimal) else value)


_LINK_NAMES = [link._meta.get_field("record").remote_field.related_name for link in LINKS]
