"""What the vocabulary knows of a list's facets: ids, codes, labels, order and parents.

One statement for all facets. Read anew for every answer that is not kept: a label changed by
staff shows at once, and nothing can go stale.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import CharField, IntegerField, QuerySet, Value
from django.db.models.functions import Cast, Coalesce

from policies.models import Indicator, Province, Record, Sector, SectorParent, Tool

from .facets import NONE, Facet, Specific

PARENT = "parent:"


@dataclass(frozen=True)
class Term:
    """One answer to a facet; `stored` is what its column holds."""

    code: str
    label: str
    stored: int | str | bool
    position: int = 0
    parents: tuple[str, ...] = ()  # codes
    group: str = ""


@dataclass
class Terms:
    """The answers a facet knows, by code."""

    by_facet: dict[str, dict[str, Term]] = field(default_factory=dict)

    def of(self, facet: Facet) -> dict[str, Term]:
        return self.by_facet.setdefault(facet.name, {})

    def codes(self, facet: Facet) -> dict:
        """What the column holds -> code."""
        return {term.stored: term.code for term in self.of(facet).values()}

    def label(self, facet: str, code: str) -> str:
        """The label of a code, the code itself where the vocabulary has none."""
        term = self.by_facet.get(facet, {}).get(code)
        return term.label if term else code

    def add(self, facet: Facet, term: Term) -> None:
        self.of(facet)[term.code] = term


def read_terms(facets: tuple[Facet, ...], asked: Mapping[str, list[str]]) -> Terms:
    """Return the terms of `facets`; of words taken from the texts only those `asked` for."""
    terms = Terms()
    for facet in facets:
        if facet.terms and not facet.by_id:
            for place, (code, label) in enumerate(facet.terms.choices):
                stored = code == Specific.YES if facet.terms is Specific else code
                if not facet.codes or code in facet.codes:
                    terms.add(facet, Term(code, str(label), stored, place))
    _add_rows(terms, facets, asked)
    return terms


def _add_rows(terms: Terms, facets: tuple[Facet, ...], asked: Mapping[str, list[str]]) -> None:
    by_name = {facet.name: facet for facet in facets}
    rows = list(_rows(facets, asked))
    codes = {(name, number): code for name, number, code, *_ in rows}
    parents: dict[tuple[str, int], list[str]] = {}
    for name, number, *_, parent, _ in rows:
        if name.startswith(PARENT):
            name = name.removeprefix(PARENT)
            parents.setdefault((name, number), []).append(codes[name, parent])
    for name, number, code, label, position, parent, group in rows:
        if name in by_name:
            up = [codes[name, parent]] if parent is not None else parents.get((name, number), [])
            stored = number if by_name[name].by_id else code
            terms.add(by_name[name], Term(code, label, stored, position or 0, tuple(up), group))


def _rows(facets: tuple[Facet, ...], asked: Mapping[str, list[str]]) -> QuerySet | list:
    arms = [arm for facet in facets for arm in _arms(facet, asked.get(facet.name, []))]
    return arms[0].union(*arms[1:], all=True) if arms else []


def _arms(facet: Facet, asked: list[str]) -> list[QuerySet]:
    """Rows of (facet, id, code, label, position, id of the parent, group)."""
    if facet.by_id:
        arms = [_vocabulary(facet)]
        if facet.terms is Sector:
            links = SectorParent.objects.order_by()
            arms.append(_row(links, f"{PARENT}{facet.name}", "sector_id", parent="parent_id"))
        return arms
    wanted = [value for value in asked if value not in {"", NONE}]
    if facet.terms or not wanted:
        return []
    source, column = _words(facet)
    known = source.filter(**{f"{column}__in": wanted}).order_by()
    return [_row(known, facet.name, None, column, column).distinct()]


def _vocabulary(facet: Facet) -> QuerySet:
    label = "short_name" if facet.terms is Province else "name"
    parent = "parent_id" if facet.terms is Indicator else None
    group = None
    if facet.terms is Tool:
        group = Coalesce("instrument__name", "theme__name")
    elif facet.terms is Indicator:
        group = "group__name"
    rows = facet.terms.objects.order_by()
    return _row(rows, facet.name, "id", "code", label, "position", parent, group)


def _words(facet: Facet) -> tuple[QuerySet, str]:
    """The table and column a facet of free words is taken from."""
    if facet.links is not None:
        return facet.links.objects.all(), facet.link_column
    detail = Record._meta.get_field(facet.link_name).related_model
    return detail.objects.all(), facet.link_column


def _row(
    rows: QuerySet,
    name: str,
    number: str | None,
    code: str | None = None,
    label: str | None = None,
    position: str | None = None,
    parent: str | None = None,
    group: object = None,
) -> QuerySet:
    return rows.values_list(
        Value(name, CharField()),
        _whole(number),
        _text(code),
        _text(label),
        _whole(position),
        _whole(parent),
        _text(group),
    )


def _whole(column: str | None) -> Cast:
    """A column, or nothing, as a number: the arms of a union must agree on types."""
    return Cast(column if column else Value(None), IntegerField())


def _text(column: object) -> Cast:
    return Cast(column if column else Value(""), CharField())
