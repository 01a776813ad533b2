"""The vocabulary rows that a dimension's rows are named and ordered by, in one query each."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast

from policies.models import Indicator, Instrument, Part, Relief, Sector, Theme, Tool


@dataclass(frozen=True, slots=True)
class Term:
    """A vocabulary entry as rows need it."""

    code: str
    name: str
    position: int
    group: str = ""  # code of its group, instrument or theme
    group_name: str = ""
    group_position: int = 0
    applies_to: tuple[str, ...] = ()  # GB/T 2260 codes; () means all
    scope: str = ""  # of a relief: the usual one
    abolished: str = ""
    legal_basis: str = ""
    parents: tuple[str, ...] = ()
    above: tuple[str, ...] = ()  # all ancestors, nearest first
    branches: tuple[str, ...] = ()  # those directly below
    goal: bool = False  # a theme or a tool of one: what is aimed at, not by what means

    def applies_in(self, gb_code: str) -> bool:
        """Whether the vocabulary lets the province have it."""
        return not self.applies_to or not gb_code or gb_code in self.applies_to


Terms = Mapping[str, Term]


def indicator_terms() -> Terms:
    """Indicators with their groups, by code."""
    rows = Indicator.objects.values_list(
        "code", "name", "position", "group__code", "group__name", "group__position"
    )
    return {row[0]: Term(*row) for row in rows}


def target_terms() -> Terms:
    """Indicators by code, sectors by "sector:<code>": thresholds stand in rows of their sector."""
    sectors = {f"sector:{code}": term for code, term in sector_names().items()}
    return indicator_terms() | sectors


def sector_terms() -> Terms:
    """Sectors with their parents, by code (one query)."""
    rows = Sector.objects.order_by(
        "position", "code", "parent_links__parent__position", "parent_links__parent__code"
    ).values_list("code", "name", "position", "parent_links__parent__code")
    parents: dict[str, list[str]] = {}
    sectors = {}
    for code, name, position, parent in rows:
        sectors[code] = (code, name, position)
        parents.setdefault(code, []).extend([parent] if parent else [])
    return {
        code: Term(
            code, name, position, parents=tuple(parents[code]),
            above=_above(code, parents),
            branches=tuple(other for other in sectors if code in parents[other]),
        )
        for code, name, position in sectors.values()
    }  # fmt: skip


def sector_names() -> Terms:
    """Sectors by code, for their names only (one query)."""
    return {row[0]: Term(*row) for row in Sector.objects.values_list("code", "name", "position")}


def _above(code: str, parents: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Breadth first; `seen` ends the walk where staff made a circle."""
    seen, level = {code: None}, [code]
    while level:
        level = [up for down in level for up in parents.get(down, ()) if up not in seen]
        seen.update(dict.fromkeys(level))
    return tuple(seen)[1:]


def relief_terms() -> Terms:
    """Reliefs, by code."""
    rows = Relief.objects.values_list(
        "code",
        "name",
        "position",
        "applies_to",
        "usual_scope",
        "abolished",
        "legal_basis",
    )
    return {
        code: Term(
            code, name, position, applies_to=tuple(applies_to or ()), scope=scope,
            abolished=abolished, legal_basis=basis,
        )
        for code, name, position, applies_to, scope, abolished, basis in rows
    }  # fmt: skip


THEMES = 1  # rank of themes: after instruments, before tools


def tool_terms() -> Terms:
    """Tools, instruments and themes by code, unique across the three (one query).

    Instruments and themes are groups of their own.
    """
    columns = ("rank", "position", "code", "name", "instrument_code", "theme_code", "areas")
    heads = [
        model.objects.order_by()
        .annotate(
            rank=Value(rank),
            instrument_code=Value(None, CharField()),
            theme_code=Value(None, CharField()),
            areas=Value("[]", CharField()),
        )
        .values_list(*columns)
        for rank, model in enumerate((Instrument, Theme))
    ]
    tools = (
        Tool.objects.order_by()
        .annotate(
            rank=Value(2),
            instrument_code=F("instrument__code"),
            theme_code=F("theme__code"),
            areas=Cast("applies_to", CharField()),
        )
        .values_list(*columns)
    )
    terms: dict[str, Term] = {}
    rows = sorted(tools.union(*heads, all=True), key=lambda row: row[:3])
    for place, (rank, position, code, name, instrument, theme, areas) in enumerate(rows):
        head = terms.get(instrument or theme or "")
        if head is None:
            terms[code] = Term(code, name, -1, code, name, place, goal=rank == THEMES)
        else:
            group = (head.code, head.name, head.group_position)
            applies_to = tuple(json.loads(areas))
            terms[code] = Term(code, name, position, *group, applies_to, goal=head.goal)
    return terms


def heading_terms() -> Terms:
    """Parts by code; instruments, themes and sectors, which usual headings speak of, likewise
    with "instrument:" and so on before their code (one query)."""
    first, *others = [
        model.objects.order_by()
        .annotate(table=Value(model._meta.model_name))
        .values_list("table", "code", "name", "position")
        for model in (Part, Instrument, Theme, Sector)
    ]
    return {
        code if kind == "part" else f"{kind}:{code}": Term(code, name, position)
        for kind, code, name, position in first.union(*others, all=True)
    }
