"""Where a stretch of text names sectors, and whether the words around a name let it count."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from policies.extraction.vocabulary import Vocabulary

from .context import Context, is_other, read_context

TITLE = re.compile(r"《[^《》\n]{0,80}》")
CLAUSE = re.compile(r"[^，。；：！？\n]+")
LINK = re.compile(r"(?:、|和|及|与|以及|及其|或|）、|）|（)?")
"""What stands between neighbours of an enumeration; nothing at all in 轻工食品."""
USE = re.compile(r"用[^，。；、]{0,2}[钢铝铜镁钛材料膜纸布油药件品芯]")
"""汽车用钢, 航空用高端铝材: for what the good is made."""
NOT = ("非", "废", "废旧", "报废")
"""非能源工业: all but this; 废钢铁: a waste."""


@dataclass(frozen=True)
class SectorName:
    start: int
    end: int
    sector: str  # slug
    strong: bool  # means the sector wherever it stands
    industry: bool = False  # an industry noun follows it or closes its enumeration
    listed: bool = False  # is a whole item of an enumeration: not the 铝 of 铜、铝型材
    counts: bool = False  # names the sector here


def find_sector_names(
    normal: str, start: int, end: int, vocabulary: Vocabulary
) -> tuple[SectorName, ...]:
    """Return the sectors named in normal[start:end] in order; the longest name wins.

    Names in 《》, of companies and public bodies, and totals (传统产业) are left out. A weak name
    without a context that makes it a sector comes with `counts` False. Neighbours of one sector
    are one naming (化学制药、生物技术制药), 轻纺 is two at one place. 冶金 beside 有色 is 钢铁 (domain.md, 1.3).
    """
    text = normal
    if normal.find("《", start, end) >= 0:
        masked = TITLE.sub(lambda match: "\0" * len(match[0]), normal[start:end])
        text = normal[:start] + masked
    names: list[SectorName] = []
    matches = list(_names(vocabulary).pattern.finditer(text, start, end))
    for clause in CLAUSE.finditer(text, start, end) if matches else ():
        inside = [one for one in matches if clause.start() <= one.start() < clause.end()]
        names += _names_in_clause(text, clause.start(), clause.end(), inside, vocabulary)
    return tuple(names)


def _names_in_clause(
    text: str, start: int, end: int, matches: list[re.Match[str]], vocabulary: Vocabulary
) -> list[SectorName]:
    found = list(_read_names(text, start, end, matches, vocabulary))
    if not found:
        return []
    judged: list[SectorName] = []
    for chain in _chains(text, found):
        context = read_context(
            text, (start, chain[0].start, chain[-1].end, end), len(found), vocabulary
        )
        judged += _merge(text, _judge(chain, context))
    return _beside(judged, vocabulary)


def _read_names(
    text: str, start: int, end: int, matches: list[re.Match[str]], vocabulary: Vocabulary
) -> Iterator[SectorName]:
    names, words = _names(vocabulary), vocabulary.sector_words
    free, firm = start, False  # where the name before ended, and whether it was strong
    for match in matches:
        slugs, strong = names.meanings[match.group()]
        if firm and match.start() == free and match.group() in words.industry:
            continue  # 有色冶炼: what follows a name
        first = _with_modifier(text, free, match.start(), words.modifiers)
        free, firm = match.end(), strong
        if (
            text.endswith(NOT, start, first)
            or USE.match(text, free)
            or is_other(text, free, end, vocabulary)
        ):
            continue
        for slug in slugs:
            yield SectorName(first, free, slug, strong)


def _with_modifier(text: str, free: int, start: int, modifiers: tuple[str, ...]) -> int:
    """Where the name at `start` begins with what is before it: 先进轨道交通装备."""
    if not text.endswith(modifiers, free, start):
        return start
    return start - max(len(one) for one in modifiers if text.endswith(one, free, start))


@dataclass(frozen=True)
class _Names:
    """What one vocabulary's names mean, and where they stand; made once for each."""

    meanings: dict[str, tuple[tuple[str, ...], bool]]  # (slugs, strong); near misses, totals: ()
    pattern: re.Pattern[str]  # the longest name at each place
    beside: dict[str, dict[str, str]]  # slug -> neighbour -> what it means beside it


@lru_cache(maxsize=4)
def _names(vocabulary: Vocabulary) -> _Names:
    meanings: dict[str, tuple[tuple[str, ...], bool]] = {}
    for sector in vocabulary.sectors:
        slugs = () if sector.aggregate else (sector.slug,)
        meanings |= dict.fromkeys((sector.name, *sector.aliases), (slugs, True))
        meanings |= dict.fromkeys(sector.weak, ((sector.slug,), False))
    meanings |= {name: (tuple(slugs), True) for name, *slugs in vocabulary.sector_words.compounds}
    meanings |= {word: ((), True) for sector in vocabulary.sectors for word in sector.excludes}
    beside = {sector.slug: dict(sector.beside) for sector in vocabulary.sectors if sector.beside}
    return _Names(meanings, _any_of(meanings), beside)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Names under their first character: a place that starts none costs one look."""
    under: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        under.setdefault(name[0], []).append(re.escape(name[1:]))
    return re.compile(
        "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in under.items())
        or "(?!)"
    )


def _chains(text: str, names: list[SectorName]) -> list[list[SectorName]]:
    """Names that follow one another with nothing but a link between them."""
    chains: list[list[SectorName]] = []
    for name in names:
        last = chains[-1][-1] if chains else None
        if last and (name.start < last.end or LINK.fullmatch(text, last.end, name.start)):
            chains[-1].append(name)
        else:
            chains.append([name])
    return chains


def _judge(chain: list[SectorName], context: Context) -> list[SectorName]:
    firm = context.growing or (any(name.strong for name in chain) and not context.used)
    silent = (
        context.demanded or context.placed or context.applied or context.outlay or context.thing
    )
    judged = []
    for name in chain:
        whole = name is not chain[-1] or context.ends_bare or context.works
        industry = context.followed or (context.closed and (whole or name.strong))
        made = context.works and name is chain[-1]
        counts = not silent and (name.strong or industry or made or (firm and whole))
        listed = whole and not silent and (len(chain) > 1 or context.listed)
        judged.append(
            SectorName(name.start, name.end, name.sector, name.strong, industry, listed, counts)
        )
    return judged


def _merge(text: str, chain: list[SectorName]) -> list[SectorName]:
    merged = chain[:1]
    for name in chain[1:]:
        same = name.sector == merged[-1].sector and name.counts == merged[-1].counts
        if same and "（" not in text[merged[-1].end : name.start]:
            merged[-1] = replace(merged[-1], end=name.end, strong=merged[-1].strong or name.strong)
        else:
            merged.append(name)
    return merged


def _beside(names: list[SectorName], vocabulary: Vocabulary) -> list[SectorName]:
    meanings = _names(vocabulary).beside
    if not any(name.sector in meanings for name in names):
        return names
    present = {name.sector for name in names if name.counts}
    beside = []
    for name in names:
        others = meanings.get(name.sector, {}) if name.strong else {}
        near = [meant for other, meant in others.items() if other in present]
        beside.append(replace(name, sector=near[0]) if near else name)
    return beside
