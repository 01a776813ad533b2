"""The spans people gave: where they stand after the text has changed."""

from collections.abc import Iterable

from policies.models import Correction

from .overlay import Action
from .places import Places, locate

LIVE = (Correction.State.PROPOSED, Correction.State.APPROVED)
ANCHORED = (Action.SPAN, Action.ADD, Action.GLYPH)


def move_anchors(corrections: Iterable[Correction], old: Places, new: Places) -> list[Correction]:
    """Point each span at its place in `new`; return the corrections whose place changed.

    One whose place is not certain loses its span (None) and keeps its quotation, by which a later
    text may give it back. Nothing is saved here.
    """
    moved = []
    for correction in corrections:
        if correction.action not in ANCHORED or correction.state not in LIVE:
            continue
        place = _place(correction, old, new)
        if place != (correction.start, correction.end):
            correction.start, correction.end = place
            moved.append(correction)
    return moved


def _place(correction: Correction, old: Places, new: Places) -> tuple[int, int] | tuple[None, None]:
    if correction.start is not None:
        return locate(correction.start, correction.end, old, new) or (None, None)
    return new.only_place(correction.quote) or (None, None)
