"""Heat maps as templates/components/heat_map.html draws them, from a cross-tab or a coverage map."""

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from policies.comparison.maps import HeatMap as CoverageMap
from policies.filters import Selection, select
from policies.filters.crosstab import BY_COUNT, BY_COVERAGE, Crosstab, crosstab

from .list_options import ListOptions


@dataclass(frozen=True)
class HeatSquare:
    step: int  # 0 to 4 of the colour scale
    count: int
    label: str
    url: str


@dataclass(frozen=True)
class HeatColumn:
    label: str
    gb_code: str = ""  # of a province: its colour


@dataclass(frozen=True)
class HeatRow:
    label: str
    squares: tuple[HeatSquare, ...]
    url: str = ""
    group: str = ""  # a heading above the rows that share it
    depth: int = 0  # stands indented by so many steps


@dataclass(frozen=True)
class HeatMap:
    """`cut`: there was more than a page holds."""

    caption: str
    corner: str
    columns: tuple[HeatColumn, ...]
    rows: tuple[HeatRow, ...]
    by_count: bool
    cut: bool = False


def heat_of(selection: Selection, options: ListOptions) -> HeatMap:
    """Return the map of the two facets that the address names."""
    facets = {facet.name: facet for facet in selection.facets}
    rows, across = facets[options.rows], facets[options.across]
    table = crosstab(selection, rows, across, options.colour)
    return HeatMap(
        caption=f"{rows.label} × {across.label}",
        corner=rows.label,
        columns=tuple(HeatColumn(label) for _, label in table.columns),
        rows=_crossed_rows(table),
        by_count=options.colour == BY_COUNT,
        cut=table.cut,
    )


def heat_of_lens(lens: str, by_count: bool, version: int | None) -> HeatMap:
    """Return the map of `lens` (theme or instrument) by first-level sector, over all measures.

    `version` is the data version that it is read from: answers are kept for it.
    """
    selection = select("measures", QueryDict(), version=version)
    facets = {facet.name: facet for facet in selection.facets}
    rows, across = facets[lens], facets["sector"]
    table = crosstab(selection, rows, across, BY_COUNT if by_count else BY_COVERAGE, top=True)
    return HeatMap(
        caption=f"{rows.label} × {across.label}",
        corner=rows.label,
        columns=tuple(HeatColumn(label) for _, label in table.columns),
        rows=_crossed_rows(table, reverse("measures")),
        by_count=by_count,
        cut=table.cut,
    )


def heat_of_coverage(coverage: CoverageMap, corner: str, by_count: bool) -> HeatMap:
    """Return the map of sectors or tools by document."""
    return HeatMap(
        caption=f"{corner} × 地区",
        corner=corner,
        columns=tuple(HeatColumn(column.label, column.gb_code) for column in coverage.columns),
        rows=_covered_rows(coverage),
        by_count=by_count,
    )


def _crossed_rows(table: Crosstab, address: str = "") -> tuple[HeatRow, ...]:
    """`address`: of the list that the squares lead to, if it isn't this page."""
    return tuple(
        HeatRow(
            row.label,
            tuple(
                HeatSquare(square.step, square.count, square.label, f"{address}{square.query}")
                for square in row.squares
            ),
        )
        for row in table.rows
    )


def _covered_rows(coverage: CoverageMap) -> tuple[HeatRow, ...]:
    """Tools stand under their instrument, sectors indented under the sector they branch from."""
    compared = reverse("compare", args=[coverage.dimension])
    of_sectors = coverage.dimension == "sectors"
    return tuple(
        HeatRow(
            row.place.label,
            tuple(
                HeatSquare(square.step, square.count, square.short, compared + square.query)
                for square in row.squares
            ),
            url=reverse("sector", args=[row.key]) if of_sectors else "",
            group="" if of_sectors else row.place.group_label,
            depth=row.place.depth,
        )
        for row in coverage.rows
    )
