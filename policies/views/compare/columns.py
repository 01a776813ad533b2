"""Links that add, remove, move and swap columns, and set the base; the rest of the address stays."""

from collections.abc import Sequence
from dataclasses import dataclass

from policies.comparison import Column, Comparison
from policies.comparison.shapes import MAX_COLUMNS
from policies.filters.parameters import Query
from policies.models import Document

from .address import Asked

OPEN_TRAY = ("open", "tray")


@dataclass(frozen=True)
class ColumnLinks:
    """What can be done to one column; "" where it can't."""

    column: Column
    left: str
    right: str
    remove: str
    base: str  # set as base, or unset where it is
    before: tuple[str, ...]  # documents before and after it, for the form that swaps it
    after: tuple[str, ...]


@dataclass(frozen=True)
class Tray:
    columns: tuple[ColumnLinks, ...]
    others: tuple[Document, ...]  # documents that are not a column yet
    rest: tuple[tuple[str, str], ...]  # parameters that forms must carry along
    room: int  # how many columns may be added
    all: str  # back to the default columns


def tray_of(comparison: Comparison, asked: Asked, facets: Query) -> Tray:
    """Return the links and forms for the columns shown."""
    rest = Query((*asked.query.without("doc").pairs, *facets.pairs, OPEN_TRAY))
    slugs = asked.slugs
    return Tray(
        columns=tuple(
            _links(column, place, slugs, rest) for place, column in enumerate(comparison.columns)
        ),
        others=tuple(d for d in asked.available if d.slug not in slugs),
        rest=rest.pairs,
        room=MAX_COLUMNS - len(slugs),
        all=str(rest),
    )


def _links(column: Column, place: int, slugs: tuple[str, ...], rest: Query) -> ColumnLinks:
    others = slugs[:place] + slugs[place + 1 :]
    unset = rest.without("base")
    tail = _tail(rest)
    return ColumnLinks(
        column=column,
        left=_address(_swapped(slugs, place - 1), tail) if place else "",
        right=_address(_swapped(slugs, place), tail) if place + 1 < len(slugs) else "",
        remove=_address(others, _tail(unset) if column.base else tail) if others else "",
        base=_address(
            slugs, _tail(unset if column.base else rest.setting("base", column.document))
        ),
        before=slugs[:place],
        after=slugs[place + 1 :],
    )


def _swapped(slugs: Sequence[str], place: int) -> tuple[str, ...]:
    """Exchange the columns at `place` and after it."""
    return (*slugs[:place], slugs[place + 1], slugs[place], *slugs[place + 2 :])


def _tail(rest: Query) -> str:
    return f"&{str(rest)[1:]}"


def _address(slugs: Sequence[str], tail: str) -> str:
    """Slugs have no character to quote; quoting 31 × 31 × 4 of them takes longer than the table."""
    return f"?{'&'.join([f'doc={slug}' for slug in slugs])}{tail}"
