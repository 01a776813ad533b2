"""/review/: what waits for a person, worst first; progress per document."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Prefetch, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from policies.models import Correction, Document, Record, ReviewItem, State

from .absences import AskedCells
from .access import PROPOSE, needs
from .given import asked_of
from .items import ShownItem, shown_items
from .proposals import Proposal, proposals
from .queue_facets import Choice, facets
from .queue_filters import SETTLED, Asked, selected
from .reason_words import InWords, reason_of
from .suspicions import with_suspicions
from .term_names import TermNames
from .waiting import in_doubt_order

PAGE_SIZE = 50


@dataclass(frozen=True)
class QueueRow:
    record: Record
    why: InWords
    proposals: tuple[Proposal, ...]
    items: tuple[ShownItem, ...]


@needs(PROPOSE, "GET")
def review(request: HttpRequest) -> HttpResponse:
    asked = asked_of(request)
    page = Paginator(_records(asked), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "asked": asked,
        "facets": facets(asked) | {"cells": _empty_cells(asked)},
        "page": page,
        "rows": _rows(page, request),
        "matters": _matters(asked, request),
        "progress": _progress(),
        "back": asked.query(),
    }
    return render(request, "review/queue.html", context)


def _records(asked: Asked) -> object:
    open_items = ReviewItem.objects.filter(closed_at__isnull=True)
    pending = Correction.objects.filter(state=Correction.State.PROPOSED)
    return (
        in_doubt_order(with_suspicions(selected(asked)))
        .select_related("document__province", "taxpolicy__relief")
        .defer("document__text")
        .prefetch_related(
            Prefetch("review_items", open_items, "open_items"),
            Prefetch("corrections", pending.select_related("author", "record"), "pending"),
        )
    )


def _rows(page: Page, request: HttpRequest) -> list[QueueRow]:
    terms = TermNames()
    return [
        QueueRow(
            record=record,
            why=reason_of(record),
            proposals=tuple(proposals(record.pending, request.user, terms)),
            items=tuple(shown_items(record.open_items, record.kind, terms)),
        )
        for record in page.object_list
    ]


def _matters(asked: Asked, request: HttpRequest) -> dict[str, object]:
    """What waits and hangs on no record: additions, absences, glyphs; lost ones of these."""
    if asked.kind or asked.field or asked.reason or asked.state not in {"open", "proposed"}:
        return {}
    place = Q(document__slug=asked.document) if asked.document else Q()
    pending = Correction.objects.filter(place, record=None, state=Correction.State.PROPOSED)
    waiting = ReviewItem.objects.filter(place, record=None, closed_at__isnull=True)
    pending = pending.select_related("author", "document__province", "record")
    waiting = waiting.select_related("document__province", "correction")
    terms = TermNames()
    shown = proposals(pending.order_by("number"), request.user, terms)
    items = shown_items(waiting, "", terms)
    return {"proposals": shown, "items": items, "count": len(shown) + len(items)}


def _empty_cells(asked: Asked) -> list[Choice]:
    """The reason that hangs on no record; its list is a page of its own."""
    there = AskedCells(document=asked.document)
    address = reverse("review_absences") + there.query()
    return [Choice("absent", "未检出的格子", len(there.cells()), False, address)]


def _progress() -> list[Document]:
    """Documents with `total` and `reviewed`; one query."""
    present = Q(records__state=State.PRESENT)
    return list(
        Document.objects.in_column_order()
        .defer("text")
        .annotate(
            total=Count("records", filter=present),
            reviewed=Count("records", filter=present & Q(records__status__in=SETTLED)),
            left=F("total") - F("reviewed"),
        )
    )
