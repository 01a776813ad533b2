"""Where what the machine said and what people decided meet: one pure function."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from policies.models import Correction, State, Status

Action = Correction.Action
EVIDENCE = {"start", "end", "key", "part", "doubt", "why"}  # of a payload; the rest are fields
SETTLING = {"value", "numbers", "parameters"}  # who corrects the number has looked at the glyph


class Decided(Protocol):
    """What the overlay reads of a correction; the model is one such thing."""

    number: int
    action: str
    state: str
    field: str
    value: object
    start: int | None
    end: int | None


@dataclass(frozen=True)
class Effective:
    """A record as readers see it."""

    fields: dict  # JSON form, models/fields.py
    start: int
    end: int
    key: str
    doubt: str  # "" where there is none or a person settled it
    status: str
    state: str  # present | rejected


def overlay(extracted: dict | None, corrections: Iterable[Decided]) -> Effective:
    """Lay the approved ones of `corrections` over what the machine said.

    First whole records (added, or confirmed as they stood), then single fields, then the span,
    each in the order of their numbers. `extracted` is a payload of loading/found.py, or None for
    an added record, whose `add` then gives the fields. A reading of a damaged glyph counts where
    the record's span holds it. Raises ValueError where there is neither.
    """
    approved = sorted((c for c in corrections if c.state == "approved"), key=lambda c: c.number)
    by_action = {action: [c for c in approved if c.action == action] for action in Action.values}
    if extracted is None and not by_action[Action.ADD]:
        raise ValueError("neither extracted nor added")
    start, end, key = _place(extracted, by_action)
    by_action[Action.GLYPH] = _inside(start, end, by_action[Action.GLYPH])
    doubt = "" if _settled(by_action) else (extracted or {}).get("doubt") or ""
    return Effective(
        fields=_fields(extracted, by_action, start),
        start=start,
        end=end,
        key=key,
        doubt=doubt,
        status=_status(doubt, by_action),
        state=State.REJECTED if by_action[Action.REJECT] else State.PRESENT,
    )


def _place(extracted: dict | None, by_action: dict[str, list[Decided]]) -> tuple[int, int, str]:
    """A span whose anchor was lost with a text (None) no longer counts; it waits in the queue."""
    added = by_action[Action.ADD]
    key = extracted["key"] if extracted else added[-1].value["key"]
    anchors = [c for c in (*added, *by_action[Action.SPAN]) if c.start is not None]
    if anchors:
        return anchors[-1].start, anchors[-1].end, key
    return extracted["start"], extracted["end"], key


def _inside(start: int, end: int, glyphs: Sequence[Decided]) -> list[Decided]:
    return [c for c in glyphs if c.start is not None and start <= c.start and c.end <= end]


def _fields(extracted: dict | None, by_action: dict[str, list[Decided]], start: int) -> dict:
    fields = {name: v for name, v in (extracted or {}).items() if name not in EVIDENCE}
    for whole in (*by_action[Action.ADD], *by_action[Action.CONFIRM]):
        fields |= whole.value["fields"]
    if extracted and fields.get("numbers"):
        fields["numbers"] = _shifted(fields["numbers"], extracted["start"] - start)
    return fields | {c.field: c.value for c in by_action[Action.FIELD]}


def _shifted(numbers: list[dict], by: int) -> list[dict]:
    """Numbers count from the record's start: a moved start moves them the other way."""
    return [{**n, "start": n["start"] + by, "end": n["end"] + by} for n in numbers]


def _settled(by_action: dict[str, list[Decided]]) -> bool:
    """Two people have looked at the doubtful place and said what it says."""
    return bool(
        by_action[Action.ADD]
        or by_action[Action.CONFIRM]
        or by_action[Action.GLYPH]
        or any(c.field in SETTLING for c in by_action[Action.FIELD])
    )


def _status(doubt: str, by_action: dict[str, list[Decided]]) -> str:
    if doubt:
        return Status.DOUBTFUL
    if by_action[Action.ADD]:
        return Status.ADDED
    if by_action[Action.FIELD] or by_action[Action.SPAN]:
        return Status.CORRECTED
    if by_action[Action.CONFIRM] or by_action[Action.GLYPH]:
        return Status.REVIEWED
    return Status.UNREVIEWED
