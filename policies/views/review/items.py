"""What waits beside corrections — conflicts, lost places, readers' reports — in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policies.models import ReviewItem, field_named

from .term_names import TermNames
from .words import NOTHING, value_words


@dataclass(frozen=True)
class ShownItem:
    item: ReviewItem
    lines: tuple[tuple[str, str], ...]  # label, words


def shown_items(items: Iterable[ReviewItem], kind: str, terms: TermNames) -> list[ShownItem]:
    """Return the items, open ones first; `kind` is that of the record they are about."""
    ordered = sorted(items, key=lambda item: (item.closed_at is not None, item.opened_at, item.pk))
    return [ShownItem(item, tuple(_lines(item, kind, terms))) for item in ordered]


def _lines(item: ReviewItem, kind: str, terms: TermNames) -> Iterator[tuple[str, str]]:
    detail = item.detail
    if "field" in detail:
        yield from _conflict(detail, kind, terms)
    if detail.get("withdrawn"):
        yield "情况", "原文仍在，新版抽取器不再抽出这条记录；因有人工更正而保留"
    if "absence" in detail:
        yield "情况", f"已确认的“原文未见”（{detail['absence']}）与新的文本或抽取结果不一定相符"
    if "quote" in detail:
        yield "原引文", detail["quote"]
    if item.cause == ReviewItem.Cause.REPORT:
        yield "读者说", detail.get("text", "")


def _conflict(detail: dict, kind: str, terms: TermNames) -> Iterator[tuple[str, str]]:
    field = field_named(kind, detail["field"]) if detail["field"] != "doubt" else None
    yield "字段", field.label if field else "存疑原因"
    for label, name in (("人工所定", "person"), ("机器原值", "before"), ("机器现值", "now")):
        value = detail.get(name)
        yield label, value_words(field, value, terms) if field else str(value or NOTHING)
