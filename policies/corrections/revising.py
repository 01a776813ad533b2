"""What a reviewer may change before approving, and whether approving is still possible."""

from policies.models import Correction, State
from policies.models.checks import fault
from policies.models.fields import key_of

from .checking import check_field, check_fields, check_free, check_span
from .errors import CorrectionError
from .overlay import Action


def revise(now: Correction, value: object) -> None:
    """Put the reviewer's value in place of the proposed one, which `proposed` keeps.

    A field: its value; a span: [start, end]; an added record: its fields; a glyph: the reading.
    """
    now.proposed = [now.start, now.end] if now.action == Action.SPAN else now.value
    if now.action == Action.FIELD:
        now.value = check_field(now.record, now.field, value)
    elif now.action == Action.SPAN:
        now.start, now.end = value
        now.quote = check_span(now.document, now.start, now.end)
    elif now.action == Action.ADD:
        fields = {**now.value["fields"], **value}
        now.value = {"fields": fields, "key": key_of(now.kind, fields)}
    elif now.action == Action.GLYPH:
        now.value = value
    else:
        raise CorrectionError("这类更正没有可改的值")


def check_still_possible(now: Correction) -> None:
    """The record and its text may have changed since the proposal."""
    if now.record and now.record.state != State.PRESENT:
        raise CorrectionError(f"{now.record.ref} {now.record.get_state_display()}，不能再改")
    if now.action in {Action.SPAN, Action.ADD, Action.GLYPH}:
        if now.start is None:
            raise CorrectionError("原文已变动，所选范围不再确定，请退回后重新选定")
        check_span(now.document, now.start, now.end)
    if now.action == Action.SPAN:
        record = now.record
        check_free(now.document, record.kind, now.start, now.end, record.key, record.pk)
    if now.action == Action.ADD:
        check_fields(now.kind, now.value["fields"])
        check_free(now.document, now.kind, now.start, now.end, now.value["key"])
    if now.action == Action.FIELD:
        _check_beside_the_rest(now)


def _check_beside_the_rest(now: Correction) -> None:
    """The value fits the record; if only together with another proposal, that one comes first."""
    kind, fields = now.record.kind, {**now.record.effective, now.field: now.value}
    try:
        check_fields(kind, fields)
    except CorrectionError as refused:
        others = now.record.corrections.filter(action=Action.FIELD, state=Correction.State.PROPOSED)
        for other in others.exclude(pk=now.pk):
            if fault(kind, {**fields, other.field: other.value}) is None:
                raise CorrectionError(f"{refused}；请先通过同时提出的 {other}") from None
        raise
