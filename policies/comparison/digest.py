"""对照要点: the typed facts of the chosen documents, short enough for one sheet."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from policies.models import Document, Kind, PolicyScope

from .assemble import compare
from .digest_words import empty, joined, measure_words, target_words, tax_words
from .dimensions.targets import UNQUANTIFIED
from .shapes import STATED, Cell, Column, Comparison, Fact, Row
from .terms import target_terms


@dataclass(frozen=True, slots=True)
class Point:
    """One line: what it is about, where its full row is, what each document says."""

    label: str
    dimension: str
    key: str  # row key, "" for a line that sums up
    cells: tuple[tuple[Column, str], ...]
    note: str = ""  # why figures of it can't be compared


@dataclass(frozen=True, slots=True)
class Section:
    """`alone`: what no other document has a figure for, in one line per document."""

    name: str
    points: tuple[Point, ...]
    alone: tuple[tuple[Column, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    columns: tuple[Column, ...]
    sections: tuple[Section, ...]


def digest(documents: Sequence[Document]) -> Digest:
    """Return numbers of targets, tools with numbers of the provinces' own, their own tax terms, and
    which sectors have a passage of their own; what only one document has stands in one line."""
    targets, measures, tax, sectors = (
        compare(code, documents) for code in ("targets", "measures", "tax", "sectors")
    )
    sections = (
        _section("量化目标", targets, Kind.TARGET, partial(target_words, target_terms())),
        _section("带数字的措施", measures, Kind.MEASURE, measure_words),
        Section("税收", (*_tax_points(tax), _restated(tax))),
        Section("行业专节", (_passages(sectors),)),
    )
    return Digest(targets.columns, tuple(each for each in sections if each.points or each.alone))


Words = Callable[[Fact], str]  # the typed facts of a record, "" for none


def _section(name: str, comparison: Comparison, kind: str, words: Words) -> Section:
    """A line per row for which two documents have figures; the other figures by document."""
    rows = [row for row in comparison.rows if not row.place.folded]  # goals repeat their means
    table = [(row, [_figures(cell, kind, words) for cell in row.cells]) for row in rows]
    shared = [(row, said) for row, said in table if sum(map(bool, said)) > 1]
    shown = {ref for _, said in shared for figures in said for ref in figures}
    single = [(row, said) for row, said in table if sum(map(bool, said)) == 1]
    alone = ((c, _alone(single, at, shown)) for at, c in enumerate(comparison.columns))
    return Section(
        name=name,
        points=tuple(_point(comparison, row, said) for row, said in shared),
        alone=tuple((column, line) for column, line in alone if line),
    )


def _figures(cell: Cell, kind: str, words: Words) -> dict[str, str]:
    """ref -> typed facts of the records that have any."""
    said = {fact["ref"]: words(fact) for fact in cell.records if fact["kind"] == kind}
    return {ref: figure for ref, figure in said.items() if figure}


def _point(comparison: Comparison, row: Row, said: Sequence[dict[str, str]]) -> Point:
    cells = (
        joined(figures.values()) or empty(cell)
        for figures, cell in zip(said, row.cells, strict=True)
    )
    reasons = "；".join(why for why in row.note.split("；") if why and why != UNQUANTIFIED)
    return _line(comparison, row.label, row.key, cells, reasons)


def _line(
    comparison: Comparison, label: str, key: str, cells: Iterable[str], note: str = ""
) -> Point:
    named = tuple(zip(comparison.columns, cells, strict=True))
    return Point(label, comparison.dimension, key, named, note)


def _alone(
    single: Sequence[tuple[Row, Sequence[dict[str, str]]]], place: int, shown: set[str]
) -> str:
    """One document's figures; a clause that names several tools is written once."""
    written, parts = set(shown), []
    for row, said in single:
        figures = {ref: words for ref, words in said[place].items() if ref not in written}
        written |= figures.keys()
        parts += [f"{row.label} {joined(figures.values())}"] if figures else []
    return "；".join(parts)


def _tax_points(comparison: Comparison) -> Iterable[Point]:
    for row in comparison.rows:
        if row.place.group != PolicyScope.NATIONAL:
            yield _line(comparison, row.label, row.key, map(tax_words, row.cells))


def _restated(comparison: Comparison) -> Point:
    """How many national reliefs each text restates: no measure of what applies there."""
    national = [row for row in comparison.rows if row.place.group == PolicyScope.NATIONAL]
    counts = (
        sum(row.cells[place].state == STATED for row in national)
        for place in range(len(comparison.columns))
    )
    cells = (f"重申 {count} 项" for count in counts)
    return _line(comparison, "国家税收政策（统一适用）", "", cells)


def _passages(comparison: Comparison) -> Point:
    cells = (
        "、".join(row.label for row in comparison.rows if _has_passage(row, place)) or "无专节"
        for place in range(len(comparison.columns))
    )
    return _line(comparison, "行业", "", cells)


def _has_passage(row: Row, place: int) -> bool:
    return any(
        fact["kind"] == Kind.SECTOR_DIRECTION and fact["sector"] == row.key
        for fact in row.cells[place].records
    )
