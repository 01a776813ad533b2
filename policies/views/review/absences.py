"""/review/absences/: the empty cells of rows on which others speak, by document and dimension."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from policies.comparison import DIMENSIONS

from .access import PROPOSE, needs
from .empty_cells import Empty, empty_cells
from .queue_facets import Choice, document_labels

PAGE_SIZE = 50


@dataclass(frozen=True)
class AskedCells:
    """The known values of the address; anything else is left out."""

    document: str = ""
    dimension: str = ""

    @classmethod
    def of(cls, params: QueryDict) -> "AskedCells":
        document, dimension = params.get("document", ""), params.get("dimension", "")
        return cls(document[:60], dimension if dimension in DIMENSIONS else "")

    def query(self, **changed: str) -> str:
        values = {"document": self.document, "dimension": self.dimension} | changed
        shown = {name: value for name, value in values.items() if value}
        return "?" + urlencode(shown) if shown else ""

    def fits(self, cell: Empty, **changed: str) -> bool:
        document = changed.get("document", self.document)
        dimension = changed.get("dimension", self.dimension)
        return document in {"", cell.document} and dimension in {"", cell.dimension}

    def cells(self) -> list[Empty]:
        return [cell for cell in empty_cells() if self.fits(cell)]


@needs(PROPOSE, "GET")
def review_absences(request: HttpRequest) -> HttpResponse:
    asked = AskedCells.of(request.GET)
    context = {
        "asked": asked,
        "page": Paginator(asked.cells(), PAGE_SIZE).get_page(request.GET.get("page")),
        "dimensions": {code: dimension.name for code, dimension in DIMENSIONS.items()},
        "facets": {
            "document": _choices(asked, "document", dict(document_labels())),
            "dimension": _choices(
                asked, "dimension", {d.code: d.name for d in DIMENSIONS.values()}
            ),
        },
    }
    return render(request, "review/absences.html", context)


def _choices(asked: AskedCells, facet: str, labels: Mapping[str, str]) -> Iterable[Choice]:
    """A count is what the choice shows; it ignores its own facet."""
    cells, chosen = empty_cells(), getattr(asked, facet)
    for value, label in labels.items():
        count = sum(asked.fits(cell, **{facet: value}) for cell in cells)
        if count or value == chosen:
            query = asked.query(**{facet: "" if value == chosen else value})
            address = reverse("review_absences") + query
            yield Choice(value, label, count, value == chosen, address)
