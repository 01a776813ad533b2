"""Tax reliefs: a province's own and its promises first, national law restated below.

A relief that one text does not restate still applies there, and a rate that one text prints and
the others don't is no difference of policy (domain notes, section 1).
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence

from policies.comparison.agreement import DIFFERENT, SAME, Records, Verdict, over_pairs
from policies.comparison.dimension import differing_fields, dimension_of
from policies.comparison.sameness import bare, parameter, tax_facts
from policies.comparison.shapes import Cell, Column, Fact, Place
from policies.comparison.terms import Terms, relief_terms
from policies.comparison.wording import tax_form
from policies.models import Kind, PolicyScope

_GROUPS = {
    PolicyScope.PROVINCIAL: "本省规定",
    PolicyScope.IMPLEMENTING: "承诺落实",
    PolicyScope.NATIONAL: "各地均适用的国家政策",
}
_FIELDS = (
    ("税种", lambda f: f["tax"]),
    ("参数", lambda f: frozenset(map(parameter, f["parameters"]))),
    ("性质", lambda f: f["scope"]),
    ("条件", lambda f: bare(f["conditions"] or "")),
)


def keys(fact: Fact, terms: Terms) -> tuple[str, ...]:
    return (fact["relief"],)


def place(key: str, facts: Sequence[Fact], terms: Terms) -> Place:
    """The group is whose policy the row is: one provincial statement makes it provincial."""
    scope = row_scope(facts)
    term = terms[key]
    note = f"税制已调整：{term.abolished}" if term.abolished else ""
    rank = list(_GROUPS).index(scope)
    national = scope == PolicyScope.NATIONAL
    order = (rank, term.position)
    return Place(term.name, scope, _GROUPS[scope], order, note, f"relief-{key}", national)


def row_scope(facts: Sequence[Fact]) -> str:
    """provincial before implementing before national."""
    scopes = {fact["scope"] for fact in facts}
    return next(scope for scope in _GROUPS if scope in scopes)


def label(key: str, records: Records, terms: Terms) -> str:
    """The printed parameters, 未写明比例 where there are none, and whose policy it is."""
    return "；".join(dict.fromkeys(map(tax_form, records)))


def judge(key: str, cells: Sequence[Cell], terms: Terms) -> Verdict:
    """Equal tax, parameters and scope; in a national row only contradicting figures differ."""
    national = all(f["scope"] == PolicyScope.NATIONAL for cell in cells for f in cell.records)
    return over_pairs(cells, _contradict if national else _judge_pair)


def signature(key: str, records: Records, terms: Terms) -> Hashable:
    return frozenset((tax_facts(fact), _named_parameters(fact)) for fact in records)


def differences(
    key: str, cells: Sequence[Cell], reference: Cell, terms: Terms
) -> list[tuple[str, ...]]:
    return differing_fields(_FIELDS, [cell.records for cell in cells], reference.records)


def applies(key: str, column: Column, terms: Terms) -> bool:
    """Whether the vocabulary lets the province have the relief at all."""
    return key not in terms or terms[key].applies_in(column.gb_code)


def _judge_pair(a: Records, b: Records) -> Verdict:
    return SAME if set(map(tax_facts, a)) == set(map(tax_facts, b)) else DIFFERENT


def _contradict(a: Records, b: Records) -> Verdict:
    """Two figures of one unit for the same thing that have nothing in common."""
    left, right = _figures(a), _figures(b)
    clash = any(not left[what] & right[what] for what in left.keys() & right.keys())
    return DIFFERENT if clash else SAME


def _figures(records: Records) -> dict[tuple, set]:
    figures = defaultdict(set)
    for fact in records:
        for entry in fact["parameters"]:
            value, unit = parameter(entry)
            figures[bare(entry.get("what") or ""), unit].add(value)
    return figures


def _named_parameters(fact: Fact) -> frozenset:
    return frozenset((bare(p.get("what") or ""), *parameter(p)) for p in fact["parameters"])


TAX = dimension_of(
    globals(),
    code="tax",
    name="税收",
    kinds=(Kind.TAX_POLICY,),
    parts=("safeguards",),
    terms=relief_terms,
)
