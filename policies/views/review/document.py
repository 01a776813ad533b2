"""/review/documents/<slug>/: the whole text with its records; where a missed record is added."""

import re
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from policies.annotation import annotate
from policies.models import Correction, Document, Kind

from .access import PROPOSE, needs
from .given import new_token

MOST_MATCHES = 50
CONTEXT = 20  # characters shown on either side of a match
DAMAGED = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True)
class Match:
    """A place in the text: for adding a record there, or for reading a damaged glyph."""

    start: int
    end: int
    before: str
    found: str
    after: str


@needs(PROPOSE, "GET")
def review_document(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the text, published or not; `?quote=` finds words in it, `?start=&end=` marks a span."""
    document = find_document(slug)
    records = list(document.records.present().select_related("taxpolicy__relief"))
    span = _span(request, document) or _of_record(records, request.GET.get("record", ""))
    quote = request.GET.get("quote", "").replace("\r\n", "\n").strip()[:500]
    context = {
        "document": document,
        "provisions": (provisions := list(document.provisions.order_by("position"))),
        "blocks": annotate(document.text, provisions, records, records, span),
        "span": span and place_of(document, *span),
        "highlight_start": span and span[0],
        "kinds": Kind.choices,
        "quote": quote,
        "matches": find_places(document, quote),
        "damaged": _damaged(document),
        "token": new_token(),
    }
    return render(request, "review/document.html", context)


def find_document(slug: str) -> Document:
    documents = Document.objects.select_related("province", "source").defer("source__data")
    return get_object_or_404(documents, slug=slug)


def find_places(document: Document, quote: str) -> list[Match]:
    """Return where the words stand, at most MOST_MATCHES; none for an empty quote."""
    if not quote:
        return []
    starts, at = [], document.text.find(quote)
    while at >= 0 and len(starts) < MOST_MATCHES:
        starts.append(at)
        at = document.text.find(quote, at + 1)
    return [place_of(document, start, start + len(quote)) for start in starts]


def place_of(document: Document, start: int, end: int) -> Match:
    text = document.text
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Match(start, end, before, text[start:end], after)


def _damaged(document: Document) -> list[Match]:
    """Private-use characters that nobody has read yet or is reading."""
    live = (Correction.State.PROPOSED, Correction.State.APPROVED)
    read = document.corrections.filter(action=Correction.Action.GLYPH, state__in=live)
    spans = list(read.exclude(start=None).values_list("start", "end"))
    return [
        place_of(document, found.start(), found.end())
        for found in DAMAGED.finditer(document.text)
        if not any(start <= found.start() and found.end() <= end for start, end in spans)
    ][:MOST_MATCHES]


def _span(request: HttpRequest, document: Document) -> tuple[int, int] | None:
    start, end = request.GET.get("start", ""), request.GET.get("end", "")
    if not all(v.isascii() and v.isdigit() and len(v) <= 9 for v in (start, end)):
        return None
    return (int(start), int(end)) if int(start) < int(end) <= len(document.text) else None


def _of_record(records: list, ref: str) -> tuple[int, int] | None:
    return next(((r.start, r.end) for r in records if r.ref == ref), None)
