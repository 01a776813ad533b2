"""Everything one record's page of the workbench shows, put together once for every outcome."""

import json
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from policies.comparison.places import place_of_provision
from policies.comparison.wording import normal_form
from policies.models import Correction, Record, State
from policies.models.fields import FIELDS

from .editor import editor
from .given import asked_of, new_token
from .items import shown_items
from .mapping import is_mapping, records_alike
from .neighbours import way_from
from .proposals import Proposal, proposals
from .reason_words import reason_for
from .refused import Refused
from .source import blocks_of
from .term_names import TermNames
from .typed import Typed, typed_of
from .why import grounds
from .words import value_words

REVIEWED_STATES = (Correction.State.APPROVED, Correction.State.REJECTED, Correction.State.REVERTED)


def find_record(ref: str) -> Record:
    """The record of any document, published or not, present or gone. Raises Http404."""
    records = Record.objects.with_facts().with_links().select_related("document__source")
    return get_object_or_404(records, ref=ref)


def show_record(
    request: HttpRequest, record: Record, refused: Refused | None = None
) -> HttpResponse:
    """Render the record's page; after a refused act with its reason and everything typed."""
    terms, asked = TermNames(), asked_of(request)
    corrections = list(
        record.corrections.select_related("author", "reviewer", "record").order_by("-number")
    )
    pending = [c for c in corrections if c.state == Correction.State.PROPOSED]
    settled = [c for c in corrections if c.state != Correction.State.PROPOSED]
    shown = _with_alike(proposals(pending, request.user, terms, refused))
    way = way_from(record.ref, asked)
    context = {
        "record": record,
        "document": record.document,
        "place": place_of_provision(record.provision),
        "form": normal_form({**record.effective, "kind": record.kind, "doubt": record.doubt}),
        "blocks": blocks_of(record),
        "grounds": grounds(record, terms),
        "editor": _editor(record, refused, terms),
        "seen": json.dumps(record.effective, ensure_ascii=False),
        "pending": shown,
        "settled": proposals(settled, request.user, terms),
        "items": shown_items(record.review_items.select_related("closed_by"), record.kind, terms),
        "glyph": damaged_span(record),
        "open": record.state == State.PRESENT,
        "token": new_token(),
        "way": way,
        "why": reason_for(record, asked.reviewer),
        "next": way.next if way.position and sum(p.may_decide for p in shown) < 2 else None,
        "back": asked.query(),
        "refused": refused,
    }
    status = refused.status if refused else 200
    return render(request, "review/record.html", context, status=status)


def _with_alike(pending: list[Proposal]) -> list[Proposal]:
    """Count, for mappings, the other records with the same word: one query for each."""
    return [
        replace(p, alike=sum(1 for _ in records_alike(p.correction)))
        if is_mapping(p.correction)
        else p
        for p in pending
    ]


def damaged_span(record: Record) -> tuple[int, int, str] | None:
    """The damaged characters of a doubtful record: start, end, and what the machine suspects."""
    damaged = [i for i, c in enumerate(record.quote) if "\ue000" <= c <= "\uf8ff"]
    if not damaged or not record.doubt or record.state != State.PRESENT:
        return None
    start = record.start + damaged[0]
    return start, start + 1, record.doubt.partition("疑为")[2]


def _editor(record: Record, refused: Refused | None, terms: TermNames) -> object:
    stands = typed_of(record.kind, record.effective, terms)
    typed: Typed = refused.typed if refused and refused.typed is not None else stands
    changed = refused.changed if refused else ()
    return editor(record.kind, typed, terms, changed=changed, machine=_machine(record, terms))


def _machine(record: Record, terms: TermNames) -> dict[str, str]:
    """Field -> what the machine said, where a person's value stands instead."""
    if record.extracted is None:
        return {}
    return {
        field.name: value_words(field, record.extracted.get(field.name), terms)
        for field in FIELDS[record.kind]
        if record.extracted.get(field.name) != record.effective.get(field.name)
    }
