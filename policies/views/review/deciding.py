"""What is decided on one correction: 通过, 修改后通过, 退回, 撤回 and 撤销."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from policies.corrections.deciding import UNCHANGED, approve, reject, revert
from policies.corrections.errors import CorrectionError, StaleVersion
from policies.models import Correction

from .access import PROPOSE, REVIEW, needs
from .correction_page import show_correction
from .given import version_of, words_of
from .onward import onward
from .proposals import proposed_value, revised_value
from .record_page import find_record, show_record
from .refused import Refused
from .term_names import TermNames
from .typed import Mistyped


@needs(REVIEW, "POST")
def approve_correction(request: HttpRequest, number: int) -> HttpResponse:
    """Let it count, as proposed or with the value that the reviewer typed."""

    def decide(correction: Correction) -> Correction:
        return approve(
            correction,
            reviewer=request.user,
            version=version_of(request),
            value=_value(request, correction),
            answer=words_of(request, "answer"),
        )

    return _decide(request, number, decide)


@needs(REVIEW, "POST")
def return_correction(request: HttpRequest, number: int) -> HttpResponse:
    """Send it back with the reason why."""

    def decide(correction: Correction) -> Correction:
        answer = words_of(request, "answer")
        version = version_of(request)
        return reject(correction, reviewer=request.user, version=version, answer=answer)

    return _decide(request, number, decide)


@needs(PROPOSE, "POST")
def revert_correction(request: HttpRequest, number: int) -> HttpResponse:
    """Take back one's own proposal, or, as a reviewer, what was approved."""

    def decide(correction: Correction) -> Correction:
        if correction.author_id != request.user.pk and not request.user.has_perm(REVIEW):
            raise PermissionDenied
        reason = words_of(request, "answer")
        return revert(correction, actor=request.user, version=version_of(request), reason=reason)

    return _decide(request, number, decide)


def find_correction(number: int) -> Correction:
    corrections = Correction.objects.select_related(
        "record", "document__province", "author", "reviewer"
    )
    return get_object_or_404(corrections, number=number)


def _value(request: HttpRequest, correction: Correction) -> object:
    """The reviewer's value, where it differs from the proposed one."""
    if "revise" not in request.POST:
        return UNCHANGED
    try:
        value = revised_value(correction, request.POST, TermNames())
    except Mistyped as error:
        raise CorrectionError(str(error)) from None
    return UNCHANGED if value == proposed_value(correction) else value


def _decide(
    request: HttpRequest, number: int, decide: Callable[[Correction], Correction]
) -> HttpResponse:
    correction = find_correction(number)
    try:
        made = decide(correction)
    except CorrectionError as error:
        status = 409 if isinstance(error, StaleVersion) else 422
        return _show_refused(request, find_correction(number), str(error), status)
    said = f"{made} {made.get_action_display()}：{made.get_state_display()}。"
    return onward(request, address_of(made), said, made.record.ref if made.record else str(made))


def address_of(correction: Correction) -> str:
    """Where a correction is shown: with its record, or alone while it has none."""
    if correction.record:
        return reverse("review_record", args=[correction.record.ref])
    return reverse("review_correction", args=[correction.number])


def _show_refused(
    request: HttpRequest, correction: Correction, message: str, status: int
) -> HttpResponse:
    refused = Refused(
        message,
        status,
        reason=request.POST.get("answer", ""),
        number=correction.number,
        revised=request.POST.dict() if "revise" in request.POST else None,
    )
    if correction.record:
        return show_record(request, find_record(correction.record.ref), refused)
    return show_correction(request, correction, refused)
