"""对照要点: the typed facts of the chosen documents, short enough for one sheet."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from policies.models import Document, Kind, PolicyScope

from .assemble import compare
from .dimensions.targets import form_of
from .shapes import STATED, Cell, Column, Comparison, Row
from .terms import Terms, target_terms
from .wording import measure_form


@dataclass(frozen=True, slots=True)
class Point:
    """One line: what it is about, where its full row is, what each document says."""

    label: str
    dimension: str
    key: str  # row key, "" for a line that sums up
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    columns: tuple[Column, ...]
    sections: tuple[tuple[str, tuple[Point, ...]], ...]


def digest(documents: Sequence[Document]) -> Digest:
    """Return numbers of targets, tools with numbers, a province's own tax terms, and which
    sectors have a passage of their own; what only one document has stands in one line."""
    targets, measures, tax, sectors = (
        compare(code, documents) for code in ("targets", "measures", "tax", "sectors")
    )
    return Digest(
        columns=targets.columns,
        sections=(
            ("量化目标", _points(targets, partial(_target_words, target_terms()))),
            ("带数字的措施", _points(measures, _measure_words)),
            ("税收", (*_tax_points(tax), _restated(tax))),
            ("行业专节", (_passages(sectors),)),
        ),
    )


Words = Callable[[Cell], str]  # the typed facts of a stated cell, "" for none


def _points(comparison: Comparison, words: Words) -> tuple[Point, ...]:
    """A line per row that two documents state; the other rows in one line at the end."""
    table = [(row, tuple(map(words, row.cells))) for row in comparison.rows]
    table = [(row, said) for row, said in table if any(said)]
    code = comparison.dimension
    shared = [
        Point(row.label, code, row.key, _filled(row, said)) for row, said in table if row.stated > 1
    ]
    alone = [(row, said) for row, said in table if row.stated == 1]
    return (*shared, _rest(comparison, alone)) if alone else tuple(shared)


def _filled(row: Row, said: Sequence[str]) -> tuple[str, ...]:
    """An empty cell in its own words; a stated one without a typed fact says that it has words."""
    return tuple(
        words or ("有表述，无数字" if cell.state == STATED else cell.label)
        for words, cell in zip(said, row.cells, strict=True)
    )


def _rest(comparison: Comparison, alone: Sequence[tuple[Row, Sequence[str]]]) -> Point:
    cells = (
        "；".join(f"{row.label} {said[place]}" for row, said in alone if said[place])
        for place in range(len(comparison.columns))
    )
    return Point("仅一地有", comparison.dimension, "", tuple(words or "无" for words in cells))


def _target_words(terms: Terms, cell: Cell) -> str:
    targets = (fact for fact in cell.records if fact["kind"] == Kind.TARGET)
    return "；".join(dict.fromkeys(form_of(fact, terms) for fact in targets))


def _measure_words(cell: Cell) -> str:
    numbers = (fact for fact in cell.records if fact["numbers"])
    return "；".join(dict.fromkeys(map(measure_form, numbers)))


def _tax_points(comparison: Comparison) -> Iterable[Point]:
    for row in comparison.rows:
        if row.place.group != PolicyScope.NATIONAL:
            yield Point(row.label, "tax", row.key, tuple(cell.label for cell in row.cells))


def _restated(comparison: Comparison) -> Point:
    """How many national reliefs each text restates: no measure of what applies there."""
    national = [row for row in comparison.rows if row.place.group == PolicyScope.NATIONAL]
    counts = (
        sum(row.cells[place].state == STATED for row in national)
        for place in range(len(comparison.columns))
    )
    cells = tuple(f"重申 {count} 项" for count in counts)
    return Point("国家税收政策（统一适用）", "tax", "", cells)


def _passages(comparison: Comparison) -> Point:
    cells = (
        "、".join(row.label for row in comparison.rows if _has_passage(row, place)) or "无专节"
        for place in range(len(comparison.columns))
    )
    return Point("行业", "sectors", "", tuple(cells))


def _has_passage(row: Row, place: int) -> bool:
    return any(
        fact["kind"] == Kind.SECTOR_DIRECTION and fact["sector"] == row.key
        for fact in row.cells[place].records
    )
