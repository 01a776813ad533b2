"""What is proposed of a record as a whole: right as it stands, none at all, another span."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from policies.corrections.errors import CorrectionError, StaleVersion
from policies.corrections.proposing import confirm, reanchor, reject_record
from policies.models import Correction, Record

from .access import PROPOSE, needs
from .given import offset_of, token_of, version_of, words_of
from .onward import onward
from .record_page import find_record, show_record
from .refused import Refused


@needs(PROPOSE, "POST")
def confirm_record(request: HttpRequest, ref: str) -> HttpResponse:
    """无误: one click."""
    return _act(request, ref, confirm)


@needs(PROPOSE, "POST")
def refuse_record(request: HttpRequest, ref: str) -> HttpResponse:
    """驳回记录: its text does not say so."""
    return _act(request, ref, reject_record, reasoned=True)


@needs(PROPOSE, "POST")
def move_record(request: HttpRequest, ref: str) -> HttpResponse:
    """调整范围: another span of the text."""

    def move(record: Record, **given: object) -> Correction:
        start, end = offset_of(request, "start"), offset_of(request, "end")
        made = reanchor(record, start, end, **given)
        if made.start != start or made.end != end:  # the form was sent before, then changed
            raise CorrectionError(f"此表单已经提交过（{made}），请刷新页面后再改")
        return made

    return _act(request, ref, move, reasoned=True)


def _act(
    request: HttpRequest,
    ref: str,
    write: Callable[..., Correction],
    *,
    reasoned: bool = False,
) -> HttpResponse:
    record = find_record(ref)
    try:
        token = f"{token_of(request)}-{write.__name__}"
        given = {"version": version_of(request), "token": token, "author": request.user}
        if reasoned:
            given["reason"] = words_of(request, "reason")
        made = write(record, **given)
    except CorrectionError as error:
        status = 409 if isinstance(error, StaleVersion) else 422
        reason = request.POST.get("reason", "")
        return show_record(request, find_record(ref), Refused(str(error), status, reason=reason))
    said = f"已提出 {made} {made.get_action_display()}，等待另一人审核。"
    return onward(request, reverse("review_record", args=[ref]), said, ref)
