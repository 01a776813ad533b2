"""What of the queue is asked for, and how many wait behind every other choice."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict

from policies.models import Correction, Document, Kind, Record, ReviewItem, State, Status
from policies.models.fields import FIELDS

from .waiting import DONE, MISSING, RANKS, Reason, concerning, with_reasons

STATES = {
    "open": "待处理",
    "proposed": "待审核",
    "done": "已处理",
    "rejected": "已驳回",
    "all": "全部",
}
SETTLED = (Status.REVIEWED, Status.CORRECTED, Status.ADDED)
NAMES = ("document", "kind", "reason", "field", "state")
Group = Mapping[str, object]  # one combination of what the facets look at, with its count


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    chosen: bool
    address: str  # query string that takes or gives back the choice


@dataclass(frozen=True)
class Asked:
    """The known values of the address; anything else is left out."""

    document: str = ""
    kind: str = ""
    reason: str = ""
    field: str = ""
    state: str = "open"

    @classmethod
    def of(cls, params: QueryDict) -> "Asked":
        given = {name: params.get(name, "") for name in NAMES}
        known = {
            "document": lambda v: v if len(v) <= 60 and "\0" not in v else "",
            "kind": lambda v: v if v in Kind.values else "",
            "reason": lambda v: v if v in Reason.values else "",
            "field": lambda v: v if v in field_labels() else "",
            "state": lambda v: v if v in STATES else "open",
        }
        return cls(**{name: known[name](value) for name, value in given.items()})

    def query(self, **changed: str) -> str:
        """The query string with some values changed; defaults are not written."""
        values = {name: getattr(self, name) for name in NAMES} | changed
        shown = {n: v for n, v in values.items() if v and (n, v) != ("state", "open")}
        return "?" + urlencode(shown) if shown else ""


def field_labels() -> dict[str, str]:
    """Field name -> label; names shared by kinds once."""
    return {field.name: field.label for fields in FIELDS.values() for field in fields}


def selected(asked: Asked) -> QuerySet[Record]:
    """Return the records asked for, with their rank."""
    records = _with_field(asked)
    if asked.document:
        records = records.filter(document__slug=asked.document)
    if asked.kind:
        records = records.filter(kind=asked.kind)
    if asked.reason:
        records = records.filter(rank=RANKS[Reason(asked.reason)])
    return records.filter(_IN_STATE[asked.state])


def facets(asked: Asked) -> dict[str, list[Choice]]:
    """Return the choices of each facet; a count is what the choice would show. Four queries."""
    groups = _groups(asked)
    slugs = Document.objects.in_column_order().defer("text")
    return {
        "state": _choices("state", STATES.items(), asked, groups),
        "reason": _choices("reason", Reason.choices, asked, groups),
        "document": _choices("document", ((d.slug, d.label) for d in slugs), asked, groups),
        "kind": _choices("kind", Kind.choices, asked, groups),
        "field": _field_choices(asked),
    }


def _with_field(asked: Asked) -> QuerySet[Record]:
    records = with_reasons(Record.objects.all())
    return records.filter(concerning(asked.field)) if asked.field else records


_IN_STATE = {
    "open": Q(rank__lt=DONE),
    "proposed": Q(has_proposal=True),
    "done": Q(rank=DONE, status__in=SETTLED, state=State.PRESENT),
    "rejected": Q(state=State.REJECTED),
    "all": Q(),
}
_GROUP_IN_STATE: dict[str, Callable[[Group], bool]] = {
    "open": lambda g: g["rank"] < DONE,
    "proposed": lambda g: g["has_proposal"],
    "done": lambda g: g["rank"] == DONE and g["status"] in SETTLED and g["state"] == State.PRESENT,
    "rejected": lambda g: g["state"] == State.REJECTED,
    "all": lambda g: True,
}


def _groups(asked: Asked) -> list[Group]:
    """All combinations with their counts, in one query."""
    names = ("document__slug", "kind", "rank", "has_proposal", "status", "state")
    return list(_with_field(asked).order_by().values(*names).annotate(n=Count("pk")))


def _choices(
    facet: str, options: Iterable[tuple[str, str]], asked: Asked, groups: list[Group]
) -> list[Choice]:
    others = [name for name in _FITS if name != facet]
    left = [g for g in groups if all(_FITS[name](g, getattr(asked, name)) for name in others)]
    choices = []
    for value, label in options:
        count = sum(group["n"] for group in left if _FITS[facet](group, value))
        chosen = getattr(asked, facet) == value
        address = asked.query(**{facet: "" if chosen else value})
        if count or chosen or facet == "state":
            choices.append(Choice(value, label, count, chosen, address))
    return choices


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
    rest = Asked(asked.document, asked.kind, asked.reason, "", asked.state)
    counts = selected(rest).aggregate(
        **{f"n_{name}": Count("pk", filter=concerning(name)) for name in names}
    )
    return [
        Choice(
            name,
            labels[name],
            counts[f"n_{name}"],
            name == asked.field,
            asked.query(field="" if name == asked.field else name),
        )
        for name in names
        if counts[f"n_{name}"] or name == asked.field
    ]


def _waiting_fields() -> set[str]:
    proposed = Correction.objects.filter(state=Correction.State.PROPOSED).exclude(field="")
    doubted = ReviewItem.objects.filter(closed_at__isnull=True, cause=ReviewItem.Cause.CONFLICT)
    return {
        *(field for _, field in MISSING),
        *proposed.order_by().values_list("field", flat=True).distinct(),
        *(detail.get("field") or "" for detail in doubted.values_list("detail", flat=True)),
    } - {""}
