"""/changes/: what people corrected; for settled texts, corrections are the news."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from policies.models import Correction

from .conditional import conditional
from .history import past_corrections

PAGE_SIZE = 50
SETTLED = (Correction.State.APPROVED, Correction.State.REVERTED)


@conditional
def changes(request: HttpRequest) -> HttpResponse:
    """List approved and reverted corrections of published documents, newest first."""
    page = Paginator(settled_corrections(), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": past_corrections(page.object_list)}
    return render(request, "changes/changes.html", context)


def settled_corrections() -> object:
    """QuerySet of what the public may see of corrections."""
    return (
        Correction.objects.filter(state__in=SETTLED, document__published=True)
        .select_related("record", "document__province")
        .defer("document__text")
        .order_by("-decided_at", "-number")
    )
