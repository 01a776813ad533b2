"""Parts: which kind of text each heading announces, inherited by what stands under it."""

import re
from functools import cache

from .vocabulary.parts import Part
from .vocabulary.sectors import Sector

DEFAULT = "tasks"  # covered: an unknown section's sentences are recorded rather than lost
AIMS = {"guidance", "principles", "targets"}
ANY = AIMS | {"significance", "tasks", "sectors", "projects", "safeguards"}
OVERRIDES = {
    "preamble": ANY,
    "significance": ANY,
    "guidance": ANY,
    "principles": AIMS,
    "targets": AIMS | {"tasks"},
    "tasks": {"sectors", "projects", "targets"},
}
"""Which part a deeper heading may announce inside which: 强化服务 under 重点任务 stays a task."""

BRANCH_WORDS = re.compile(
    r"(?:传统|特色|优势|现代|制造|加工|及其?|和|与|、|零部件|配套|行业|产业|工业|领域|业|类)"
)
FEW, MOST = 2, 0.6


def find_part(heading: str, parent: str | None, parts: tuple[Part, ...]) -> str:
    """Return the code of the part that `heading` announces under a heading of part `parent`.

    A top-level heading (parent None) announces the part named first in it, 总体思路、发展目标和
    基本原则 the guidance; a deeper one changes the part only when it is nothing but such a name.
    """
    if parent is None:
        return _named_first(heading, parts) or DEFAULT
    for part in parts:
        if part.code in OVERRIDES.get(parent, ()) and _pattern(part).fullmatch(heading):
            return part.code
    return parent


def _named_first(heading: str, parts: tuple[Part, ...]) -> str | None:
    found = [
        (match.start(), order, part.code)
        for order, part in enumerate(parts)
        if part.headings and (match := _pattern(part).search(heading))
    ]
    return min(found)[2] if found else None


def part_names(parts: tuple[Part, ...]) -> str:
    """Return a regular expression of every part's name."""
    return "|".join(f"(?:{_pattern(part).pattern})" for part in parts if part.headings)


@cache
def _pattern(part: Part) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in part.headings) or r"(?!)")


def names_sector(heading: str, sectors: tuple[Sector, ...]) -> bool:
    """Whether a heading is the name of one or more sectors: 汽车及零部件工业, 冶金有色."""
    rest, found = _sector_names(sectors).subn("", heading)
    return found > 0 and len(BRANCH_WORDS.sub("", rest)) <= FEW


def mostly_sectors(headings: list[str], sectors: tuple[Sector, ...]) -> bool:
    """Whether the headings under one heading run through sectors."""
    named = sum(names_sector(heading, sectors) for heading in headings)
    return named >= FEW and named >= MOST * len(headings)


@cache
def _sector_names(sectors: tuple[Sector, ...]) -> re.Pattern[str]:
    names = {name for sector in sectors for name in (sector.name, *sector.aliases) if len(name) > 1}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or r"(?!)")
