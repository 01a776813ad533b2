"""/review/<ref>/: the source on one side, the form on the other; saving proposes each change."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from policies.corrections.errors import CorrectionError, StaleVersion
from policies.models import Correction, Record

from .access import PROPOSE, needs
from .changes import Changes, changes_of, propose_changes
from .given import asked_of, token_of, version_of, words_of
from .mapping import is_mapping, records_alike
from .onward import next_of, onward
from .record_page import find_record, show_record
from .refused import Refused
from .stale import stale
from .term_names import TermNames
from .typed import Mistyped


@needs(PROPOSE, "GET", "POST")
def review_record(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the record, or propose what was changed in its form."""
    record = find_record(ref)
    if request.method != "POST":
        return show_record(request, record)
    changes = changes_of(request, record, TermNames())
    try:
        return _propose(request, record, changes)
    except StaleVersion as error:
        return show_record(request, find_record(ref), stale(find_record(ref), changes, str(error)))
    except (CorrectionError, Mistyped) as error:
        return show_record(request, record, _refused(changes, str(error)))


def _propose(request: HttpRequest, record: Record, changes: Changes) -> HttpResponse:
    if changes.mistake:
        raise Mistyped(changes.mistake)
    made = propose_changes(
        record,
        changes.values,
        author=request.user,
        reason=words_of(request, "reason"),
        version=version_of(request),
        token=token_of(request),
    )
    said = f"已提出更正 {'、'.join(map(str, made))}，等待另一人审核。"
    if mapping := next((c for c in made if is_mapping(c) and any(records_alike(c))), None):
        messages.success(request, said)
        return redirect(same_word_address(request, mapping))
    return onward(request, reverse("review_record", args=[record.ref]), said, record.ref)


def same_word_address(request: HttpRequest, mapping: Correction) -> str:
    """Where the same mapping is offered for other records, the way onward kept."""
    kept = urlencode({"next": next_of(request)}) if next_of(request) else ""
    query = "&".join(filter(None, [asked_of(request).query().lstrip("?"), kept]))
    return f"{reverse('review_same_word', args=[mapping.number])}?{query}"


def _refused(changes: Changes, message: str) -> Refused:
    return Refused(message, 422, changes.typed, changes.names, changes.reason)
