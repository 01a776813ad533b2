"""Sectors: a cell joins what a text says of a sector and its branches, and how it covers it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from policies.comparison.agreement import DIFFERENT, SAME, Records, Verdict
from policies.comparison.dimension import dimension_of
from policies.comparison.reading import read_facts, sectors_of
from policies.comparison.shapes import Cell, Fact, Place
from policies.comparison.terms import Terms, sector_terms
from policies.models import Document, Kind, Relation, Via

KINDS = (Kind.SECTOR_DIRECTION, Kind.TARGET, Kind.GOAL, Kind.MEASURE, Kind.SECTOR_MENTION)
OWN, WITHIN, TARGET, MENTION, BROADER = "own", "within", "target", "mention", "broader"
COVERAGE = {
    OWN: "专节",
    WITHIN: "并入",
    TARGET: "有指标",
    MENTION: "仅提及",
    BROADER: "上位词提及",
}


def keys(fact: Fact, terms: Terms) -> tuple[str, ...]:
    """The sectors named and all above them; a wider word (冶金 alone) also means its branches."""
    named = [code for code in sectors_of(fact) if code in terms]
    above = [up for code in named for up in terms[code].above]
    meant = [down for code in _wider_words(fact) if code in terms for down in terms[code].branches]
    return tuple(dict.fromkeys((*named, *above, *meant)))


def place(key: str, facts: Sequence[Fact], terms: Terms) -> Place:
    """Rows stand under their topmost sector, which comes first."""
    line = _line(key, terms)
    term, root = terms[key], terms[line[-1]]
    order = (root.position, term.code != root.code, term.position)
    link = f"sector-{key}"
    return Place(term.name, root.code, root.name, order, link=link, depth=len(line) - 1)


def coverage(key: str, records: Records, terms: Terms) -> tuple[str, str]:
    """Return how the sector is covered: (code of COVERAGE, the passages or words meant)."""
    passages = [f for f in records if f["kind"] == Kind.SECTOR_DIRECTION]
    if any(f["sector"] == key for f in passages):
        return OWN, ""
    merged = [f["sector"] for f in passages] + [
        up for f in records for up in _inside(f, key, terms)
    ]
    if merged:
        return WITHIN, "、".join(dict.fromkeys(terms[code].name for code in merged))
    if any(f["kind"] == Kind.TARGET for f in records):
        return TARGET, ""
    if all(_is_broader(f, key, terms) for f in records):
        wider = (terms[code].name for fact in records for code in _wider_words(fact))
        return BROADER, "、".join(dict.fromkeys(wider))
    return MENTION, ""


def label(key: str, records: Records, terms: Terms) -> str:
    """专节, 并入（见冶金专节）, 上位词提及（冶金） …"""
    code, names = coverage(key, records, terms)
    if not names:
        return COVERAGE[code]
    return f"并入（见{names}专节）" if code == WITHIN else f"{COVERAGE[code]}（{names}）"


def judge(key: str, cells: Sequence[Cell], terms: Terms) -> Verdict:
    """Covered in the same way."""
    return SAME if len({cell.signature for cell in cells}) == 1 else DIFFERENT


def signature(key: str, records: Records, terms: Terms) -> str:
    return coverage(key, records, terms)[0]


def differences(
    key: str, cells: Sequence[Cell], reference: Cell, terms: Terms
) -> list[tuple[str, ...]]:
    return [() if cell.signature == reference.signature else ("覆盖方式",) for cell in cells]


def _line(key: str, terms: Terms) -> list[str]:
    """The sector and those above it by first parents, the topmost last."""
    line = [key]
    while (parents := terms[line[-1]].parents) and parents[0] in terms and parents[0] not in line:
        line.append(parents[0])
    return line


def _inside(fact: Fact, key: str, terms: Terms) -> list[str]:
    """Sectors above `key` in whose passage the fact stands with `key` as its subject."""
    above = terms[key].above
    return [code for code in fact["within"] if code in above and _is_subject(fact, key, terms)]


def _is_subject(fact: Fact, key: str, terms: Terms) -> bool:
    return fact["kind"] != Kind.MEASURE or any(
        link["relation"] == Relation.SUBJECT for link in _links(fact, key, terms)
    )


def _is_broader(fact: Fact, key: str, terms: Terms) -> bool:
    """Whether the text names only what stands above the sector."""
    return not any(code == key or key in _above(code, terms) for code in sectors_of(fact))


def _wider_words(fact: Fact) -> list[str]:
    """Sectors that the text names by a word that means more than one sector."""
    if fact["kind"] == Kind.MEASURE:
        return [link["sector"] for link in fact["sectors"] if link["via"] == Via.BROADER]
    return [fact["sector"]] if fact.get("via") == Via.BROADER else []


def _links(fact: Fact, key: str, terms: Terms) -> list[Fact]:
    """The measure's links to the sector and its branches."""
    return [x for x in fact["sectors"] if x["sector"] == key or key in _above(x["sector"], terms)]


def _above(code: str, terms: Terms) -> tuple[str, ...]:
    return terms[code].above if code in terms else ()


def read(documents: Sequence[Document], among: QuerySet | None) -> list[Fact]:
    """Facts about sectors, passages first, each with the sectors whose passage it stands in."""
    found = with_passages(read_facts(documents, KINDS, among, lambda e: bool(sectors_of(e))))
    return sorted(found, key=lambda fact: KINDS.index(fact["kind"]))


def with_passages(facts: Iterable[Fact]) -> list[Fact]:
    """Return the facts about sectors with `within`, the sectors of the passages they stand in."""
    found = [fact for fact in facts if sectors_of(fact)]
    passages = defaultdict(list)
    for fact in found:
        if fact["kind"] == Kind.SECTOR_DIRECTION:
            passages[fact["document"]].append((fact["start"], fact["end"], fact["sector"]))
    return [{**fact, "within": _within(fact, passages[fact["document"]])} for fact in found]


def _within(fact: Fact, passages: Sequence[tuple[int, int, str]]) -> tuple[str, ...]:
    if fact["kind"] == Kind.SECTOR_DIRECTION:
        return ()
    first, last = fact["start"], fact["end"]
    return tuple([sector for start, end, sector in passages if start <= first and last <= end])


SECTORS = dimension_of(
    globals(),
    code="sectors",
    name="行业",
    kinds=KINDS,
    parts=("tasks", "sectors", "projects", "safeguards"),
    terms=sector_terms,
)
