"""Pages of a selection in a stable order, at any depth.

In the default order (documents by administrative code, then place) the counts by document say
which documents a page touches, so that only their records are sorted.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Case, F, Value, When

from policies.models import Record
from policies.models.records import RecordQuerySet

from .document_order import document_order
from .lists import BY_PLACE
from .selection import Selection

SIZES = (20, 50, 100)
PLACE = (F("document__province__gb_code").asc(nulls_last=True), "document__slug", "start", "ref")


@dataclass(frozen=True)
class Page:
    """`number` counts from 1; `records` is unevaluated, so that the caller adds what it shows."""

    number: int
    pages: int
    size: int
    records: RecordQuerySet

    @property
    def start(self) -> int:
        """The first record's number in the selection."""
        return (self.number - 1) * self.size + 1

    @property
    def previous(self) -> int:
        return self.number - 1

    @property
    def next(self) -> int:
        return self.number + 1


def page_of(selection: Selection, order: str, number: int, size: int) -> Page:
    """Return page `number`; 1 of 1 when nothing is selected. A page past the last is empty."""
    pages = max(1, -(-selection.count // size))
    first, end = (number - 1) * size, number * size
    if order != BY_PLACE:
        return Page(number, pages, size, _sorted(selection, order, first, end))
    documents, skipped = _documents_of(selection, first, end)
    records = selection.filterset.narrowed_in(documents)
    records = records.order_by(_in_this_order("document", documents), "start", "ref")
    return Page(number, pages, size, records[first - skipped : end - skipped])


def in_order(selection: Selection, order: str) -> RecordQuerySet:
    """The whole selection in the named order; ties stand by document and place."""
    columns = selection.list.orders[order][1]
    return selection.records.order_by(*columns, *PLACE)


def _sorted(selection: Selection, order: str, first: int, end: int) -> RecordQuerySet:
    """Sorted as keys, then read: a sort of whole rows would carry all that a page shows."""
    keys = list(in_order(selection, order).values_list("pk", flat=True)[first:end])
    return Record.objects.filter(pk__in=keys).order_by(_in_this_order("pk", keys))


def _documents_of(selection: Selection, first: int, end: int) -> tuple[list[int], int]:
    """Ids of the documents that hold places first to end, and the records before them."""
    ids, before, skipped = [], 0, 0
    for document, records in _documents(selection):
        if before < end and before + records > first:
            if not ids:
                skipped = before
            ids.append(document)
        before += records
    return ids, skipped


def _documents(selection: Selection) -> Iterator[tuple[int, int]]:
    """(id, records) of the selection's documents, in column order."""
    counts = selection.counts.documents
    return ((pk, counts[pk]) for pk in document_order(selection.version) if pk in counts)


def _in_this_order(column: str, keys: list[int]) -> Case:
    whens = (When(**{column: key}, then=Value(place)) for place, key in enumerate(keys))
    return Case(*whens, default=Value(len(keys)))
