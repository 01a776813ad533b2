"""Numbers of one basis side by side, from high to low; whatever shares no basis is not ranked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policies.models import Kind

from .bases import unrankable, why_not
from .shapes import Column, Comparison, Fact, Row
from .wording import target_form


@dataclass(frozen=True, slots=True)
class Entry:
    column: Column
    fact: Fact
    rank: int  # 1 is the highest; equal values share a rank
    form: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """Targets of two or more columns that may be ranked against each other."""

    row: Row
    unit: str
    entries: tuple[Entry, ...]  # from high to low


def rankings(comparison: Comparison) -> tuple[Ranking, ...]:
    """Return the rankings of a targets comparison, in the order of its rows; else none."""
    if comparison.dimension != "targets":
        return ()
    return tuple(found for row in comparison.rows for found in rankings_of(row, comparison.columns))


def rankings_of(row: Row, columns: Sequence[Column]) -> tuple[Ranking, ...]:
    """Return one ranking per basis that at least two columns share."""
    pairs = [
        (column, fact)
        for column, cell in zip(columns, row.cells, strict=True)
        for fact in cell.records
        if fact["kind"] == Kind.TARGET and not unrankable(fact)
    ]
    return tuple(
        _ranking(row, group)
        for group in _by_basis(pairs)
        if len({column.document for column, _ in group}) > 1
    )


def _by_basis(pairs: Iterable[tuple[Column, Fact]]) -> list[list[tuple[Column, Fact]]]:
    groups: list[list[tuple[Column, Fact]]] = []
    for pair in pairs:
        home = next((g for g in groups if not why_not(g[0][1], pair[1])), None)
        groups.append([pair]) if home is None else home.append(pair)
    return groups


def _ranking(row: Row, pairs: list[tuple[Column, Fact]]) -> Ranking:
    ordered = sorted(pairs, key=lambda pair: -pair[1]["value"])  # stable: columns keep their order
    values = [fact["value"] for _, fact in ordered]
    return Ranking(
        row=row,
        unit=ordered[0][1]["unit"],
        entries=tuple(
            Entry(column, fact, values.index(fact["value"]) + 1, target_form(fact))
            for column, fact in ordered
        ),
    )
