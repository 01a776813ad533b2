"""What of the queue is asked for."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.http import QueryDict

from policies.models import Kind, Record, State, Status
from policies.models.fields import FIELDS

from .waiting import DONE, ELSEWHERE, RANKS, Reason, concerning, with_reasons

STATES = {
    "open": "待处理",
    "proposed": "待审核",
    "done": "已处理",
    "rejected": "已驳回",
    "all": "全部",
}
SETTLED = (Status.REVIEWED, Status.CORRECTED, Status.ADDED)
NAMES = ("document", "kind", "reason", "field", "state")


@dataclass(frozen=True)
class Asked:
    """The known values of the address, anything else left out; and who asks (waiting.py)."""

    document: str = ""
    kind: str = ""
    reason: str = ""
    field: str = ""
    state: str = "open"
    reviewer: int = 0

    @classmethod
    def of(cls, params: QueryDict, reviewer: int = 0) -> "Asked":
        given = {name: params.get(name, "") for name in NAMES}
        known = {
            "document": lambda v: v if len(v) <= 60 and "\0" not in v else "",
            "kind": lambda v: v if v in Kind.values else "",
            "reason": lambda v: v if v in Reason.values else "",
            "field": lambda v: v if v in field_labels() else "",
            "state": lambda v: v if v in STATES else "open",
        }
        return cls(**{name: known[name](value) for name, value in given.items()}, reviewer=reviewer)

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
    records = with_field(asked)
    if asked.document:
        records = records.filter(document__slug=asked.document)
    if asked.kind:
        records = records.filter(kind=asked.kind)
    if asked.reason:
        records = records.filter(rank=RANKS[Reason(asked.reason)])
    return records.filter(_IN_STATE[asked.state])


def with_field(asked: Asked) -> QuerySet[Record]:
    """All records with their rank, or those where the field asked for waits."""
    records = with_reasons(Record.objects.all(), asked.reviewer)
    return records.filter(concerning(asked.field)) if asked.field else records


_IN_STATE = {
    "open": Q(rank__lt=ELSEWHERE),
    "proposed": Q(has_proposal=True),
    "done": Q(rank=DONE, status__in=SETTLED, state=State.PRESENT),
    "rejected": Q(state=State.REJECTED),
    "all": Q(),
}
