"""/review/corrections/<number>/same-word/: a mapping corrected once, offered for the same word elsewhere.

The list is shown first; what stays ticked is proposed, one correction and one audit row each.
"""

from collections.abc import Iterator

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from policies.corrections.errors import CorrectionError
from policies.corrections.proposing import propose
from policies.models import Correction, Document, Record

from .access import PROPOSE, needs
from .deciding import address_of, find_correction
from .document import Match, place_of
from .given import asked_of, new_token, token_of
from .mapping import LIVE, MOST, WORDS, is_mapping, records_alike
from .onward import next_of, onward
from .proposals import proposals
from .term_names import TermNames


@needs(PROPOSE, "GET", "POST")
def same_word(request: HttpRequest, number: int) -> HttpResponse:
    correction = find_correction(number)
    if not is_mapping(correction) or correction.state not in LIVE:
        raise Http404("不是对应关系的更正")
    if request.method == "POST":
        done = _propose_all(request, correction)
        said = f"已对同词的 {done} 条提出同样的更正，等待另一人审核。"
        return onward(request, address_of(correction), said, correction.record.ref)
    context = {
        "proposal": proposals([correction], request.user, TermNames())[0],
        "word": correction.record.effective[WORDS[correction.record.kind][0]],
        "others": _with_context(list(records_alike(correction))),
        "token": new_token(),
        "back": asked_of(request).query(),
        "next": next_of(request),
    }
    return render(request, "review/same_word.html", context)


def _with_context(records: list[Record]) -> list[tuple[Record, Match]]:
    """Each record with the words around it; one query for the texts."""
    documents = Document.objects.in_bulk({record.document_id for record in records})
    return [(r, place_of(documents[r.document_id], r.start, r.end)) for r in records]


def _propose_all(request: HttpRequest, correction: Correction) -> int:
    """Propose on every ticked record, return on how many; one that cannot take it is named."""
    done, shown = 0, dict(ticked(request))
    token = _token(request)
    for record in records_alike(correction):
        if token is None or record.ref not in shown:
            continue
        try:
            _propose(correction, record, request.user, shown[record.ref], token)
            done += 1
        except CorrectionError as error:
            messages.error(request, f"{record} 未提出：{error}")
    return done


def _token(request: HttpRequest) -> str | None:
    try:
        return token_of(request)
    except CorrectionError:
        return None


def _propose(
    correction: Correction, record: Record, author: AbstractBaseUser, version: int, token: str
) -> Correction:
    return propose(
        record,
        correction.field,
        correction.value,
        author=author,
        reason=f"{correction.reason}（同词，见 {correction}）",
        version=version,
        token=f"{token}-{record.pk}",
    )


def ticked(request: HttpRequest) -> Iterator[tuple[str, int]]:
    """Ref and version of the records that stayed ticked."""
    for ticked in request.POST.getlist("record")[:MOST]:
        ref, _, version = ticked.rpartition(":")
        if version.isascii() and version.isdigit() and len(version) < 10:
            yield ref, int(version)
