"""Marks of a row's cells: what differs from the base column, else from the majority."""

from collections import Counter
from collections.abc import Iterator, Sequence

from .cells import Question
from .shapes import STATED, Cell


def marked(asked: Question, key: str, cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Return the cells with the names of what differs; unchanged where there is no reference."""
    place = reference_of(asked, key, cells)
    if place is None:
        return tuple(cells)
    against = cells[place]
    others = [cell for cell in cells if cell.state == STATED and cell is not against]
    names = iter(asked.dimension.differences(key, others, against, asked.terms))
    return tuple(_mark(cell, against, names) for cell in cells)


def reference_of(asked: Question, key: str, cells: Sequence[Cell]) -> int | None:
    """Return the place of the base column, else of the first cell of the commonest statement."""
    stated = [place for place, cell in enumerate(cells) if cell.state == STATED]
    bases = [place for place, column in enumerate(asked.columns) if column.base]
    if bases:
        return bases[0] if bases[0] in stated and len(stated) > 1 else None
    if len(stated) < 2:
        return None
    counts = Counter(cells[place].signature for place in stated)
    return max(
        stated,  # of equals the first column
        key=lambda p: (counts[cells[p].signature], asked.dimension.weight(cells[p].records)),
    )


def _mark(cell: Cell, against: Cell, names: Iterator[tuple[str, ...]]) -> Cell:
    if cell is against:
        return cell.marked(reference=True)
    return cell.marked(next(names)) if cell.state == STATED else cell
