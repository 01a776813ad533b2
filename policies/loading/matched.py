"""Stored records against what was found now: who is who, who stays, who goes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from policies.corrections.places import Places, locate
from policies.models import Correction, Document, Record, State

from .found import Found
from .matching import Known, match

OWN_WORK = ("field", "span", "add", "confirm")  # keeps a record that the machine no longer finds


@dataclass(frozen=True)
class Fate:
    """What becomes of one stored record: found again, kept for a person's sake, or gone."""

    record: Record
    old: Places  # the text its spans index
    found: Found | None = None
    kept: tuple[int, int] | None = None  # where its own place stands now


def fates(
    document: Document, former: str, found: Sequence[Found], new: Places
) -> tuple[list[Fate], list[Found]]:
    """Return the fate of every stored record of the document, and the facts that are new.

    Records of the present text are matched first; what is left may be a record that was gone.
    """
    texts = _texts(document, former, new)
    records = list(document.records.prefetch_related("corrections").order_by("start", "ref"))
    known = {record.ref: _known(record, texts[_text_of(record)]) for record in records}
    here = [known[r.ref] for r in records if r.state != State.GONE]
    away = [known[r.ref] for r in records if r.state == State.GONE]
    pairs = match(here, found, new)
    left = [i for i in range(len(found)) if i not in set(pairs.values())]
    returned = match(away, [found[i] for i in left], new)
    pairs |= {ref: left[i] for ref, i in returned.items()}
    all_fates = [_fate(record, known[record.ref], pairs, found, new) for record in records]
    taken = set(pairs.values())
    return all_fates, [fact for i, fact in enumerate(found) if i not in taken]


def _texts(document: Document, former: str, new: Places) -> dict[str, Places]:
    """SHA-256 -> text; "" is the text that the document had until now."""
    texts = {
        former_text.sha256: Places(former_text.text) for former_text in document.former_texts.all()
    }
    texts[document.sha256] = new
    texts[""] = new if former == new.text else Places(former)
    return texts


def _text_of(record: Record) -> str:
    return record.gone_from if record.state == State.GONE else ""


def _known(record: Record, places: Places) -> Known:
    """The record where the machine last saw it; where a person put it if the machine never did."""
    seen = record.extracted or {"start": record.start, "end": record.end, "key": record.key}
    start, end = seen["start"], seen["end"]
    quote = places.text[start:end]
    return Known(record.ref, record.kind, start, end, seen["key"], quote, places)


def _fate(
    record: Record, known: Known, pairs: dict[str, int], found: Sequence[Found], new: Places
) -> Fate:
    if record.ref in pairs:
        return Fate(record, known.places, found[pairs[record.ref]])
    if not has_own_work(record.corrections.all()):
        return Fate(record, known.places)
    kept = locate(known.start, known.end, known.places, new)
    kept = kept or locate(record.start, record.end, known.places, new)
    return Fate(record, known.places, None, kept)


def has_own_work(corrections: Iterable[Correction]) -> bool:
    """Whether an approved correction says that the record is one."""
    approved = [c.action for c in corrections if c.state == Correction.State.APPROVED]
    return "reject" not in approved and any(action in OWN_WORK for action in approved)
