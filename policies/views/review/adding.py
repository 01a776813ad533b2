"""/review/documents/<slug>/add/: a record that the machine missed, with its span."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from policies.corrections.adding import add_record
from policies.corrections.errors import CorrectionError, StaleVersion
from policies.models import Accrual, Change, Comparator, Document, Force, Kind, PolicyScope, Via
from policies.models.fields import FIELDS, blank_fields

from .access import PROPOSE, needs
from .document import find_document
from .editor import editor
from .given import new_token, token_of, version_of, words_of
from .refused import Refused
from .source import blocks_around
from .term_names import TermNames
from .typed import Mistyped, Typed, typed_of, value_of

QUOTED = {"indicator", "statement", "heading", "as_written", "title"}  # begin as the words selected
USUAL = {  # what a blank form begins with, where a choice is required
    Kind.TARGET: {
        "comparator": Comparator.EQUAL,
        "change": Change.LEVEL,
        "accrual": Accrual.END,
    },
    Kind.SECTOR_MENTION: {"via": Via.WORD},
    Kind.MEASURE: {"force": Force.UNMARKED},
    Kind.TAX_POLICY: {"scope": PolicyScope.NATIONAL},
}


@dataclass(frozen=True)
class Missed:
    """What is to be added: where in the text, and of which kind."""

    kind: str
    start: int
    end: int


@needs(PROPOSE, "GET", "POST")
def add_missed(request: HttpRequest, slug: str) -> HttpResponse:
    document = find_document(slug)
    missed = _missed(request, document)
    if missed is None:
        messages.error(request, "请先在原文中选定一段文字和记录种类。")
        return redirect("review_document", slug=slug)
    if request.method != "POST":
        return _show(request, document, missed)
    try:
        made = _add(request, document, missed)
    except (CorrectionError, Mistyped) as error:
        status = 409 if isinstance(error, StaleVersion) else 422
        refused = Refused(
            str(error), status, request.POST.dict(), (), request.POST.get("reason", "")
        )
        return _show(request, find_document(slug), missed, refused)
    messages.success(request, f"已提出补录 {made}，等待另一人审核。")
    return redirect("review_correction", number=made.number)


def _add(request: HttpRequest, document: Document, missed: Missed) -> object:
    terms, length = TermNames(), missed.end - missed.start
    fields = {f.name: value_of(f, request.POST, terms, length) for f in FIELDS[missed.kind]}
    made = add_record(
        document,
        missed.kind,
        missed.start,
        missed.end,
        fields,
        author=request.user,
        reason=words_of(request, "reason"),
        version=version_of(request),
        token=token_of(request),
    )
    if (made.kind, made.start, made.end, made.value["fields"]) != (
        missed.kind,
        missed.start,
        missed.end,
        fields,
    ):
        raise CorrectionError(f"此表单已经提交过（{made}），请刷新页面后再改")
    return made


def _missed(request: HttpRequest, document: Document) -> Missed | None:
    """The span and kind in the address; None where they are none of this text."""
    kind = request.GET.get("kind", "")
    given = [request.GET.get(name, "") for name in ("start", "end")]
    if kind not in Kind.values or not all(
        v.isascii() and v.isdigit() and len(v) < 10 for v in given
    ):
        return None
    start, end = map(int, given)
    return Missed(kind, start, end) if start < end <= len(document.text) else None


def _show(
    request: HttpRequest, document: Document, missed: Missed, refused: Refused | None = None
) -> HttpResponse:
    terms = TermNames()
    typed: Typed = refused.typed if refused else _begin(document, missed, terms)
    context = {
        "document": document,
        "missed": missed,
        "kind": Kind(missed.kind),
        "kinds": Kind.choices,
        "quote": document.text[missed.start : missed.end],
        "blocks": blocks_around(document, missed.start, missed.end),
        "editor": editor(missed.kind, typed, terms),
        "token": new_token(),
        "refused": refused,
    }
    return render(request, "review/add.html", context, status=refused.status if refused else 200)


def _begin(document: Document, missed: Missed, terms: TermNames) -> dict[str, str]:
    fields = blank_fields(missed.kind) | USUAL.get(missed.kind, {})
    quote = document.text[missed.start : missed.end].strip()
    fields |= dict.fromkeys(QUOTED & fields.keys(), quote)
    return typed_of(missed.kind, fields, terms)
