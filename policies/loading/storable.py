"""What of the facts found can be stored; the rest is named, never half stored."""

from collections.abc import Iterable

from policies.corrections.overlay import EVIDENCE
from policies.models.checks import fault

from .found import Found


def storable(found: Iterable[Found]) -> tuple[list[Found], list[str]]:
    """Return the facts that the tables take, and a line for each that they do not."""
    kept: dict[tuple, Found] = {}
    skipped = []
    for fact in found:
        fields = {name: v for name, v in fact.payload.items() if name not in EVIDENCE}
        reason = fault(fact.kind, fields) or (
            "同一处同一事项已有一条" if fact.identity in kept else None
        )
        if reason:
            skipped.append(f"{fact.kind} {fact.start}–{fact.end}“{fact.quote[:30]}”：{reason}")
        else:
            kept[fact.identity] = fact
    return list(kept.values()), skipped
