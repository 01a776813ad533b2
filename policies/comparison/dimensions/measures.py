"""Measures by tool; a measure whose instrument or theme names no tool stands in that one's row."""

from collections import Counter
from collections.abc import Hashable, Sequence

from django.db.models import QuerySet

from policies.comparison.agreement import DIFFERENT, SAME, Records, Verdict
from policies.comparison.dimension import differing_fields, dimension_of
from policies.comparison.reading import read_facts
from policies.comparison.sameness import bare, measure_facts, same_words
from policies.comparison.shapes import Cell, Column, Fact, Place
from policies.comparison.terms import Terms, tool_terms
from policies.models import Document, Kind, PolicyScope

KINDS = (Kind.MEASURE,)
UNSORTED = "unclassified"
LAST = 10**6
NOTES = {"tax": "逐项优惠见“税收”对照"}
_NAMES = ("措辞刚性", "责任单位", "数字", "角色", "条件")  # of what `typed` holds
_FIELDS = tuple((name, lambda fact, at=at: fact["typed"][at]) for at, name in enumerate(_NAMES))


def keys(fact: Fact, terms: Terms) -> tuple[str, ...]:
    """Tools, then the instruments and themes that none of these tools belongs to."""
    covered = {terms[tool].group for tool in fact["tools"] if tool in terms}
    heads = (code for code in (*fact["instruments"], *fact["themes"]) if code not in covered)
    return tuple(dict.fromkeys((*fact["tools"], *heads))) or (UNSORTED,)


def place(key: str, facts: Sequence[Fact], terms: Terms) -> Place:
    """Rows stand under their instrument or theme; what names no tool of it comes last.

    Themes stand folded below the instruments: a province's means are compared, its goals are many.
    """
    term = terms.get(key)
    if term is None:
        return Place("未归类措施", UNSORTED, "未归类", (LAST,))
    head = term.group == key
    order = (term.group_position, LAST if head else term.position)
    anchor = f"theme-{term.group}" if term.goal else f"{'instrument' if head else 'tool'}-{key}"
    national = all(fact["scope"] == PolicyScope.NATIONAL for fact in facts)
    name = f"{term.name}（未细分）" if head else term.name
    note = NOTES.get(key, "")
    return Place(name, term.group, term.group_name, order, note, anchor, national, term.goal)


def label(key: str, records: Records, terms: Terms) -> str:
    """How many, and how many of them are specific."""
    specific = sum(bool(fact["specific"]) for fact in records)
    return f"{len(records)} 条" + (f"，{specific} 条具体" if specific else "")


def judge(key: str, cells: Sequence[Cell], terms: Terms) -> Verdict:
    """Same force, actors' functions and numbers; same wording where there is no number.

    National law restated is no part of it: it applies everywhere, whoever prints it and how much
    of it (domain notes, section 1).
    """
    agree = all(_same(a, b) for i, a in enumerate(cells) for b in cells[i + 1 :])
    return SAME if agree else DIFFERENT


def signature(key: str, records: Records, terms: Terms) -> Hashable:
    """Force, actors' functions and numbers, each as often as a measure has them."""
    return frozenset(Counter([fact["typed"][:3] for fact in _own(records)]).items())


def differences(
    key: str, cells: Sequence[Cell], reference: Cell, terms: Terms
) -> list[tuple[str, ...]]:
    """A role is named only where the same bodies act: other bodies have other roles anyway."""
    theirs, ours = _own(reference.records), [_own(cell.records) for cell in cells]
    found = differing_fields(_FIELDS, ours, theirs)
    return [
        ()
        if _same(cell, reference)
        else _named(names)
        if bool(records) == bool(theirs)
        else ("性质",)
        for cell, records, names in zip(cells, ours, found, strict=True)
    ]


def _named(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([n for n in names if n != "角色" or "责任单位" not in names]) or ("表述",)


def _own(records: Records) -> Records:
    """Those that are more than national law restated."""
    return tuple([fact for fact in records if fact["scope"] != PolicyScope.NATIONAL])


def applies(key: str, column: Column, terms: Terms) -> bool:
    return key not in terms or terms[key].applies_in(column.gb_code)


def specific_first(facts: Sequence[Fact]) -> list[Fact]:
    """Measures with a number, deadline, named lead, condition or prohibition before the others."""
    return sorted(facts, key=lambda fact: not fact["specific"])


def _same(a: Cell, b: Cell) -> bool:
    if a.signature != b.signature:
        return False
    ours, theirs = (
        "".join(f["quote"] for f in _own(cell.records) if not f["numbers"]) for cell in (a, b)
    )
    return same_words(ours, theirs)


def read(documents: Sequence[Document], among: QuerySet | None) -> list[Fact]:
    facts = read_facts(documents, KINDS, among)
    return specific_first([{**fact, "typed": typed(fact)} for fact in facts])


def typed(measure: Fact) -> tuple:
    """What is compared, worked out once for a measure that stands in several rows."""
    roles = frozenset([(actor["function"], actor["role"]) for actor in measure["actors"]])
    return (*measure_facts(measure), roles, frozenset(map(bare, measure["conditions"])))


MEASURES = dimension_of(
    globals(),
    code="measures",
    name="措施",
    kinds=KINDS,
    parts=("tasks", "sectors", "projects", "safeguards"),
    terms=tool_terms,
)
