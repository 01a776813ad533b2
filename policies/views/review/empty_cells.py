"""Empty cells of rows on which others speak: the likeliest misses, in all five dimensions."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from policies.comparison import DIMENSIONS, Comparison, compare
from policies.comparison.shapes import ABSENT
from policies.corrections.versions import data_version
from policies.filters.kept import kept_in_process
from policies.models import Correction, Document

FEWEST = 2  # columns that must speak on a row before its empty cells wait for a person


@dataclass(frozen=True)
class Empty:
    """One cell to look at: `stated` of `asked` columns speak on its row."""

    dimension: str
    row: str  # key
    label: str
    document: str  # slug
    column: str  # label
    gb_code: str
    stated: int
    asked: int
    national: bool

    @property
    def query(self) -> str:
        """The cell's own part of an address."""
        return urlencode({"dimension": self.dimension, "row": self.row, "doc": self.document})


def empty_cells() -> list[Empty]:
    """Return the cells that nobody has confirmed or asks to confirm, likeliest misses first.

    Kept by data version: five comparisons of all published documents.
    """
    return kept_in_process(data_version(), "empty cells", lambda: sorted(_found(), key=_likelihood))


def columns_with(document: Document | None = None) -> list[Document]:
    """The published documents, and the draft that is asked for, in column order."""
    documents = list(Document.objects.published().in_column_order()[:39])
    return documents if document is None or document in documents else [*documents, document]


def _found() -> Iterator[Empty]:
    columns, asked_for = columns_with(), _asked_for()
    for dimension in DIMENSIONS:
        for cell in _empty(compare(dimension, columns)):
            if (cell.document, f"{dimension}:{cell.row}") not in asked_for:
                yield cell


def _asked_for() -> set[tuple[str, str]]:
    """Document and key of the confirmations that wait for a reviewer."""
    absences = Correction.objects.filter(
        action=Correction.Action.ABSENCE, state=Correction.State.PROPOSED
    )
    return set(absences.values_list("document__slug", "key"))


def _empty(comparison: Comparison) -> Iterator[Empty]:
    for row in comparison.rows:
        if row.stated < FEWEST:
            continue
        for column, cell in zip(comparison.columns, row.cells, strict=True):
            if cell.state == ABSENT and not cell.reviewed:
                yield Empty(
                    comparison.dimension,
                    row.key,
                    row.label,
                    column.document,
                    column.label,
                    column.gb_code,
                    row.stated,
                    row.stated + row.missing,
                    row.place.national,
                )


def _likelihood(cell: Empty) -> tuple:
    """The more others speak, the likelier a miss; national law restated last."""
    place = list(DIMENSIONS).index(cell.dimension)
    return (cell.national, -cell.stated / cell.asked, place, cell.label, cell.gb_code)
