"""The vocabulary rows that a dimension's rows are named and ordered by, in one query each."""

from collections.abc import Mapping
from dataclasses import dataclass

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
    sectors = Sector.objects.values_list("code", "name", "position")
    return indicator_terms() | {f"sector:{row[0]}": Term(*row) for row in sectors}


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
    """Tools, instruments and themes in one mapping, by code; codes are unique across the three."""
    instruments, themes = _heads(Instrument, 0), _heads(Theme, 10_000)
    heads = {head.code: head for head in (*instruments, *themes)}
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


def _heads(model: type, offset: int) -> list[Term]:
    """First-level entries as groups of themselves; instruments before themes."""
    rows = model.objects.values_list("code", "name", "position", "definition")
    return [
        Term(code, name, -1, code, name, offset + position, note)
        for code, name, position, note in rows
    ]


def heading_terms() -> Terms:
    """Parts by code; instruments, themes and sectors, which usual headings speak of, likewise."""
    rows = {
        f"{model._meta.model_name}:{row[0]}": Term(*row)
        for model in (Part, Instrument, Theme, Sector)
        for row in model.objects.values_list("code", "name", "position")
    }
    return {key.removeprefix("part:"): term for key, term in rows.items()}
