"""Numbers of one basis side by side, from high to low; whatever shares no basis is not ranked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from policies.extraction.aims.basis import Basis
from policies.models import Kind

from .bases import basis_of, unrankable
from .sameness import amount
from .shapes import Column, Comparison, Fact, Row
from .wording import target_form


@dataclass(frozen=True, slots=True)
class Entry:
    column: Column
    fact: Fact
    rank: int  # 1 is the highest; equal values share a rank
    form: str
    value: float  # in the ranking's unit
    value_max: float | None


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
    groups: dict[Basis, list[tuple[Column, Fact]]] = {}
    for column, fact in pairs:
        groups.setdefault(basis_of(fact), []).append((column, fact))
    return list(groups.values())


def _ranking(row: Row, pairs: list[tuple[Column, Fact]]) -> Ranking:
    ordered = sorted(pairs, key=lambda pair: -_amount(pair[1]))  # stable: columns keep their order
    unit = ordered[0][1]["unit"]
    amounts = [_amount(fact) for _, fact in ordered]
    return Ranking(
        row=row,
        unit=unit,
        entries=tuple(
            _entry(column, fact, unit, amounts.index(_amount(fact)) + 1) for column, fact in ordered
        ),
    )


def _entry(column: Column, fact: Fact, unit: str, rank: int) -> Entry:
    one = amount(1, unit)
    top = amount(fact["value_max"], fact["unit"])
    return Entry(
        column=column,
        fact=fact,
        rank=rank,
        form=target_form(fact),
        value=float(_amount(fact) / one),
        value_max=None if top is None else float(top / one),
    )


def _amount(fact: Fact) -> Decimal:
    return amount(fact["value"], fact["unit"])
