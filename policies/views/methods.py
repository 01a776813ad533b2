"""/methods/: what every column, mark and code means, and the rules they were given by."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from policies.models import (
    Accrual,
    ActorRole,
    Comparator,
    Force,
    IndicatorGroup,
    Instrument,
    NumberRole,
    Part,
    PolicyScope,
    Relief,
    Sector,
    SectorParent,
    Status,
    Theme,
)

from .conditional import conditional


@conditional
def methods(request: HttpRequest) -> HttpResponse:
    """Show definitions and coding tables, each with an address of its own (#force, #tool-land)."""
    parents = Prefetch("parent_links", SectorParent.objects.select_related("parent"))
    context = {
        "parts": Part.objects.all(),
        "indicator_groups": IndicatorGroup.objects.prefetch_related("indicators"),
        "instruments": Instrument.objects.prefetch_related("tools"),
        "themes": Theme.objects.prefetch_related("tools"),
        "reliefs": Relief.objects.all(),
        "sectors": Sector.objects.prefetch_related("codes", parents),
        "data_version": request.data_version,
        "choices": [
            ("force", "措辞刚性", Force),
            ("scope", "政策性质", PolicyScope),
            ("status", "复核状态", Status),
            ("comparator", "比较符", Comparator),
            ("accrual", "目标口径", Accrual),
            ("role", "责任角色", ActorRole),
            ("number-role", "数字作用", NumberRole),
        ],
    }
    return render(request, "methods/methods.html", context)
