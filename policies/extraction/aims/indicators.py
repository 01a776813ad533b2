"""What an indicator phrase is about: canonical indicators, denominator, sector."""

import re
from functools import cache, lru_cache

from policies.extraction.vocabulary import Vocabulary
from policies.extraction.vocabulary.indicators import Indicator

_RATIO = ("percent", "percentage_point", "multiple", "doubling")
_KINDS = {"count": "count", "person": "count", "money": "money", "money_usd": "money"}
_SCOPE = re.compile(
    "规模以[上下](?:工业|中小)*企业|规模以[上下]工业|规模以[上下]|大中型(?:工业)?企业|(?:流程型)?(?:生产)?重点骨干企业"
    "|流程型生产骨干企业|骨干企业|重点(?:用能|耗能|工业)?企业|中小(?:微)?企业|主要(?:耗能|用能)?行业|重点(?:耗能|用能)?行业"
    "|重点领域|县区|省级以上|国家级以上|全省|全市|全区|全县"
)
_LONGEST = 300  # characters: no name of an indicator is longer
_BESIDE = re.compile("(?:业|工业|产业|行业|制造业?)?(?:、|和|与|及)")
_INDUSTRY = re.compile(
    "(?:关键|核心)?零部件|整车|产业|工业|行业|制造|企业|产量|产能|产值|增加值|(?:业务|营业|销售)收入|营收"
    "|装机|出口"
)
_AMOUNT = re.compile("[^、，]{0,8}?(?:增加值|产值|投资|贷款|收入|利润|税收|规模)|$")


def match_indicators(
    phrase: str, vocabulary: Vocabulary, unit_class: str = "", accrual: str = ""
) -> tuple[str, ...]:
    """Return the slugs whose patterns the phrase meets, in vocabulary order; () for none.

    With `unit_class` (of a number) an indicator of another kind is left out: a sum is no growth
    rate, a count no share. A child (cod) leaves out its parent (pollutants).
    """
    phrase = phrase[:_LONGEST]
    if not _any_indicator(vocabulary).search(phrase):
        return ()
    found = [
        indicator
        for indicator in vocabulary.indicators
        if _fits(indicator, unit_class, accrual) and _meets(indicator, phrase)
    ]
    parents = {indicator.parent for indicator in found}
    return tuple(indicator.slug for indicator in found if indicator.slug not in parents)


def find_scope(phrase: str, region: str = "") -> str | None:
    """Return the denominator the phrase names (规模以上企业), else the region, else None."""
    match = _SCOPE.search(phrase)
    return match[0] if match else (region if len(region) > 1 else None)


def find_sector(phrase: str, indicators: tuple[str, ...], vocabulary: Vocabulary) -> str | None:
    """Return the slug of the sector the phrase is about: the longest name ahead of 占.

    None where several are listed: the fact is of all together. A weak name counts only with an
    industry noun or an output behind it (汽车产量), one after 非 not at all, a total (制造业) only
    as what an amount is of: 制造业投资, not 制造业单项冠军. Where none is named, the sector an
    indicator belongs to (钢材板带比: steel).
    """
    pattern, slugs = _sector_names(vocabulary)
    phrase = phrase.partition("占")[0]
    totals = {sector.slug for sector in vocabulary.sectors if sector.aggregate}
    named = [
        match
        for match in pattern.finditer(phrase)
        if not phrase.endswith("非", 0, match.start())
        if slugs[match[0]][0] not in totals or _AMOUNT.match(phrase, match.end())
    ]
    if any(_BESIDE.match(phrase, match.end()) for match in named) and _apart(named, slugs):
        return None
    matches = [
        match for match in named if not slugs[match[0]][1] or _INDUSTRY.match(phrase, match.end())
    ]
    if matches:
        return slugs[max((match[0] for match in matches), key=len)][0]
    of_indicators = [i.sector for i in vocabulary.indicators if i.slug in indicators and i.sector]
    return of_indicators[0] if of_indicators else None


def _apart(matches: list[re.Match[str]], slugs: dict[str, tuple[str, bool]]) -> bool:
    """Whether what stands in a list is more than one sector (装备制造、食品、能源产业)."""
    return len({slugs[match[0]][0] for match in matches}) > 1


def _fits(indicator: Indicator, unit_class: str, accrual: str) -> bool:
    if not unit_class:
        return True
    if indicator.accrual == "per_year" and accrual != "per_year":
        return False
    return _kind(indicator.unit_class) == _kind(unit_class) or _kind(unit_class) == "other"


def _kind(unit_class: str) -> str:
    return "ratio" if unit_class in _RATIO else _KINDS.get(unit_class, "other")


def _meets(indicator: Indicator, phrase: str) -> bool:
    if indicator.excludes and _any_of(indicator.excludes).search(phrase):
        return False
    return _any_of(indicator.patterns).search(phrase) is not None


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


@lru_cache(maxsize=4)
def _any_indicator(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Return one pattern that finds something wherever an indicator's own would."""
    return re.compile("|".join(p for term in vocabulary.indicators for p in term.patterns))


@lru_cache(maxsize=4)
def _sector_names(
    vocabulary: Vocabulary,
) -> tuple[re.Pattern[str], dict[str, tuple[str, bool]]]:
    """Return a pattern of all names, longest first, and for each its slug and whether it is weak."""
    slugs = {
        name: (sector.slug, name in sector.weak)
        for sector in vocabulary.sectors
        for name in (sector.name, *sector.aliases, *sector.weak)
    }
    longest_first = sorted(slugs, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first))), slugs
