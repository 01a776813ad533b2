"""What 录入 adds to a document: records missed, absences confirmed, damaged glyphs read.

The same promises as in proposing.py; `version` is the document's.
"""

from typing import Unpack

from policies.models import Correction, Document
from policies.models.fields import blank_fields, key_of

from .acts import Said, on_document
from .checking import check_fields, check_free, check_span
from .errors import CorrectionError
from .overlay import Action


def add_record(
    document: Document, kind: str, start: int, end: int, fields: dict, **said: Unpack[Said]
) -> Correction:
    """Propose a record that the machine missed; fields left out are blank."""

    def change(now: Document) -> dict:
        whole = {**blank_fields(kind), **fields}
        check_fields(kind, whole)
        quote, key = check_span(now, start, end), key_of(kind, whole)
        check_free(now, kind, start, end, key)
        value = {"fields": whole, "key": key}
        return {"kind": kind, "value": value, "start": start, "end": end, "quote": quote}

    return on_document(document, Action.ADD, change, **said)


def confirm_absence(document: Document, key: str, **said: Unpack[Said]) -> Correction:
    """Propose that the text says nothing on a row of a comparison; `key` is dimension:row key."""

    def change(now: Document) -> dict:
        live = now.corrections.filter(action=Action.ABSENCE, key=key)
        if live.filter(state__in=("proposed", "approved")).exists():
            raise CorrectionError("已有人确认或正在确认此项")
        return {"key": key}

    return on_document(document, Action.ABSENCE, change, **said)


def read_glyph(
    document: Document, start: int, end: int, reading: str, **said: Unpack[Said]
) -> Correction:
    """Propose what the damaged characters at the span say; the stored text never changes."""

    def change(now: Document) -> dict:
        quote = check_span(now, start, end)
        return {"seen": quote, "value": reading, "start": start, "end": end, "quote": quote}

    return on_document(document, Action.GLYPH, change, **said)
