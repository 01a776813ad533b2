"""How many state it, whether they agree, and so which class a row is in (design, section 7)."""

from collections.abc import Iterable, Sequence

from .shapes import (
    ABSENT,
    CLASSES,
    COMMON,
    DIFFERING,
    PARTIAL,
    STATED,
    UNIQUE,
    Row,
    Tally,
)


def coverage_of(states: Sequence[str]) -> str | None:
    """Return one (n = 1), some (n < a) or all; None where nobody states it: no row.

    n counts the stated, a the stated and absent; other states say nothing about coverage.
    """
    stated = states.count(STATED)
    if stated == 0:
        return None
    if stated == 1:
        return "one"
    return "some" if stated < stated + states.count(ABSENT) else "all"


def class_of(coverage: str, agreement: str) -> str:
    """Return unique, differing, partial or common."""
    if coverage == "one":
        return UNIQUE
    if agreement in {"different", "not_comparable"}:
        return DIFFERING
    return PARTIAL if coverage == "some" else COMMON


def class_rank(class_: str) -> int:
    """Return the place of a class in the order of rows: what differs comes first."""
    return tuple(CLASSES).index(class_)


def tallies(rows: Iterable[Row]) -> tuple[Tally, ...]:
    """Count the rows of each class, with how many provinces the incomplete ones lack."""
    rows = tuple(rows)
    return tuple(
        _tally(class_, label, [row for row in rows if row.class_ == class_])
        for class_, label in CLASSES.items()
    )


def _tally(class_: str, label: str, rows: list[Row]) -> Tally:
    missing = sorted(row.missing for row in rows if row.missing)
    span = (missing[0], missing[-1]) if missing and class_ != UNIQUE else None
    return Tally(class_, label, len(rows), span)
