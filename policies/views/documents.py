"""/documents/<slug>/: the source text with its tree and its records marked in place."""

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from policies.annotation import annotate
from policies.models import Document, Kind, Record

MARKED = (Kind.TARGET, Kind.GOAL, Kind.SECTOR_MENTION, Kind.TAX_POLICY, Kind.CITATION)


def document(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one text; `?record=<ref>` highlights a record, `?kind=…` lists only these beside it."""
    document = get_object_or_404(
        Document.objects.published().select_related("province", "source"), slug=slug
    )
    records = list(
        document.records.present()
        .select_related("taxpolicy__relief")
        .order_by("start", "end", "ref")
    )
    kinds = [kind for kind in request.GET.getlist("kind") if kind in Kind.values]
    shown = [record for record in records if not kinds or record.kind in kinds]
    current = _current(records, request.GET.get("record", ""))
    provisions = list(document.provisions.select_related("part").order_by("position"))
    context = {
        "document": document,
        "provisions": provisions,
        "blocks": annotate(
            document.text,
            provisions,
            shown,
            [record for record in shown if record.kind in MARKED],
            current and (current.start, current.end),
        ),
        "current": current,
        "kinds": _kind_choices(records, kinds),
    }
    return render(request, "documents/document.html", context)


def _current(records: list[Record], ref: str) -> Record | None:
    return next((record for record in records if record.ref == ref), None)


def _kind_choices(records: list[Record], chosen: list[str]) -> list[dict]:
    counts = Counter(record.kind for record in records)
    return [
        {"value": kind.value, "label": kind.label, "count": counts[kind], "chosen": kind in chosen}
        for kind in Kind
    ]
