"""What a change of the vocabulary would do to what readers see; nothing stays written."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Count

from policies.comparison import DIMENSIONS, compare
from policies.comparison.shapes import STATED
from policies.corrections.relabelling import relabel
from policies.models import Document
from policies.models.vocabulary import Term

from .tables import Table

MOST = 200  # lines shown


@dataclass(frozen=True)
class Line:
    """One thing that a reader would see otherwise."""

    what: str
    before: str
    after: str


def effect_of(
    table: Table, term: Term, user: AbstractBaseUser, changed: Mapping[str, object]
) -> list[Line]:
    """Do the change, compare, take it back. Raises CorrectionError where it is impossible."""
    before = _seen(table)
    after: dict[str, str] = {}
    with suppress(_TakenBack), transaction.atomic():
        relabel(term, user=user, **changed)
        after = _seen(table)
        raise _TakenBack
    return list(_lines(before, after))[:MOST]


class _TakenBack(Exception):
    """Rolls the trial back."""


def _lines(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Line]:
    for what in {**before, **after}:
        if before.get(what) != after.get(what):
            yield Line(what, before.get(what, "（无）"), after.get(what, "（无）"))


def _seen(table: Table) -> dict[str, str]:
    """Filters and rows of the comparison, by code, in words."""
    return dict([*_options(table), *_rows(table)])


def _options(table: Table) -> Iterator[tuple[str, str]]:
    """Names in their order; where records are linked, how many a filter would find."""
    terms = table.terms.order_by("position", "code")
    linked = any(r.name == "record_links" for r in terms.model._meta.related_objects)
    counts = (
        dict(terms.values_list("code").annotate(Count("record_links__record", distinct=True)))
        if linked
        else {}
    )
    former = ""
    for term in terms:
        found = f"，{counts[term.code]} 条记录" if linked else ""
        yield f"筛选项 {term.code}", f"{term.name}{found}"
        yield f"位置 {term.code}", f"在“{former}”之后" if former else "最前"
        former = term.name


def _rows(table: Table) -> Iterator[tuple[str, str]]:
    documents = list(Document.objects.published().in_column_order()[:40])
    for row in compare(table.dimension, documents).rows:
        stated = sum(cell.state == STATED for cell in row.cells)
        records = sum(len(cell.records) for cell in row.cells)
        place = row.place
        words = f"{place.group_label}／{row.label}：{stated} 份文件、{records} 条记录"
        yield f"{DIMENSIONS[table.dimension].name}对照的行 {row.key}", words
