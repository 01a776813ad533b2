"""Marks of a row's cells: what differs from the base column, else from the majority."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from .cells import Question
from .shapes import STATED, Cell


def marked(asked: Question, key: str, cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the cells with the names of what differs; unchanged where there is no reference."""
    reference = reference_of(asked, key, cells)
    if reference is None:
        return tuple(cells)
    return tuple(
        replace(cell, reference=True)
        if place == reference
        else _mark(asked, key, cell, cells[reference])
        for place, cell in enumerate(cells)
    )


def reference_of(asked: Question, key: str, cells: Sequence[Cell]) -> int | None:
    """Return the place of the base column, else of the first cell of the commonest statement."""
    stated = [place for place, cell in enumerate(cells) if cell.state == STATED]
    bases = [place for place, column in enumerate(asked.columns) if column.base]
    if bases:
        return bases[0] if bases[0] in stated and len(stated) > 1 else None
    if len(stated) < 2:
        return None
    said = {p: asked.dimension.signature(key, cells[p].records, asked.terms) for p in stated}
    counts = Counter(said.values())
    return max(
        stated,  # of equals the first column
        key=lambda place: (counts[said[place]], asked.dimension.weight(cells[place].records)),
    )


def _mark(asked: Question, key: str, cell: Cell, reference: Cell) -> Cell:
    if cell.state != STATED:
        return cell
    found = asked.dimension.differences(key, cell.records, reference.records, asked.terms)
    return replace(cell, differs=found)
