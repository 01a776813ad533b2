"""/review/alignment/: names, order and parents of vocabulary entries; which name belongs to which."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from policies.corrections.errors import CorrectionError
from policies.corrections.proposing import propose
from policies.corrections.relabelling import changeable, relabel
from policies.models import Document
from policies.views.review.access import ALIGN, needs
from policies.views.review.document import place_of
from policies.views.review.given import new_token, token_of, words_of
from policies.views.review.same_word import ticked
from policies.views.review.term_names import TermNames

from .effect import effect_of
from .names import names_of, records_named, remapped
from .tables import TABLES, find_table, find_term, with_use
from .term_form import TermForm, initial_of, seen_of


@needs(ALIGN, "GET")
def alignment(request: HttpRequest, table: str = "sector") -> HttpResponse:
    """The entries of one table, in their order, with their use."""
    chosen = find_table(table)
    context = {"tables": TABLES.values(), "chosen": chosen, "terms": with_use(chosen)}
    return render(request, "review/alignment.html", context)


@needs(ALIGN, "GET", "POST")
def align_term(request: HttpRequest, table: str, code: str) -> HttpResponse:
    """Show an entry; on POST first the effect of a change, then, asked again, the change itself."""
    chosen, terms = find_table(table), TermNames()
    term = find_term(chosen, code)
    if request.method == "POST":
        form, lines, status = TermForm(chosen, terms, request.POST), None, 422
        if form.is_valid():
            try:
                if "save" in request.POST:
                    relabel(
                        term,
                        user=request.user,
                        reason=form.cleaned_data["reason"],
                        seen=seen_of(request),
                        **form.values(),
                    )
                    messages.success(request, f"已保存“{form.cleaned_data['name']}”。")
                    return redirect("review_align_term", table=table, code=code)
                lines, status = effect_of(chosen, term, request.user, form.values()), 200
            except CorrectionError as error:
                form.add_error(None, str(error))
    else:
        form, lines, status = TermForm(chosen, terms, initial=initial_of(term)), None, 200
    context = {
        "chosen": chosen,
        "term": term,
        "form": form,
        "lines": lines,
        "seen": json.dumps(changeable(term), ensure_ascii=False),
        "names": names_of(table, code),
    }
    return render(request, "review/align_term.html", context, status=status)


@needs(ALIGN, "GET", "POST")
def align_name(request: HttpRequest, table: str, code: str) -> HttpResponse:
    """The records in which a name stands for the entry; what stays ticked is proposed anew."""
    chosen, terms = find_table(table), TermNames()
    term = find_term(chosen, code)
    kind, words = request.GET.get("kind", ""), request.GET.get("name", "")[:500]
    records = records_named(table, code, kind, words) if "\0" not in words else []
    if request.method == "POST":
        try:
            done = _propose_all(request, table, code, words, terms, records)
            messages.success(request, f"已对 {done} 条提出更正，等待另一人审核。")
            return redirect("review_align_term", table=table, code=code)
        except CorrectionError as error:
            messages.error(request, str(error))
    texts = Document.objects.in_bulk({record.document_id for record in records})
    context = {
        "chosen": chosen,
        "term": term,
        "words": words,
        "others": [(r, place_of(texts[r.document_id], r.start, r.end)) for r in records],
        "lists": {table: tuple(terms.table(table).values())},
        "typed": {name: request.POST.get(name, "") for name in ("to", "reason")},
        "token": new_token(),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "review/align_name.html", context, status=status)


def _propose_all(
    request: HttpRequest, table: str, code: str, words: str, terms: TermNames, records: list
) -> int:
    """Propose on every ticked record; return on how many. Raises CorrectionError."""
    to, reason, token = (
        terms.code(table, request.POST.get("to", "").strip()),
        words_of(request, "reason"),
        token_of(request),
    )
    if to is None or to == code:
        raise CorrectionError("请选择另一个词表条目")
    if not reason:
        raise CorrectionError("请写明理由")
    shown, done = dict(ticked(request)), 0
    for record in records:
        if record.ref not in shown:
            continue
        field, value = remapped(table, record, words, code, to)
        said = {"author": request.user, "reason": reason, "version": shown[record.ref]}
        try:
            propose(record, field, value, token=f"{token}-{record.pk}", **said)
            done += 1
        except CorrectionError as error:
            messages.error(request, f"{record} 未提出：{error}")
    return done
