"""Comparisons as a workbook: a sheet per dimension, every cell's source, what the columns mean."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from policies.comparison import Comparison
from policies.comparison.wording import doubt_words
from policies.models import Part, Status

from .cells import xlsx_cell
from .comparison_words import (
    ROW_HEADS,
    STATES,
    Source,
    cell_words,
    dimension_name,
    head_words,
    row_heads,
    sources,
    title_words,
)
from .glossary import GLOSSARY
from .same_bytes import rezipped
from .stamp import Stamp

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
_SOURCE_HEADS = (
    "序号", "维度", "行", "地区", "文件", "状态", "已核对", "条款", "部分", "起", "止", "原文",
    "复核状态", "存疑原因", "编号", "网址",
)  # fmt: skip
_WIDTHS = (12, 24, 10, 10, 14, 24)


def comparison_xlsx(comparisons: Sequence[Comparison], stamp: Stamp) -> bytes:
    """Return the workbook. Same comparisons and stamp, same bytes."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, _OPTIONS) as book:
        book.set_properties({"title": "政策对照", "created": stamp.created.replace(tzinfo=None)})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
        body = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        for comparison in comparisons:
            _comparison_sheet(
                book.add_worksheet(dimension_name(comparison)), comparison, head, body
            )
        _source_sheet(book.add_worksheet("来源"), list(sources(comparisons)), stamp, head, body)
        _glossary_sheet(book.add_worksheet("字段说明"), comparisons, stamp, head, body)
    return rezipped(file.getvalue())


def _comparison_sheet(sheet: Worksheet, comparison: Comparison, head: Format, body: Format) -> None:
    heads = (*ROW_HEADS, *map(head_words, comparison.columns))
    rows = [
        (*row_heads(row), *(cell_words(comparison.dimension, cell) for cell in row.cells))
        for row in comparison.rows
    ]
    _table(sheet, heads, rows, head, body)
    for place, width in enumerate((*_WIDTHS, *(36 for _ in comparison.columns))):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.set_paper(9 if len(comparison.columns) <= 5 else 8)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _source_sheet(
    sheet: Worksheet, found: Sequence[Source], stamp: Stamp, head: Format, body: Format
) -> None:
    parts = dict(Part.objects.values_list("code", "name"))
    rows = [_source_row(source, stamp, parts) for source in found]
    _table(sheet, _SOURCE_HEADS, rows, head, body)
    sheet.set_column(11, 11, 60)
    sheet.set_column(15, 15, 40)
    sheet.freeze_panes(1, 0)


def _source_row(source: Source, stamp: Stamp, parts: Mapping[str, str]) -> tuple:
    """`parts` are names of documents' parts by code."""
    cell, fact = source.cell, source.fact or {}
    url = fact.get("url")
    status = Status(fact["status"]).label if fact else None
    return (
        source.number, source.dimension, source.row.label, source.column.label,
        title_words(source.column), STATES[cell.state], "是" if cell.reviewed else "否",
        fact.get("place"), parts.get(fact.get("part")), fact.get("start"), fact.get("end"),
        fact.get("quote", cell.label), status, doubt_words(fact) if fact else None, fact.get("ref"),
        stamp.site + url if url else None,
    )  # fmt: skip


def _glossary_sheet(
    sheet: Worksheet, comparisons: Sequence[Comparison], stamp: Stamp, head: Format, body: Format
) -> None:
    columns = comparisons[0].columns if comparisons else ()
    rows = [*GLOSSARY, *((column.label, title_words(column)) for column in columns)]
    rows += [("数据版本", stamp.words), ("网址", stamp.address)]
    _table(sheet, ("名称", "说明"), rows, head, body)
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 100)


def _table(
    sheet: Worksheet, heads: Sequence[str], rows: Sequence[tuple], head: Format, body: Format
) -> None:
    for line, values in enumerate((heads, *rows)):
        for place, value in enumerate(values):
            if value is not None:
                sheet.write(line, place, xlsx_cell(value), body if line else head)
    sheet.autofilter(0, 0, max(len(rows), 1), len(heads) - 1)
