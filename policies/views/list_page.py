"""A selection as its page shows it: rows of cells, facet links, chips, ways on and out."""

from collections.abc import Iterator
from dataclasses import dataclass

from policies.exports.cells import as_text
from policies.exports.list_columns import Column, columns_of
from policies.exports.list_files import with_places
from policies.filters import RecordList, Selection
from policies.filters.options import Chip, FacetPanel
from policies.filters.paging import SIZES, Page
from policies.filters.parameters import Query
from policies.models import DataVersion, Kind, Record

from .heat import HeatMap, heat_of
from .list_options import SHOWN, ListOptions

FILES = (("xlsx", "Excel"), ("csv", "CSV"), ("json", "JSON"), ("jsonl", "JSON Lines"))


@dataclass(frozen=True)
class Cell:
    style: str
    name: str
    label: str
    text: str


@dataclass(frozen=True)
class Row:
    record: Record
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class ListPage:
    """What templates/lists/list.html draws."""

    list: RecordList
    count: int
    page: Page
    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    all_columns: tuple[Column, ...]
    panels: tuple[FacetPanel, ...]
    chips: tuple[Chip, ...]
    ignored: dict[str, list[str]]  # parameter -> values that nothing here knows
    emptied: tuple[str, ...]  # labels of facets that have no other values: they select nothing
    order: str
    query: Query  # facets and display, without the page
    facets: Query
    related: bool
    rows_by: str
    across: str
    heat: HeatMap | None
    sizes: tuple[int, ...] = SIZES
    files: tuple[tuple[str, str], ...] = FILES

    @property
    def synthetic(self) -> bool:
        """Whether a row comes from a text that no government wrote."""
        return any(row.record.document.synthetic for row in self.rows)

    @property
    def by_sector(self) -> bool:
        """Whether it matters here if sectors merely related count as well."""
        chosen = self.related or bool(self.facets.get("sector"))
        return chosen and Kind.MEASURE in self.list.kinds

    @property
    def without_heat(self) -> Query:
        return self.query.without("rows", "across", "colour")

    @property
    def shown(self) -> set[str]:
        return {column.name for column in self.columns}

    @property
    def cleared(self) -> Query:
        """The same page without any facet."""
        return Query(tuple(pair for pair in self.query.pairs if pair not in self.facets.pairs))


def list_page(selection: Selection, options: ListOptions, page: Page) -> ListPage:
    """Return the page; two queries for its rows."""
    columns = _shown(selection.list, options)
    return ListPage(
        list=selection.list,
        count=selection.count,
        page=page,
        rows=tuple(_rows(selection, page, columns)),
        columns=columns,
        all_columns=(*columns, *(c for c in columns_of(selection.list) if c not in columns)),
        panels=selection.panels,
        chips=selection.chips,
        ignored=options.ignored,
        emptied=tuple(
            facet.label
            for facet in selection.facets
            if facet.name in selection.ignored_facets and not selection.choices[facet.name].codes
        ),
        order=options.order,
        query=Query((*selection.query.pairs, *options.query.pairs)),
        facets=selection.query,
        related=selection.related,
        rows_by=options.rows or selection.list.facets[1].name,
        across=options.across or selection.list.facets[0].name,
        heat=heat_of(selection, options) if options.rows else None,
    )


def notes_of(
    selection: Selection, options: ListOptions, version: DataVersion | None, address: str
) -> list[str]:
    """What a file says of itself: what was chosen, from which data, and what it is not."""
    chosen = "；".join(f"{chip.facet_label}：{chip.label}" for chip in selection.chips)
    return [
        f"技改政策对照 · {selection.list.label}",
        f"筛选条件：{chosen or '无'}",
        f"记录数：{selection.count}",
        f"排序：{selection.list.orders[options.order][0]}",
        f"数据版本：{version.number if version else 0}"
        + (f"（{version.changed_at:%Y-%m-%d %H:%M}）" if version else ""),
        f"网址：{address}",
        "条文以发文机关正式文本为准；机器抽取的记录标有复核状态。",
    ]


def _shown(record_list: RecordList, options: ListOptions) -> tuple[Column, ...]:
    names = options.chosen or SHOWN[record_list.name]
    known = {column.name: column for column in columns_of(record_list)}
    return tuple(known[name] for name in names if name in known)


def _rows(selection: Selection, page: Page, columns: tuple[Column, ...]) -> Iterator[Row]:
    for record in with_places(page.records):
        yield Row(record, tuple(_cell(column, record, selection) for column in columns))


def _cell(column: Column, record: Record, selection: Selection) -> Cell:
    text = as_text(column.value(record, selection.terms))
    return Cell(column.style, column.name, column.label, text)
