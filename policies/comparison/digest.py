"""对照要点: the typed facts of the chosen documents, short enough for one sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policies.models import Document, Kind, PolicyScope

from .assemble import compare
from .shapes import STATED, Cell, Column, Comparison, Row
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
    """Return numbers of targets, tools with numbers or named leads, a province's own tax terms,
    and which sectors have a passage of their own."""
    targets, measures, tax, sectors = (
        compare(code, documents) for code in ("targets", "measures", "tax", "sectors")
    )
    return Digest(
        columns=targets.columns,
        sections=(
            ("量化目标", tuple(_target_points(targets))),
            ("具体措施", tuple(_measure_points(measures))),
            ("税收", (*_tax_points(tax), _restated(tax))),
            ("行业专节", (_passages(sectors),)),
        ),
    )


def _target_points(comparison: Comparison) -> Iterable[Point]:
    for row in comparison.rows:
        if any(fact["kind"] == Kind.TARGET for cell in row.cells for fact in cell.records):
            yield Point(row.label, "targets", row.key, tuple(cell.label for cell in row.cells))


def _measure_points(comparison: Comparison) -> Iterable[Point]:
    for row in comparison.rows:
        if any(fact["numbers"] for cell in row.cells for fact in cell.records):
            yield Point(row.label, "measures", row.key, tuple(map(_numbers, row.cells)))


def _numbers(cell: Cell) -> str:
    if cell.state != STATED:
        return cell.label
    forms = [measure_form(fact) for fact in cell.records if fact["numbers"]]
    return "；".join(dict.fromkeys(forms)) or "有表述，无数字"


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
