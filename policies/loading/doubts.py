"""What a load leaves for a person to look at."""

from collections.abc import Iterable, Iterator, Sequence

from policies.corrections.anchors import LIVE
from policies.corrections.queue import Cause, Doubt
from policies.models import Correction, Document, Record

from .found import Found


def lost_record(record: Record, text: str, sha256: str) -> Iterator[Doubt]:
    """A record that is gone although someone has worked on it."""
    if any(correction.state in LIVE for correction in record.corrections.all()):
        detail = {"quote": record.quote, "text": sha256}
        yield Doubt(_cause(record.quote, text), detail, record)


def lost_anchors(moved: Iterable[Correction], text: str, sha256: str) -> Iterator[Doubt]:
    """Spans given by people whose place in the new text is not certain."""
    for correction in moved:
        if correction.start is None:
            detail = {"quote": correction.quote, "text": sha256}
            yield Doubt(_cause(correction.quote, text), detail, correction.record, correction)


def _cause(quote: str, text: str) -> str:
    return Cause.AMBIGUOUS if quote in text else Cause.VANISHED


def no_longer_extracted(record: Record, version: str) -> Doubt:
    """Kept for a person's sake: the text stands, the machine does not find the record in it."""
    return Doubt(Cause.CONFLICT, {"withdrawn": True, "extractor": version}, record)


def confirmed_absences(
    document: Document, text_changed: bool, fresh: Sequence[Found]
) -> Iterator[Doubt]:
    """Absences that a person confirmed, of a text that has changed or now yields a record."""
    named = {code for fact in fresh for code in _codes(fact.payload)}
    absences = document.corrections.filter(
        action=Correction.Action.ABSENCE, state=Correction.State.APPROVED
    )
    for correction in absences:
        if correction.key.rpartition(":")[2] in named:
            yield Doubt(Cause.CONFLICT, {"absence": correction.key}, correction=correction)
        elif text_changed:
            detail = {"absence": correction.key, "text": document.sha256}
            yield Doubt(Cause.AMBIGUOUS, detail, correction=correction)


def _codes(payload: dict) -> Iterator[str]:
    """What rows of a comparison a fact stands in."""
    for name in ("indicators", "themes", "tools"):
        yield from payload.get(name) or []
    yield from (link["sector"] for link in payload.get("sectors") or [])
    yield from (payload[name] for name in ("sector", "relief") if payload.get(name))
