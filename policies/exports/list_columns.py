"""The columns of lists: what a page can show and a file holds, from a record and its fields."""

from collections.abc import Callable
from dataclasses import dataclass

from policies.comparison.places import place_of_provision
from policies.comparison.wording import normal_form, number_form, quantity
from policies.filters import RecordList
from policies.filters.terms import Terms
from policies.models import ActorRole, Kind, NumberRole, Record, Relation
from policies.models.fields import FIELDS, Field

from .cells import Value

FACETS = {"themes": "theme", "instruments": "instrument", "tools": "tool"}
FACETS |= {"indicators": "indicator", "relief": "relief"}


@dataclass(frozen=True)
class Column:
    """`value` gives one cell of a file; a page draws it in the way of `style`."""

    name: str
    label: str
    value: Callable[[Record, Terms], Value]
    style: str = "text"


def columns_of(record_list: RecordList) -> tuple[Column, ...]:
    """All columns of a list: where it stands, the fact in short, its fields, the evidence."""
    fields: dict[str, Column] = {}
    for kind in record_list.kinds:
        for field in FIELDS[kind]:
            fields.setdefault(field.name, _field_column(field))
    kinds = (KIND,) if len(record_list.kinds) > 1 else ()
    return (REF, PROVINCE, DOCUMENT, PLACE, *kinds, FACT, *fields.values(), *EVIDENCE)


def _field_column(field: Field) -> Column:
    style = "number" if field.type in {"decimal", "integer"} else "text"

    def value(record: Record, terms: Terms) -> Value:
        return _words(field, record.effective.get(field.name), record, terms)

    return Column(field.name, field.label, value, style)


def _words(field: Field, value: object, record: Record, terms: Terms) -> Value:
    if value is None or value == "" or value == []:
        return None
    if field.type in FACETS:
        codes = value if isinstance(value, list) else [value]
        return [terms.label(FACETS[field.type], code) for code in codes]
    if field.type == "choice":
        return dict(field.choices).get(value, value)
    make = LISTED.get(field.type)
    return make(value, record) if make else value


def _sectors(value: object, record: Record) -> list[str]:
    """Names as staff call them now; those merely related say so."""
    return [
        link.sector.name + ("（相关）" if link.relation == Relation.RELATED else "")
        for link in record.sector_links.all()
        if link.direct
    ]


def _actors(value: list[dict], record: Record) -> list[str]:
    return [f"{actor['as_written']}（{ActorRole(actor['role']).label}）" for actor in value]


def _numbers(value: list[dict], record: Record) -> list[str]:
    return [f"{NumberRole(number['role']).label} {quantity(number)}" for number in value]


def _parameters(value: list[dict], record: Record) -> list[str]:
    return [f"{number_form(each['value'])} {each['unit']}（{each['what']}）" for each in value]


LISTED = {
    "sector": _sectors,
    "sectors": _sectors,
    "actors": _actors,
    "numbers": _numbers,
    "parameters": _parameters,
}


def _fact(record: Record, terms: Terms) -> str:
    """A target with its number, a goal in its words, a relief with its parameters, a measure's form."""
    fields = record.effective
    if record.kind == Kind.GOAL:
        return fields["statement"]
    form = normal_form({**fields, "kind": record.kind, "doubt": record.doubt})
    head = {Kind.TARGET: fields.get("indicator"), Kind.TAX_POLICY: fields.get("relief")}
    return f"{terms.label('relief', head.get(record.kind) or '')} {form}".strip()


def _province(record: Record, terms: Terms) -> str | None:
    return record.document.province.short_name if record.document.province else None


def _place(record: Record, terms: Terms) -> str:
    return f"〔{place_of_provision(record.provision)}〕"


def _status(record: Record, terms: Terms) -> str:
    return record.get_status_display()


def _part(record: Record, terms: Terms) -> str | None:
    return record.part.name if record.part else None


REF = Column("ref", "编号", lambda record, terms: record.ref, "ref")
PROVINCE = Column("province", "地区", _province, "province")
DOCUMENT = Column("document", "文件", lambda record, terms: record.document.title, "text")
PLACE = Column("place", "条款", _place, "place")
KIND = Column("kind", "种类", lambda record, terms: record.get_kind_display(), "tag")
FACT = Column("fact", "摘要", _fact, "fact")
EVIDENCE = (
    Column("quote", "原文", lambda record, terms: record.quote, "quote"),
    Column("part", "文件部分", _part),
    Column("status", "复核状态", _status, "status"),
    Column("doubt", "存疑原因", lambda record, terms: record.doubt or None, "doubt"),
    Column("start", "起", lambda record, terms: record.start, "number"),
    Column("end", "止", lambda record, terms: record.end, "number"),
)
