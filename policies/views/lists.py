"""/targets/, /measures/, /tax-policies/: faceted lists, as pages, JSON and files."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render

from policies.exports.list_files import (
    TooManyRows,
    csv_lines,
    json_lines,
    with_places,
    workbook,
)
from policies.filters import Selection, select
from policies.filters.options import to_json
from policies.filters.paging import page_of
from policies.models import facts

from .conditional import conditional, version_number
from .errors import PastTheEnd
from .list_options import NAMES, ListOptions, read_options
from .list_page import list_page, notes_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@conditional
def targets(request: HttpRequest) -> HttpResponse:
    """Targets with a number and goals without one, together: `kind` says which."""
    return _answer(request, "targets")


@conditional
def measures(request: HttpRequest) -> HttpResponse:
    return _answer(request, "measures")


@conditional
def tax_policies(request: HttpRequest) -> HttpResponse:
    return _answer(request, "tax_policies")


def _answer(request: HttpRequest, name: str) -> HttpResponse:
    version = version_number(request)
    selection = select(name, request.GET, also_known=NAMES, version=version)
    options = read_options(request.GET, selection.list)
    options.ignored = {**selection.ignored, **options.ignored}
    return ANSWERS[options.format](request, selection, options)


def _html(request: HttpRequest, selection: Selection, options: ListOptions) -> HttpResponse:
    page = page_of(selection, options.order, options.number, options.size)
    if page.number > page.pages:
        raise PastTheEnd(page.pages)
    context = {"list": list_page(selection, options, page), "data_version": request.data_version}
    return render(request, "lists/list.html", context)


def _json(request: HttpRequest, selection: Selection, options: ListOptions) -> HttpResponse:
    """Design section 9: count, page, pages, data_version, ignored, results, facets."""
    page = page_of(selection, options.order, options.number, options.size)
    if page.number > page.pages:
        raise PastTheEnd(page.pages)
    answer = {
        "count": selection.count,
        "page": page.number,
        "pages": page.pages,
        "data_version": request.data_version.number if request.data_version else 0,
        "ignored": options.ignored,
        "results": [facts(record) for record in with_places(page.records)],
        "facets": to_json(selection.panels),
    }
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})


def _csv(request: HttpRequest, selection: Selection, options: ListOptions) -> HttpResponse:
    lines = csv_lines(selection, options.order, options.columns, _site(request))
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    return _as_file(response, f"{selection.list.name}.csv")


def _jsonl(request: HttpRequest, selection: Selection, options: ListOptions) -> HttpResponse:
    lines = json_lines(selection, options.order)
    response = StreamingHttpResponse(lines, content_type="application/jsonl; charset=utf-8")
    return _as_file(response, f"{selection.list.name}.jsonl")


def _xlsx(request: HttpRequest, selection: Selection, options: ListOptions) -> HttpResponse:
    notes = notes_of(selection, options, request.data_version, request.build_absolute_uri())
    created = request.data_version.changed_at
    try:
        book = workbook(selection, options.order, options.columns, _site(request), notes, created)
    except TooManyRows:
        csv = selection.query.setting("format", "csv")
        return render(request, "lists/too_many.html", {"csv": csv}, status=413)
    return _as_file(HttpResponse(book, content_type=XLSX), f"{selection.list.name}.xlsx")


def _site(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def _as_file(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


Answer = Callable[[HttpRequest, Selection, ListOptions], HttpResponse]
ANSWERS: dict[str, Answer] = {
    "html": _html,
    "json": _json,
    "csv": _csv,
    "jsonl": _jsonl,
    "xlsx": _xlsx,
}
