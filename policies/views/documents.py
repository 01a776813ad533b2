"""/documents/<slug>/: the source text with its tree and its records marked in place."""

from collections import Counter

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render

from policies.annotation import annotate
from policies.models import Document, Kind, Record

from .conditional import conditional

MARKED = (Kind.TARGET, Kind.GOAL, Kind.SECTOR_MENTION, Kind.TAX_POLICY, Kind.CITATION)


@conditional
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one text; `?record=<ref>` or `?from=&to=` highlights, `?kind=…` lists only these."""
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
    highlight = (current.start, current.end) if current else _asked_span(request.GET)
    provisions = list(document.provisions.select_related("part").order_by("position"))
    context = {
        "document": document,
        "provisions": provisions,
        "blocks": annotate(
            document.text,
            provisions,
            shown,
            [record for record in shown if record.kind in MARKED],
            highlight,
        ),
        "current": current,
        "highlight_start": highlight[0] if highlight else None,
        "data_version": request.data_version,
        "kinds": _kind_choices(records, kinds),
    }
    return render(request, "documents/document.html", context)


def _current(records: list[Record], ref: str) -> Record | None:
    return next((record for record in records if record.ref == ref), None)


def _asked_span(params: QueryDict) -> tuple[int, int] | None:
    """The span of `from` and `to` in code points; None unless both are small whole numbers."""
    start, end = params.get("from", ""), params.get("to", "")
    if not all(n.isascii() and n.isdecimal() and len(n) < 10 for n in (start, end)):
        return None
    return (int(start), int(end)) if int(start) < int(end) else None


def _kind_choices(records: list[Record], chosen: list[str]) -> list[dict]:
    counts = Counter(record.kind for record in records)
    return [
        {"value": kind.value, "label": kind.label, "count": counts[kind], "chosen": kind in chosen}
        for kind in Kind
    ]
