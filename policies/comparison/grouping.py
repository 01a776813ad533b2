"""Rows in reading order: what differs first, in groups, those of one province folded together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from policies.models import PolicyScope

from .classify import class_rank
from .shapes import STATED, UNIQUE, Column, Group, Row


def grouped(rows: Iterable[Row], columns: Sequence[Column], dimension: str) -> tuple[Group, ...]:
    """Return the rows as groups in page order: class, then group, then vocabulary order.

    Tax goes by whose policy it is before it goes by class, and folds the national rows.
    """
    groups = _by_scope(rows) if dimension == "tax" else _by_class(rows, columns)
    if all(group.folded for group in groups):  # what is asked for is never hidden
        return tuple(replace(group, folded=False) for group in groups)
    return groups


def _by_class(rows: Iterable[Row], columns: Sequence[Column]) -> tuple[Group, ...]:
    def order(row: Row) -> tuple:
        alone = _alone(row) if row.class_ == UNIQUE else 0
        return class_rank(row.class_), alone, row.place.order, row.key

    def group(row: Row) -> tuple:
        return row.class_, _alone(row) if row.class_ == UNIQUE else row.place.group

    return tuple(
        _only(columns[which], members) if class_ == UNIQUE else _plain(class_, members)
        for (class_, which), members in _runs(sorted(rows, key=order), group)
    )


def _by_scope(rows: Iterable[Row]) -> tuple[Group, ...]:
    def order(row: Row) -> tuple:
        return row.place.order[0], class_rank(row.class_), row.place.order, row.key

    return tuple(
        Group(scope, rows[0].place.group_label, "", rows, folded=scope == PolicyScope.NATIONAL)
        for scope, rows in _runs(sorted(rows, key=order), lambda row: row.place.group)
    )


def _runs(rows: list[Row], key: object) -> Iterable[tuple]:
    return ((value, tuple(run)) for value, run in groupby(rows, key))


def _alone(row: Row) -> int:
    """The place of the only column that states the row."""
    return next(place for place, cell in enumerate(row.cells) if cell.state == STATED)


def _only(column: Column, rows: tuple[Row, ...]) -> Group:
    label = f"仅{column.label}"
    return Group(f"only-{column.document}", label, UNIQUE, rows, only=column, folded=True)


def _plain(class_: str, rows: tuple[Row, ...]) -> Group:
    place = rows[0].place
    code = f"{class_}-{place.group}"
    return Group(code, place.group_label, class_, rows, folded=place.folded)
