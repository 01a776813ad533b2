"""What 录入 does to a record: every change is proposed, with a reason and the version it was seen in.

Each function writes one correction and one audit row, raises the data version, and returns the
correction. Called again with the same author and token it returns what it made the first time.
Raises CorrectionError or StaleVersion (claim.py) and then nothing is written.
"""

from collections.abc import Mapping
from typing import Unpack

from policies.models import Correction, Record

from .acts import Said, on_record
from .checking import ALONE, check_field, check_free, check_span
from .errors import CorrectionError
from .overlay import EVIDENCE, Action


def propose(
    record: Record,
    field: str,
    value: object,
    *,
    beside: Mapping[str, object] = ALONE,
    **said: Unpack[Said],
) -> Correction:
    """Propose a new value of one field, in the JSON form of models/fields.py.

    `beside` holds values already proposed with it: all of them together must make a record.
    """

    def change(now: Record) -> dict:
        new = check_field(now, field, value, beside)
        return {"field": field, "seen": now.effective.get(field), "value": new}

    return on_record(record, Action.FIELD, change, **said)


def reanchor(record: Record, start: int, end: int, **said: Unpack[Said]) -> Correction:
    """Propose another span of the document's text for the record."""

    def change(now: Record) -> dict:
        if (start, end) == (now.start, now.end):
            raise CorrectionError("新范围与现范围相同")
        quote = check_span(now.document, start, end)
        check_free(now.document, now.kind, start, end, now.key, now.pk)
        return {"seen": [now.start, now.end], "start": start, "end": end, "quote": quote}

    return on_record(record, Action.SPAN, change, **said)


def reject_record(record: Record, **said: Unpack[Said]) -> Correction:
    """Propose that the record is none: its text does not say so."""
    return on_record(record, Action.REJECT, lambda now: {"quote": now.quote}, **said)


def confirm(record: Record, *, reason: str = "核对无误", **said: object) -> Correction:
    """Propose that the record is right as it stands; settles its doubt. `said` as above."""

    def change(now: Record) -> dict:
        own = now.extracted or now.effective
        fields = {name: value for name, value in own.items() if name not in EVIDENCE}
        return {"seen": now.effective, "value": {"fields": fields}}

    return on_record(record, Action.CONFIRM, change, reason=reason, **said)
