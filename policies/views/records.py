"""/records/<ref>/: the permanent address of a record: fact, quotation, context, history, 引用."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from policies.annotation import Block, annotate
from policies.citing import cite_record
from policies.comparison.places import place_of_provision
from policies.comparison.wording import normal_form
from policies.models import Correction, Record, State

from .conditional import conditional
from .history import answered_reports, past_corrections
from .shown_fields import shown_fields

NEIGHBOURS = 1  # blocks shown before and after the quotation's own


@conditional
def record(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one record; 410 with the last quotation when it has gone from the text."""
    records = Record.objects.with_facts().with_links().filter(document__published=True)
    record = get_object_or_404(records, ref=ref)
    place = place_of_provision(record.provision)
    version = request.data_version.number if request.data_version else 0
    context = {
        "record": record,
        "document": record.document,
        "place": place,
        "form": normal_form({**record.effective, "kind": record.kind, "doubt": record.doubt}),
        "fields": shown_fields(record),
        "blocks": _context_blocks(record),
        "citation": cite_record(record.document, place, record.quote, ref, version),
        "history": past_corrections(
            record.corrections.exclude(state=Correction.State.PROPOSED)
            .select_related("record")
            .order_by("-number")
        ),
        "reports": answered_reports(record),
        "data_version": request.data_version,
    }
    gone = record.state != State.PRESENT
    return render(request, "records/record.html", context, status=410 if gone else 200)


def _context_blocks(record: Record) -> tuple[Block, ...]:
    """The block that holds the quotation and its neighbours; none when the text moved on."""
    if record.state != State.PRESENT:
        return ()
    provisions = list(record.document.provisions.order_by("position"))
    blocks = annotate(record.document.text, provisions, (), (), (record.start, record.end))
    holding = [
        index for index, block in enumerate(blocks) if any(s.highlighted for s in block.segments)
    ]
    if not holding:
        return ()
    return blocks[max(0, holding[0] - NEIGHBOURS) : holding[-1] + NEIGHBOURS + 1]
