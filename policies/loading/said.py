"""A stored record as somebody said it: the machine, or people over it."""

from dataclasses import dataclass

from policies.models import Record


@dataclass(frozen=True)
class Said:
    """One record as somebody said it: the machine (`by_machine`) or, laid over it, people."""

    ref: str
    kind: str
    start: int
    end: int
    key: str
    part: str
    why: list[list[str]]  # pairs of code and cue word
    doubt: str | None
    status: str
    fields: dict


def by_machine(record: Record) -> Said:
    """What the extractor says of the record, whatever people made of it."""
    said = record.extracted
    part = said["part"] or (record.part.code if record.part else "")
    status = "doubtful" if said["doubt"] else "unreviewed"
    place = (said["start"], said["end"], said["key"], part)
    return Said(record.ref, record.kind, *place, said["why"], said["doubt"], status, said)


def effective(record: Record) -> Said:
    """What readers see."""
    why = (record.extracted or {}).get("why", [])
    place = (record.start, record.end, record.key, record.part.code if record.part else "")
    doubt = record.doubt or None
    return Said(record.ref, record.kind, *place, why, doubt, record.status, record.effective)
