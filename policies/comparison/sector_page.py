"""What each document wants of one sector: its passages, aims, measures and mentions."""

from collections.abc import Sequence
from dataclasses import dataclass

from policies.models import Document, Kind

from .assemble import compare
from .shapes import Cell, Column, Fact, Row


@dataclass(frozen=True, slots=True)
class SectorStatement:
    """One document on the sector and its branches; `cell.label` says how it covers them."""

    column: Column
    cell: Cell
    passages: tuple[Fact, ...]
    aims: tuple[Fact, ...]  # targets and goals, thresholds too
    measures: tuple[Fact, ...]
    mentions: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class SectorPage:
    row: Row | None  # None where no document says anything
    statements: tuple[SectorStatement, ...]
    branches: tuple[Row, ...]  # rows of the sectors below it
    columns: tuple[Column, ...]


def sector_page(sector: str, documents: Sequence[Document]) -> SectorPage:
    """Return what the documents say of the sector (its code)."""
    comparison = compare("sectors", documents, within={sector})
    own = next((row for row in comparison.rows if row.key == sector), None)
    cells = own.cells if own else ()
    return SectorPage(
        row=own,
        statements=tuple(
            _statement(sector, column, cell)
            for column, cell in zip(comparison.columns, cells, strict=False)
        ),
        branches=tuple(row for row in comparison.rows if row.key != sector),
        columns=comparison.columns,
    )


def _statement(sector: str, column: Column, cell: Cell) -> SectorStatement:
    """Measures in the sector's own passage first, then those of other passages."""

    def of(*kinds: str) -> tuple[Fact, ...]:
        return tuple(fact for fact in cell.records if fact["kind"] in kinds)

    return SectorStatement(
        column=column,
        cell=cell,
        passages=of(Kind.SECTOR_DIRECTION),
        aims=of(Kind.TARGET, Kind.GOAL),
        measures=tuple(sorted(of(Kind.MEASURE), key=lambda fact: sector not in fact["within"])),
        mentions=of(Kind.SECTOR_MENTION),
    )
