"""A province's profile: what it alone does, what it shares with whom, what it leaves out."""

from collections.abc import Sequence
from dataclasses import dataclass

from policies.models import Document

from .assemble import compare
from .dimensions import DIMENSIONS
from .rankings import Ranking, rankings
from .shapes import ABSENT, STATED, Cell, Comparison, Row

PROFILED = ("targets", "measures", "tax", "sectors")


@dataclass(frozen=True, slots=True)
class Line:
    """A row, what the province says on it, and which other columns state it too."""

    row: Row
    cells: tuple[Cell, ...]  # the province's own
    others: tuple[str, ...]  # labels


@dataclass(frozen=True, slots=True)
class Section:
    dimension: str
    name: str
    alone: tuple[Line, ...]
    shared: tuple[Line, ...]
    missing: tuple[Line, ...]  # stated by two others at least; national law left out

    @property
    def typed(self) -> bool:
        """Whether a cell's label is the fact itself (≥ 35 %), not a count or a way."""
        return self.dimension in {"targets", "tax"}


@dataclass(frozen=True, slots=True)
class Profile:
    sections: tuple[Section, ...]
    numbers: tuple[Ranking, ...]  # those that the province takes part in


def profile_of(province: str, documents: Sequence[Document]) -> Profile:
    """Return the profile of the province (its slug) among the documents compared."""
    comparisons = [compare(code, documents) for code in PROFILED]
    return Profile(
        sections=tuple(_section(province, comparison) for comparison in comparisons),
        numbers=tuple(
            ranking
            for ranking in rankings(comparisons[0])
            if any(entry.column.province == province for entry in ranking.entries)
        ),
    )


def _section(province: str, comparison: Comparison) -> Section:
    lines = [_line(province, comparison, row) for row in comparison.rows]
    stated = [line for line in lines if any(cell.state == STATED for cell in line.cells)]
    return Section(
        dimension=comparison.dimension,
        name=DIMENSIONS[comparison.dimension].name,
        alone=tuple(line for line in stated if not line.others and not line.row.place.national),
        shared=tuple(line for line in stated if line.others),
        missing=tuple(line for line in lines if _is_missing(line)),
    )


def _line(province: str, comparison: Comparison, row: Row) -> Line:
    pairs = tuple(zip(comparison.columns, row.cells, strict=True))
    return Line(
        row=row,
        cells=tuple(cell for column, cell in pairs if column.province == province),
        others=tuple(
            column.label
            for column, cell in pairs
            if column.province != province and cell.state == STATED
        ),
    )


def _is_missing(line: Line) -> bool:
    """Nothing found, while two others at least say something that is not national law."""
    absent = bool(line.cells) and all(cell.state == ABSENT for cell in line.cells)
    return absent and len(line.others) > 1 and not line.row.place.national
