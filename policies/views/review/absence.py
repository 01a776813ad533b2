"""/review/absence/: a person confirms that a text says nothing on a row of a comparison."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from policies.comparison import DIMENSIONS, Cell, Comparison, Row, compare
from policies.comparison.shapes import ABSENT
from policies.corrections.adding import confirm_absence
from policies.corrections.errors import CorrectionError, StaleVersion
from policies.models import Correction, Document

from .absences import AskedCells
from .access import PROPOSE, needs
from .document import find_document
from .empty_cells import columns_with
from .given import new_token, token_of, version_of, words_of
from .nearest import nearest
from .refused import Refused

REASON = "通读原文，未见相关表述"


@dataclass(frozen=True)
class Absence:
    dimension: str
    row: Row
    cell: Cell
    document: Document
    others: tuple[tuple[str, Cell], ...]  # column label, what it says

    @property
    def key(self) -> str:
        return f"{self.dimension}:{self.row.key}"


@needs(PROPOSE, "GET", "POST")
def review_absence(request: HttpRequest) -> HttpResponse:
    absence = _absence(request)
    if request.method != "POST":
        return _show(request, absence)
    try:
        made = confirm_absence(
            absence.document,
            absence.key,
            author=request.user,
            reason=words_of(request, "reason", REASON),
            version=version_of(request),
            token=token_of(request),
        )
    except CorrectionError as error:
        status = 409 if isinstance(error, StaleVersion) else 422
        reason = request.POST.get("reason", "")
        return _show(request, _absence(request), Refused(str(error), status, reason=reason))
    messages.success(
        request, f"已提出 {made}（{absence.row.label}，{absence.document.label}），等待另一人审核。"
    )
    if following := QueryDict(request.POST.get("next", "")[:500]).urlencode():
        return redirect(f"{reverse('review_absence')}?{following}")
    return redirect("review_correction", number=made.number)


def _absence(request: HttpRequest) -> Absence:
    """The empty cell that the address names. Raises Http404 where there is none."""
    dimension, key = request.GET.get("dimension", ""), request.GET.get("row", "")
    if dimension not in DIMENSIONS or len(key) > 150:
        raise Http404("没有这个对照维度")
    document = find_document(request.GET.get("doc", ""))
    comparison = compare(dimension, columns_with(document), rows=[key])
    row = next((row for row in comparison.rows if row.key == key), None)
    if row is None:
        raise Http404("所选文件在这一行都没有记录")
    cell = _cell(comparison, row, document)
    if cell.state != ABSENT:
        raise Http404("这一格不是“未检出”")
    pairs = zip(comparison.columns, row.cells, strict=True)
    others = tuple((column.label, other) for column, other in pairs if other.records)
    return Absence(dimension, row, cell, document, others)


def _cell(comparison: Comparison, row: Row, document: Document) -> Cell:
    place = [column.document for column in comparison.columns].index(document.slug)
    return row.cells[place]


def _show(request: HttpRequest, absence: Absence, refused: Refused | None = None) -> HttpResponse:
    live = (Correction.State.PROPOSED, Correction.State.APPROVED)
    said = absence.document.corrections.filter(
        action=Correction.Action.ABSENCE, key=absence.key, state__in=live
    )
    back = _back(request)
    quotes = [fact["quote"] for _, cell in absence.others for fact in cell.records]
    context = {
        "absence": absence,
        "near": nearest(absence.document, [absence.row.label, *quotes]),
        "list": AskedCells.of(QueryDict(back)).query(),
        "next": _next(back, absence),
        "document": absence.document,
        "dimension": DIMENSIONS[absence.dimension],
        "said": said.select_related("author").first(),
        "reason": REASON,
        "token": new_token(),
        "refused": refused,
    }
    status = refused.status if refused else 200
    return render(request, "review/absence.html", context, status=status)


def _back(request: HttpRequest) -> str:
    """The query of the list that the person came from."""
    return request.GET.get("back", "").lstrip("?")[:200]


def _next(back: str, absence: Absence) -> str:
    """The query of the cell behind this one in the list; "" for none."""
    cells = AskedCells.of(QueryDict(back)).cells()
    own = (absence.dimension, absence.row.key, absence.document.slug)
    places = [(cell.dimension, cell.row, cell.document) for cell in cells]
    after = cells[places.index(own) + 1 :] if own in places else cells
    return f"{after[0].query}&{urlencode({'back': back})}" if after else ""
