"""Parts: which kind of text each heading announces, inherited by what stands under it."""

import re
from collections.abc import Sequence
from functools import cache

from policies.extraction.vocabulary import Vocabulary
from policies.extraction.vocabulary.parts import Part
from policies.extraction.vocabulary.sectors import Sector

AIMS = frozenset({"guidance", "principles", "targets"})
WORK = frozenset({"tasks", "sectors", "projects"})
OPENING = AIMS | {"significance"}
ANY = OPENING | WORK | {"safeguards"}
OVERRIDES = {
    "preamble": ANY,
    "significance": ANY,
    "guidance": ANY,
    "principles": AIMS,
    "targets": AIMS | {"tasks"},
    "tasks": {"sectors", "projects", "targets"},
}
"""Which part a deeper heading may announce inside which: 强化服务 under 重点任务 stays a task."""

PURPOSE = re.compile(r"为.{2,80}制定本")
FINAL = re.compile(r"本(?:实施)?(?:意见|办法|通知|方案|规定|细则|措施|政策|计划)(?:自|由)")
BRANCH_WORDS = re.compile(
    r"(?:传统|特色|优势|现代|先进|高端|新型|精品|绿色|智能|发展|培育|壮大|做[强大优精]|提升|振兴|改造"
    r"|制造|加工|及其?|和|与|、|零部件|配套|行业|产业链?|工业|领域|方面|集群|板块|业|类)"
)
FEW, MOST = 2, 0.6


def assign_parts(
    headings: Sequence[str],
    bodies: Sequence[str],
    parents: Sequence[int | None],
    vocabulary: Vocabulary,
) -> list[str]:
    """Return the code of each unit's part, given its heading, how its text begins, its parent.

    A top-level heading announces the part named first in it, 总体思路、发展目标和基本原则 the
    guidance. A deeper one changes the part only when it is nothing but a part's name, and units
    that run through sectors are the sectors part. What no heading tells is work to be done
    (tasks: covered, so that its sentences are recorded rather than lost).
    """
    below = _below(headings, parents)
    sectoral = {i for i, named in below.items() if mostly_sectors(named, vocabulary.sectors)}
    tops = _top_parts(headings, parents, vocabulary.parts)
    assigned: list[str] = []
    for index, (heading, body, parent) in enumerate(zip(headings, bodies, parents, strict=True)):
        above = assigned[parent] if parent is not None else None
        part = tops[index] if above is None else _deeper_part(heading, above, vocabulary.parts)
        if above == "tasks" and parent in sectoral:
            part = "sectors"
        elif above is None and part == "sectors" and "领域" in heading:
            named = [names_sector(child, vocabulary.sectors) for child in below.get(index, [])]
            part = "tasks" if len(named) >= FEW and not any(named) else part
        assigned.append(_formal_part(heading, body) or part)
    return assigned


def _below(headings: Sequence[str], parents: Sequence[int | None]) -> dict[int, list[str]]:
    below: dict[int, list[str]] = {}
    for heading, parent in zip(headings, parents, strict=True):
        if parent is not None:
            below.setdefault(parent, []).append(heading)
    return below


def _top_parts(
    headings: Sequence[str], parents: Sequence[int | None], parts: tuple[Part, ...]
) -> dict[int, str]:
    """Parts of the top-level units; one that says nothing follows from the others.

    In a list of measures that has neither aims nor tasks it is one of the safeguards, as the
    recognised ones are; so it is after the safeguards of a document that had its tasks before.
    """
    named = {i: _named_first(headings[i], parts) for i, p in enumerate(parents) if p is None}
    known = set(named.values())
    only_safeguards = "safeguards" in known and not known & (OPENING | WORK)
    assigned, seen = {}, set()
    for index, part in named.items():
        late = "safeguards" in seen and bool(seen & WORK)
        assigned[index] = part or ("safeguards" if only_safeguards or late else "tasks")
        seen.add(part)
    return assigned


def _deeper_part(heading: str, above: str, parts: tuple[Part, ...]) -> str:
    for part in parts:
        if part.code in OVERRIDES.get(above, ()) and _pattern(part).fullmatch(heading):
            return part.code
    return above


def _named_first(heading: str, parts: tuple[Part, ...]) -> str | None:
    found = [
        (match.start(), order, part.code)
        for order, part in enumerate(parts)
        if part.headings and (match := _pattern(part).search(heading))
    ]
    return min(found)[2] if found else None


def _formal_part(heading: str, body: str) -> str | None:
    """An article without a heading that says why the rules are made, or when they take effect."""
    if heading:
        return None
    if PURPOSE.match(body):
        return "preamble"
    return "closing" if FINAL.match(body) else None


def part_names(parts: tuple[Part, ...]) -> str:
    """Return a regular expression of every part's name."""
    return "|".join(f"(?:{_pattern(part).pattern})" for part in parts if part.headings)


@cache
def _pattern(part: Part) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in part.headings) or r"(?!)")


def names_sector(heading: str, sectors: tuple[Sector, ...]) -> bool:
    """Whether a heading is the name of one or more sectors: 汽车及零部件工业, not 食品安全."""
    rest, found = _sector_names(sectors).subn("", heading)
    return found > 0 and not BRANCH_WORDS.sub("", rest)


def mostly_sectors(headings: list[str], sectors: tuple[Sector, ...]) -> bool:
    """Whether the headings under one heading run through sectors."""
    named = sum(names_sector(heading, sectors) for heading in headings)
    return named >= FEW and named >= MOST * len(headings)


@cache
def _sector_names(sectors: tuple[Sector, ...]) -> re.Pattern[str]:
    own = [sector for sector in sectors if not sector.aggregate]
    names = {name for sector in own for name in (sector.name, *sector.aliases) if len(name) > 1}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or r"(?!)")
