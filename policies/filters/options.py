"""What a reader sees of the facets: options with their counts, trees, chips."""

from collections.abc import Iterable
from dataclasses import dataclass

from .counts import Counts
from .facets import NONE, Facet
from .filterset import Choice
from .terms import Term, Terms

NONE_LABEL = "未标注"


@dataclass(frozen=True)
class Option:
    """One answer: `state` is on | mixed (a branch is on) | off."""

    value: str
    label: str
    count: int
    state: str = "off"
    group: str = ""
    branches: tuple["Option", ...] = ()
    anchor: str = ""  # unique on the page: a sector stands under each of its parents

    @property
    def selected(self) -> bool:
        return self.state == "on"

    @property
    def shown(self) -> bool:
        """Options without records stand apart, unless one is chosen and must be taken back."""
        return self.count > 0 or self.state != "off"

    @property
    def has_shown_branches(self) -> bool:
        return any(branch.shown for branch in self.branches)


@dataclass(frozen=True)
class FacetPanel:
    """`options` flat (each value once), `tree` with branches under every parent."""

    name: str
    label: str
    long: bool
    options: tuple[Option, ...]
    tree: tuple[Option, ...]

    @property
    def chosen(self) -> int:
        return sum(option.selected for option in self.options)

    @property
    def empty(self) -> tuple[Option, ...]:
        """Options that would select nothing: shown, but not to be chosen."""
        return tuple(option for option in self.options if not option.count and not option.selected)


@dataclass(frozen=True)
class Chip:
    """A choice that can be taken back."""

    facet: str
    facet_label: str
    value: str
    label: str


def chips(facets: Iterable[Facet], choices: dict[str, Choice], terms: Terms) -> tuple[Chip, ...]:
    """One for each choice in use, in the order of the facets."""
    return tuple(
        Chip(facet.name, facet.label, code, _label(terms, facet, code))
        for facet in facets
        for code in choices.get(facet.name, Choice()).codes
    )


def panels(
    facets: Iterable[Facet], choices: dict[str, Choice], terms: Terms, counts: Counts
) -> tuple[FacetPanel, ...]:
    """The facets with all their options, most frequent first, 未标注 last."""
    return tuple(
        _panel(facet, choices.get(facet.name, Choice()), terms, counts.options[facet.name])
        for facet in facets
    )


def to_json(panels: Iterable[FacetPanel]) -> dict[str, list[dict]]:
    """Facet -> its options, in the form of the design's section 9."""
    names = ("value", "label", "count", "selected")
    return {
        panel.name: [{name: getattr(option, name) for name in names} for option in panel.options]
        for panel in panels
    }


def _label(terms: Terms, facet: Facet, code: str) -> str:
    return NONE_LABEL if code == NONE else terms.of(facet)[code].label


def _panel(facet: Facet, choice: Choice, terms: Terms, counts: dict[str, int]) -> FacetPanel:
    known = dict(terms.of(facet))
    for code in counts:  # words taken from the texts are known by being counted
        if code not in known and code != NONE:
            known[code] = Term(code, code, code)
    ordered = sorted(
        known.values(), key=lambda term: (-counts.get(term.code, 0), term.position, term.code)
    )
    chosen = set(choice.codes)
    options = [_option(term, counts, chosen) for term in ordered]
    tail = () if facet.required else (_none(counts, chosen),)
    children: dict[str, list[Term]] = {}
    for term in ordered:
        for parent in term.parents:
            children.setdefault(parent, []).append(term)
    roots = [term for term in ordered if not term.parents]
    tree = tuple(_branch(term, children, counts, chosen) for term in roots)
    return FacetPanel(facet.name, facet.label, facet.long, (*options, *tail), (*tree, *tail))


def _option(
    term: Term,
    counts: dict[str, int],
    chosen: set[str],
    state: str = "off",
    branches: tuple[Option, ...] = (),
    above: tuple[str, ...] = (),
) -> Option:
    state = "on" if term.code in chosen else state
    anchor = "-".join(above)
    return Option(
        term.code, term.label, counts.get(term.code, 0), state, term.group, branches, anchor
    )


def _none(counts: dict[str, int], chosen: set[str]) -> Option:
    state = "on" if NONE in chosen else "off"
    return Option(NONE, NONE_LABEL, counts.get(NONE, 0), state)


def _branch(
    term: Term,
    children: dict[str, list[Term]],
    counts: dict[str, int],
    chosen: set[str],
    above: tuple[str, ...] = (),
) -> Option:
    path = (*above, term.code)  # staff can draw a circle; the walk must end
    branches = tuple(
        _branch(child, children, counts, chosen, path)
        for child in children.get(term.code, [])
        if child.code not in path
    )
    mixed = any(branch.state != "off" for branch in branches)
    return _option(term, counts, chosen, "mixed" if mixed else "off", branches, path)
