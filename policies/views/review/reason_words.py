"""Why a record stands in the queue, in words."""

from dataclasses import dataclass

from policies.models import Record, State

from .suspicions import CONTRADICTIONS, MISSING, with_suspicions, words_of
from .waiting import DONE, RANKS, Reason, with_reasons

REASONS = tuple(Reason)


@dataclass(frozen=True)
class InWords:
    reason: str
    details: tuple[str, ...] = ()


def reason_of(record: Record) -> InWords:
    """Of a record that carries its rank and its suspicions."""
    if record.rank == DONE:
        present = record.state == State.PRESENT
        return InWords(record.get_status_display() if present else record.get_state_display())
    return InWords(REASONS[record.rank].label, tuple(_details(record)))


def reason_for(record: Record, reviewer: int) -> InWords:
    """Of any record, asked by `reviewer` (waiting.py). One query."""
    same = Record.objects.filter(pk=record.pk)
    return reason_of(with_suspicions(with_reasons(same, reviewer)).get())


def _details(record: Record) -> list[str]:
    if record.rank == RANKS[Reason.DAMAGED]:
        return [record.doubt.partition(": ")[2] or record.doubt]
    if record.rank in {RANKS[Reason.CONTRADICTED], RANKS[Reason.MISSING]}:
        return words_of(record, (*CONTRADICTIONS, *MISSING))
    return []
