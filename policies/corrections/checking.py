"""Whether what a person gives can be a record. Raises CorrectionError, in Chinese."""

from collections.abc import Mapping
from types import MappingProxyType

from policies.models import Document, Record, State, field_named
from policies.models.checks import fault, field_fault
from policies.models.columns import detail_columns
from policies.models.links import link_rows
from policies.models.term_index import TermIndex, UnknownTerm

from .errors import CorrectionError

ALONE: Mapping[str, object] = MappingProxyType({})


def check_field(
    record: Record, name: str, value: object, beside: Mapping[str, object] = ALONE
) -> object:
    """Return the value as it is stored ("" is None) if the record can take it.

    `beside`: values of other fields that are proposed with it.
    """
    try:
        field = field_named(record.kind, name)
    except KeyError:
        raise CorrectionError(f"没有“{name}”这个字段") from None
    value = None if value == "" else value
    if reason := field_fault(field, value):
        raise CorrectionError(f"{field.label}：{reason}")
    if value == record.effective.get(name):
        raise CorrectionError(f"{field.label}：新值与现值相同")
    check_fields(record.kind, {**record.effective, **beside, name: value})
    return value


def in_order(kind: str, fields: dict, values: Mapping[str, object]) -> list[str]:
    """Return the names of `values` in an order in which each may be approved after those before it.

    数值 and 上限 raised together: first 上限. Where there is no such order the rest stays as given,
    and is refused with its reason.
    """
    now, left, order = dict(fields), list(values), []
    while left:
        possible = (name for name in left if fault(kind, {**now, name: values[name]}) is None)
        name = next(possible, left[0])
        left.remove(name)
        order.append(name)
        now[name] = values[name]
    return order


def check_fields(kind: str, fields: dict) -> None:
    """All fields together, codes looked up in the vocabulary."""
    if reason := fault(kind, fields):
        raise CorrectionError(reason)
    terms = TermIndex()
    try:
        detail_columns(kind, fields, terms)
        link_rows(Record(kind=kind, start=0), fields, terms)
    except UnknownTerm as unknown:
        raise CorrectionError(f"词表中没有：{unknown}") from None


def check_span(document: Document, start: int, end: int) -> str:
    """Return the quotation of a span that lies in the text and is not blank."""
    if not 0 <= start < end <= len(document.text):
        raise CorrectionError(f"所选范围 {start}–{end} 不在正文之内")
    quote = document.text[start:end]
    if not quote.strip():
        raise CorrectionError("所选范围只有空白")
    return quote


def check_free(document: Document, kind: str, start: int, end: int, key: str, own: int = 0) -> None:
    """No other record stands on the place with the same key."""
    others = document.records.filter(kind=kind, start=start, end=end, key=key)
    if other := others.exclude(pk=own).exclude(state=State.GONE).first():
        raise CorrectionError(f"此处已有同类记录 {other.ref}")


def check_reason(reason: str) -> str:
    if not reason.strip():
        raise CorrectionError("请写明理由")
    return reason.strip()
