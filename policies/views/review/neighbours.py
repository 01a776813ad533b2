"""The way through the queue: what comes before and after a record."""

from dataclasses import dataclass

from .queue_filters import Asked, selected
from .waiting import in_doubt_order

FARTHEST = 2000  # refs looked through; further down there is the queue page


@dataclass(frozen=True)
class Way:
    previous: str | None
    next: str | None
    position: int | None  # from 1; None where the record no longer waits
    waiting: int  # at most FARTHEST


def way_from(ref: str, asked: Asked) -> Way:
    """Return the neighbours of the record in the queue asked for. One query."""
    refs = list(in_doubt_order(selected(asked)).values_list("ref", flat=True)[:FARTHEST])
    if ref not in refs:
        first = refs[0] if refs else None
        return Way(None, first, None, len(refs))
    here = refs.index(ref)
    before = refs[here - 1] if here else None
    after = refs[here + 1] if here + 1 < len(refs) else None
    return Way(before, after, here + 1, len(refs))
