"""A cross-tab as templates/components/heat_map.html draws it."""

from dataclasses import dataclass

from policies.filters import Selection
from policies.filters.crosstab import BY_COUNT, Crosstab, crosstab

from .list_options import ListOptions


@dataclass(frozen=True)
class HeatSquare:
    step: int
    count: int
    label: str
    url: str


@dataclass(frozen=True)
class HeatRow:
    label: str
    squares: tuple[HeatSquare, ...]


@dataclass(frozen=True)
class HeatMap:
    """`cut`: there was more than a page holds."""

    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    by_count: bool
    cut: bool


def heat_of(selection: Selection, options: ListOptions) -> HeatMap:
    """Return the map of the two facets that the address names."""
    facets = {facet.name: facet for facet in selection.facets}
    rows, across = facets[options.rows], facets[options.across]
    table = crosstab(selection, rows, across, options.colour)
    return HeatMap(
        caption=f"{rows.label} × {across.label}",
        corner=rows.label,
        columns=tuple(label for _, label in table.columns),
        rows=_rows(table),
        by_count=options.colour == BY_COUNT,
        cut=table.cut,
    )


def _rows(table: Crosstab) -> tuple[HeatRow, ...]:
    return tuple(
        HeatRow(
            row.label,
            tuple(
                HeatSquare(square.step, square.count, square.label, str(square.query))
                for square in row.squares
            ),
        )
        for row in table.rows
    )
