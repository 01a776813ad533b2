"""A selection as a file: CSV and JSON Lines as streams without limit, XLSX up to 50,000 rows.

Each file is read from one moment of the database, in the order asked for, and holds exactly the
records the page counts.
"""

import csv
import json
from array import array
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO

import xlsxwriter
from django.db.models import Prefetch

from policies.filters import Selection
from policies.filters.paging import in_order
from policies.models import Record, RecordSector, facts
from policies.models.records import RecordQuerySet
from policies.models.snapshot import snapshot

from .cells import csv_cell, xlsx_cell
from .list_columns import Column

CHUNK = 500
XLSX_MOST_ROWS = 50_000
UNREAD = (
    "extracted",
    "document__text",
    "document__addressees",
    "document__kinds_extracted",
    "document__parts_recognised",
    "document__ref_counters",
)
WIDTHS = {"quote": 80, "fact": 40, "document": 30}


class TooManyRows(Exception):
    """More than a workbook takes; CSV has no limit."""


def with_places(records: RecordQuerySet) -> RecordQuerySet:
    """All that columns and facts() read of a record, in two queries.

    The fields stand in `effective`: no detail rows. The text of a document would come along with
    each of its records.
    """
    sectors = Prefetch("sector_links", RecordSector.objects.select_related("sector"))
    places = records.select_related("document__province", "provision__parent__parent", "part")
    return places.defer(*UNREAD).prefetch_related(sectors)


def csv_lines(
    selection: Selection, order: str, columns: tuple[Column, ...], site: str
) -> Iterator[bytes]:
    """Yield the file: UTF-8 with a mark that Excel reads, CRLF, one head, `site` before addresses."""
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    yield b"\xef\xbb\xbf" + writer.writerow([*(c.label for c in columns), "网址"]).encode()
    with snapshot():
        for record in _records(selection, order):
            cells = [csv_cell(column.value(record, selection.terms)) for column in columns]
            line = writer.writerow([*cells, site + record.get_absolute_url()])
            yield line.encode("utf-8", "replace")


def json_lines(selection: Selection, order: str) -> Iterator[bytes]:
    """Yield one JSON object a line: the record as lists give it."""
    with snapshot():
        for record in _records(selection, order):
            yield json.dumps(facts(record), ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def workbook(
    selection: Selection,
    order: str,
    columns: tuple[Column, ...],
    site: str,
    notes: Iterable[str],
    created: datetime,
) -> bytes:
    """Return an .xlsx with the records and a sheet of notes. Raises TooManyRows."""
    if selection.count > XLSX_MOST_ROWS:
        raise TooManyRows
    with snapshot():
        rows = [
            (*(column.value(record, selection.terms) for column in columns), record)
            for record in _records(selection, order, XLSX_MOST_ROWS + 1)
        ]
    if len(rows) > XLSX_MOST_ROWS:
        raise TooManyRows
    file = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"created": created.replace(tzinfo=None)})
        _records_sheet(book, selection.list.label, columns, rows, site)
        _notes_sheet(book, notes)
    return file.getvalue()


def _records(selection: Selection, order: str, most: int | None = None) -> Iterator[Record]:
    """Sorted as keys, then read in that order: a sort of whole rows would fill the disk."""
    keys = in_order(selection, order).values_list("pk", flat=True)[:most]
    ids = array("Q", keys.iterator())
    for first in range(0, len(ids), CHUNK):
        chunk = ids[first : first + CHUNK]
        found = with_places(Record.objects).in_bulk(chunk)
        yield from map(found.__getitem__, chunk)


def _records_sheet(
    book: xlsxwriter.Workbook, name: str, columns: tuple[Column, ...], rows: list, site: str
) -> None:
    sheet = book.add_worksheet(name)
    head, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    wrap.set_align("top")
    for place, column in enumerate(columns):
        sheet.set_column(place, place, WIDTHS.get(column.name, 12), wrap)
    sheet.set_column(len(columns), len(columns), 40)
    sheet.write_row(0, 0, [*(column.label for column in columns), "网址"], head)
    for number, (*values, record) in enumerate(rows, 1):
        sheet.write_row(number, 0, [xlsx_cell(value) for value in values])
        sheet.write_string(number, len(columns), site + record.get_absolute_url())
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(rows), len(columns))


def _notes_sheet(book: xlsxwriter.Workbook, notes: Iterable[str]) -> None:
    sheet = book.add_worksheet("说明")
    sheet.set_column(0, 0, 100)
    for number, note in enumerate(notes):
        sheet.write_string(number, 0, xlsx_cell(note))


class _Echo:
    """csv.writer's file: gives each line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line
