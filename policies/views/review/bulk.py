"""/review/bulk/: approve several corrections that the page showed, each in its own act."""

from collections import Counter
from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from policies.corrections.deciding import approve
from policies.corrections.errors import CorrectionError
from policies.models import Correction

from .access import REVIEW, needs
from .given import asked_of

MOST = 500


@needs(REVIEW, "POST")
def approve_shown(request: HttpRequest) -> HttpResponse:
    """Approve what was ticked, as it was shown: a record that changed since is left alone."""
    approved, earlier = 0, Counter()  # decisions of this batch raise a record's version themselves
    corrections = _corrections(shown := dict(_shown(request)))
    for correction in corrections:
        version = shown[correction.number] + earlier[correction.record_id]  # 0 without a record
        try:
            approve(correction, reviewer=request.user, version=version)
        except CorrectionError as error:
            messages.error(request, f"{correction} 未通过：{error}")
        else:
            approved += 1
            earlier[correction.record_id] += correction.record_id is not None
    messages.success(request, f"已通过 {approved} 条更正。")
    return redirect(reverse("review") + asked_of(request).query())


def _shown(request: HttpRequest) -> Iterator[tuple[int, int]]:
    """Number and version of the ticked ones; anything else that is sent is left out."""
    for ticked in request.POST.getlist("approve")[:MOST]:
        number, _, version = ticked.partition(":")
        if all(v.isascii() and v.isdigit() and len(v) < 10 for v in (number, version)):
            yield int(number), int(version)


def _corrections(shown: dict[int, int]) -> list[Correction]:
    """In the order of their numbers."""
    return list(Correction.objects.filter(number__in=shown).order_by("number"))
