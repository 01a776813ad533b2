"""Targets and goals by indicator: numbers and aims without one meet in one row."""

from collections.abc import Hashable, Sequence

from policies.comparison.agreement import DIFFERENT, SAME, Records, Verdict, over_pairs
from policies.comparison.bases import why_not
from policies.comparison.dimension import differing_fields, dimension_of
from policies.comparison.reading import sectors_of
from policies.comparison.sameness import amount, same_words, target_facts, unit_class
from policies.comparison.shapes import Cell, Fact, Place
from policies.comparison.terms import Terms, target_terms
from policies.comparison.wording import normal_form
from policies.extraction.aims.basis import scope_class
from policies.models import Kind

OTHER, THRESHOLD = "other", "threshold"
_FIELDS = (
    ("数值", lambda f: (amount(f["value"], f["unit"]), amount(f["value_max"], f["unit"]))),
    ("程度", lambda f: f["comparator"]),
    ("单位", lambda f: unit_class(f["unit"])),
    ("增减", lambda f: f["change"]),
    ("口径", lambda f: f["accrual"]),
    ("范围", lambda f: scope_class(f["scope"])),
    ("基期", lambda f: f["base_year"]),
    ("时限", lambda f: f["due"]),
    ("力争", lambda f: f["aspirational"]),
)

UNQUANTIFIED = "有的为量化目标，有的仅定性表述"
_OF_ONE_BASIS = {"数值", "程度"}  # say nothing between numbers of different bases


def keys(fact: Fact, terms: Terms) -> tuple[str, ...]:
    """Canonical indicators; the indicator as read where there is none; a threshold's sector."""
    if fact.get("threshold"):
        return tuple(f"{THRESHOLD}:{code}" for code in sectors_of(fact) or ("",))
    return tuple(fact["indicators"]) or (fact["indicator"],)


def place(key: str, facts: Sequence[Fact], terms: Terms) -> Place:
    """Rows stand in indicator groups, thresholds and unlisted indicators after them."""
    if term := terms.get(key):
        order = (term.group_position, term.position)
        return Place(term.name, term.group, term.group_name, order, link=f"indicator-{key}")
    if key.startswith(f"{THRESHOLD}:"):
        sector = terms.get(f"sector:{key.removeprefix(f'{THRESHOLD}:')}")
        name = sector.name if sector else "未指明行业"
        order = (10**6, sector.position if sector else 10**6)
        return Place(f"{name}：门槛", THRESHOLD, "门槛与强制要求", order)
    return Place(key, OTHER, "其他目标", (10**7, min(fact["start"] for fact in facts)))


def label(key: str, records: Records, terms: Terms) -> str:
    """The numbers in normal form; an aim without one says so."""
    return "；".join(dict.fromkeys(form_of(fact, terms) for fact in records))


def judge(key: str, cells: Sequence[Cell], terms: Terms) -> Verdict:
    """Same facts on one basis agree; numbers of different bases are not comparable."""
    return over_pairs(cells, _judge_pair)


def signature(key: str, records: Records, terms: Terms) -> Hashable:
    """Equal for cells that state the same facts in the same scope."""
    return frozenset(
        (target_facts(f), scope_class(f["scope"]), f["doubt"])
        if f["kind"] == Kind.TARGET
        else f["statement"]
        for f in records
    )


def differences(
    key: str, cells: Sequence[Cell], reference: Cell, terms: Terms
) -> list[tuple[str, ...]]:
    """Names of the facts that differ; 表述 where neither has a number.

    That a value differs is said only of numbers that share a basis: of others, what the basis is.
    """
    theirs = _of_kind(reference.records, Kind.TARGET)
    numbers = [_of_kind(cell.records, Kind.TARGET) for cell in cells]
    found = differing_fields(_FIELDS, numbers, theirs)
    return [
        _difference(cell.records, ours, reference.records, theirs, names)
        for cell, ours, names in zip(cells, numbers, found, strict=True)
    ]


def _difference(
    said: Records, ours: Records, against: Records, theirs: Records, names: tuple[str, ...]
) -> tuple[str, ...]:
    if ours and theirs:
        return _comparable(names, ours, theirs)
    if ours or theirs:
        return ("有无量化",)
    return () if same_words(_words(said), _words(against)) else ("表述",)


def _comparable(names: tuple[str, ...], ours: Records, theirs: Records) -> tuple[str, ...]:
    if any(not why_not(a, b) for a in ours for b in theirs):
        return names
    return tuple(name for name in names if name not in _OF_ONE_BASIS)


def weight(records: Records) -> int:
    """Marks are against a number rather than an aim without one."""
    return int(bool(_of_kind(records, Kind.TARGET)))


def form_of(fact: Fact, terms: Terms) -> str:
    """The normal form with the sector that the aim is about: 装备制造：达到 40 %，2015.

    A threshold's row names its sector.
    """
    named = [] if fact.get("threshold") else sectors_of(fact)
    names = [terms[f"sector:{code}"].name for code in named if f"sector:{code}" in terms]
    about = f"{'、'.join(names)}：" if names else ""
    return about + normal_form(fact)


def _judge_pair(a: Records, b: Records) -> Verdict:
    numbers = [_of_kind(records, Kind.TARGET) for records in (a, b)]
    if all(numbers):
        return _judge_numbers(*numbers)
    if any(numbers):
        return Verdict("not_comparable", UNQUANTIFIED)
    return SAME if same_words(_words(a), _words(b)) else DIFFERENT


def _judge_numbers(a: Records, b: Records) -> Verdict:
    """Compare what shares a basis; where nothing does, say why."""
    reasons = {(i, j): why_not(x, y) for i, x in enumerate(a) for j, y in enumerate(b)}
    shared = [pair for pair, reason in reasons.items() if not reason]
    if not shared:
        return Verdict("not_comparable", next(iter(reasons.values())))
    twins = [(i, j) for i, j in shared if target_facts(a[i]) == target_facts(b[j])]
    everyone = {i for i, _ in twins} == set(range(len(a))) and {j for _, j in twins} == set(
        range(len(b))
    )
    return SAME if everyone else DIFFERENT


def _words(aims: Records) -> str:
    return "".join(fact["statement"] for fact in aims)


def _of_kind(records: Records, kind: str) -> Records:
    return tuple(fact for fact in records if fact["kind"] == kind)


TARGETS = dimension_of(
    globals(),
    code="targets",
    name="目标",
    kinds=(Kind.TARGET, Kind.GOAL),
    parts=("targets",),
    terms=target_terms,
)
