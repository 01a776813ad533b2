"""Comparisons as files: JSON, CSV, XLSX, DOCX of the same cells as the page."""

from collections.abc import Callable, Sequence

from django.http import HttpRequest, HttpResponse, JsonResponse

from policies.comparison import Comparison, to_json
from policies.comparison.terms import sector_names
from policies.exports.comparison_csv import comparison_csv
from policies.exports.comparison_docx import comparison_docx
from policies.exports.comparison_xlsx import comparison_xlsx
from policies.exports.stamp import Stamp

Made = Callable[[HttpRequest, Sequence[Comparison]], HttpResponse]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def answer_file(
    request: HttpRequest, format: str, comparisons: Sequence[Comparison]
) -> HttpResponse:
    """Return the comparisons in one of FILES."""
    return FILES[format](request, comparisons)


def _json(request: HttpRequest, comparisons: Sequence[Comparison]) -> HttpResponse:
    """One comparison as design section 9 has it; several under "comparisons"."""
    stamp = _stamp(request, comparisons)
    names = {code: term.name for code, term in sector_names().items()}
    found = [to_json(comparison, names, stamp.version) for comparison in comparisons]
    answer = found[0] if len(found) == 1 else {"data_version": stamp.version, "comparisons": found}
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})


def _csv(request: HttpRequest, comparisons: Sequence[Comparison]) -> HttpResponse:
    content = comparison_csv(comparisons, _stamp(request, comparisons))
    return _file(content, "text/csv; charset=utf-8", comparisons, "csv")


def _xlsx(request: HttpRequest, comparisons: Sequence[Comparison]) -> HttpResponse:
    return _file(
        comparison_xlsx(comparisons, _stamp(request, comparisons)), XLSX, comparisons, "xlsx"
    )


def _docx(request: HttpRequest, comparisons: Sequence[Comparison]) -> HttpResponse:
    return _file(
        comparison_docx(comparisons, _stamp(request, comparisons)), DOCX, comparisons, "docx"
    )


def _stamp(request: HttpRequest, comparisons: Sequence[Comparison]) -> Stamp:
    """The address names its documents, so that it leads to the same columns in years to come."""
    version, params = request.data_version, request.GET.copy()
    for name in _UNSAID:
        params.pop(name, None)
    if not params.getlist("doc") and comparisons:
        params.setlist("doc", [column.document for column in comparisons[0].columns])
    return Stamp(
        version=version.number if version else 0,
        changed_at=version.changed_at if version else None,
        site=f"{request.scheme}://{request.get_host()}",
        address=request.build_absolute_uri(f"{request.path}?{params.urlencode()}"),
        narrowed=not {"doc", "base"}.issuperset(name for name in params if params[name]),
    )


def _file(
    content: bytes, kind: str, comparisons: Sequence[Comparison], suffix: str
) -> HttpResponse:
    name = comparisons[0].dimension if len(comparisons) == 1 else "comparison"
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}.{suffix}"'
    return response


_UNSAID = ("format", "open", "fold", "cell")  # parameters that change nothing in a file
FILES: dict[str, Made] = {"json": _json, "csv": _csv, "xlsx": _xlsx, "docx": _docx}
