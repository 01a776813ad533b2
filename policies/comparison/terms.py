"""The vocabulary rows that a dimension's rows are named and ordered by, in one query each."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Value

from policies.models import Indicator, Instrument, Part, Relief, Sector, SectorParent, Theme, Tool


@dataclass(frozen=True, slots=True)
class Term:
    """A vocabulary entry as rows need it."""

    code: str
    name: str
    position: int
    group: str = ""  # code of its group, instrument or theme
    group_name: str = ""
    group_position: int = 0
    note: str = ""
    applies_to: tuple[str, ...] = ()  # GB/T 2260 codes; () means all
    scope: str = ""  # of a relief: the usual one
    abolished: str = ""
    legal_basis: str = ""
    parents: tuple[str, ...] = ()
    above: tuple[str, ...] = ()  # all ancestors, nearest first

    def applies_in(self, gb_code: str) -> bool:
        """Whether the vocabulary lets the province have it."""
        return not self.applies_to or not gb_code or gb_code in self.applies_to


Terms = Mapping[str, Term]


def indicator_terms() -> Terms:
    """Indicators with their groups, by code."""
    rows = Indicator.objects.values_list(
        "code", "name", "position", "group__code", "group__name", "group__position", "definition"
    )
    return {row[0]: Term(*row) for row in rows}


def target_terms() -> Terms:
    """Indicators by code, sectors by "sector:<code>": thresholds stand in rows of their sector."""
    sectors = {f"sector:{code}": term for code, term in sector_names().items()}
    return indicator_terms() | sectors


def sector_terms() -> Terms:
    """Sectors with their parents, by code (two queries)."""
    parents: dict[str, list[str]] = {}
    links = SectorParent.objects.order_by("parent__position", "parent__code")
    for sector, parent in links.values_list("sector__code", "parent__code"):
        parents.setdefault(sector, []).append(parent)
    return {
        code: Term(
            code, name, position, note=note, parents=tuple(parents.get(code, ())),
            above=_above(code, parents),
        )
        for code, name, position, note in Sector.objects.values_list(
            "code", "name", "position", "definition"
        )
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
        "definition",
        "applies_to",
        "usual_scope",
        "abolished",
        "legal_basis",
    )
    return {
        code: Term(
            code, name, position, note=note, applies_to=tuple(applies_to or ()), scope=scope,
            abolished=abolished, legal_basis=basis,
        )
        for code, name, position, note, applies_to, scope, abolished, basis in rows
    }  # fmt: skip


def tool_terms() -> Terms:
    """Tools, instruments and themes by code, unique across the three (two queries)."""
    heads = _heads()
    rows = Tool.objects.values_list(
        "code", "name", "position", "definition", "applies_to", "legal_basis",
        "instrument__code", "theme__code",
    )  # fmt: skip
    tools = {}
    for code, name, position, note, applies_to, basis, instrument, theme in rows:
        head = heads[instrument or theme]
        tools[code] = Term(
            code, name, position, head.code, head.name, head.group_position, note,
            tuple(applies_to or ()), legal_basis=basis,
        )  # fmt: skip
    return tools | heads


def _heads() -> Terms:
    """Instruments, then themes: each a group of its own, its row before its tools' rows."""
    columns = ("rank", "position", "code", "name", "definition")
    instruments = Instrument.objects.order_by().annotate(rank=Value(0)).values_list(*columns)
    themes = Theme.objects.order_by().annotate(rank=Value(1)).values_list(*columns)
    return {
        code: Term(code, name, -1, code, name, place, note)
        for place, (_, _, code, name, note) in enumerate(
            sorted(instruments.union(themes, all=True))
        )
    }


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
