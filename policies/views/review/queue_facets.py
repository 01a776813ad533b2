"""How many wait behind every choice of the queue: the number is what the choice shows."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from django.db.models import Count
from django.urls import reverse

from policies.models import Correction, Document, Kind, ReviewItem, State

from .queue_filters import SETTLED, STATES, Asked, field_labels, selected, with_field
from .suspicions import MISSING
from .waiting import DONE, ELSEWHERE, RANKS, Reason, concerning

Group = Mapping[str, object]  # one combination of what the facets look at, with its count


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    chosen: bool
    address: str  # that takes or gives back the choice


def facets(asked: Asked) -> dict[str, list[Choice]]:
    """Return the choices of each facet; a count is what the choice would show. Four queries."""
    groups = _groups(asked)
    return {
        "state": _choices("state", STATES.items(), asked, groups),
        "reason": _choices("reason", Reason.choices, asked, groups),
        "document": _choices("document", document_labels(), asked, groups),
        "kind": _choices("kind", Kind.choices, asked, groups),
        "field": _field_choices(asked),
    }


def document_labels() -> list[tuple[str, str]]:
    """Slug and label; the slug beside it where two documents of one province have the same."""
    documents = list(Document.objects.in_column_order().defer("text"))
    often = Counter(document.label for document in documents)
    return [(d.slug, f"{d.label} {d.slug}" if often[d.label] > 1 else d.label) for d in documents]


_GROUP_IN_STATE: dict[str, Callable[[Group], bool]] = {
    "open": lambda g: g["rank"] < ELSEWHERE,
    "proposed": lambda g: g["has_proposal"],
    "done": lambda g: g["rank"] == DONE and g["status"] in SETTLED and g["state"] == State.PRESENT,
    "rejected": lambda g: g["state"] == State.REJECTED,
    "all": lambda g: True,
}


def _groups(asked: Asked) -> list[Group]:
    """All combinations with their counts, in one query."""
    names = ("document__slug", "kind", "rank", "has_proposal", "status", "state")
    return list(with_field(asked).order_by().values(*names).annotate(n=Count("pk")))


def _choices(
    facet: str, options: Iterable[tuple[str, str]], asked: Asked, groups: list[Group]
) -> list[Choice]:
    others = [name for name in _FITS if name != facet]
    left = [g for g in groups if all(_FITS[name](g, getattr(asked, name)) for name in others)]
    choices = []
    for value, label in options:
        count = sum(group["n"] for group in left if _FITS[facet](group, value))
        chosen = getattr(asked, facet) == value
        address = _address(asked, **{facet: "" if chosen else value})
        if count or chosen or facet == "state":
            choices.append(Choice(value, label, count, chosen, address))
    return choices


def _address(asked: Asked, **changed: str) -> str:
    return reverse("review") + asked.query(**changed)


_FITS: dict[str, Callable[[Group, str], bool]] = {
    "document": lambda g, v: not v or g["document__slug"] == v,
    "kind": lambda g, v: not v or g["kind"] == v,
    "reason": lambda g, v: not v or g["rank"] == RANKS[Reason(v)],
    "state": lambda g, v: _GROUP_IN_STATE[v](g),
}


def _field_choices(asked: Asked) -> list[Choice]:
    """Only fields on which something waits; counted in one statement."""
    labels, waiting = field_labels(), _waiting_fields() | {asked.field}
    names = [name for name in labels if name in waiting]
    if not names:
        return []
    rest = replace(asked, field="")
    counts = selected(rest).aggregate(
        **{f"n_{name}": Count("pk", filter=concerning(name)) for name in names}
    )
    return [
        Choice(
            name,
            labels[name],
            counts[f"n_{name}"],
            name == asked.field,
            _address(asked, field="" if name == asked.field else name),
        )
        for name in names
        if counts[f"n_{name}"] or name == asked.field
    ]


def _waiting_fields() -> set[str]:
    proposed = Correction.objects.filter(state=Correction.State.PROPOSED).exclude(field="")
    doubted = ReviewItem.objects.filter(closed_at__isnull=True, cause=ReviewItem.Cause.CONFLICT)
    return {
        *(suspicion.name for suspicion in MISSING),
        *proposed.order_by().values_list("field", flat=True).distinct(),
        *(detail.get("field") or "" for detail in doubted.values_list("detail", flat=True)),
    } - {""}
