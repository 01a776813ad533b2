"""What follows a number: its magnitude and unit (万吨/年), read from vocabulary/units.toml."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from policies.extraction.vocabulary.units import Unit

UnitWords = tuple[re.Pattern[str], dict[str, tuple[str, str]]]

_MAGNITUDE = re.compile("万亿|万|亿")
_POWERS = {"万": 10**4, "亿": 10**8}
_A_YEAR = re.compile("[·•‧・.]年?|年(?=[，。；、以左提到]|$)")
_MORE = ("余", "多")  # 10余家, 100多万元: more than the number
_SPACES = (" ", "\u3000")
# 投资突破500亿，: 元 is left out where the amount ends its phrase and what it measures is money.
_ENDS_AMOUNT = re.compile(
    "[，。；：）！]|以[上下内]|左右|上下|大关|规模(?!以)|、(?!\\d|[一二三四五六七八九十百千](?![等类级档]))|的标准|$"
)
_MONEY_AHEAD = re.compile(
    "投资|投入|产值|收入|增加值|利润|税|资金|基金|总量|规模|贷款|授信|融资|安排|生产总值|GDP|额|产业|集群"
)
_GRANT_AHEAD = re.compile("奖|补助|补贴|资助|贴息|最高|万元")
_LOOK_BACK = 24  # characters


@dataclass(frozen=True)
class Measurement:
    end: int
    unit: str  # 万吨/年, with its magnitude; "" where no unit follows
    unit_class: str  # mass/time
    more: bool  # 余 or 多 stands between number and unit


def read_measurement(text: str, position: int, end: int, words: UnitWords) -> Measurement:
    """Return the unit at `position` of text[:end]; no unit, and `end` = `position`, for none.

    `words` is `unit_words(vocabulary.units)`. A magnitude without a unit behind it (the first of 10亿—20亿元) is skipped over.
    """
    cursor, more = _skip_more(text, position + (text[position : position + 1] in _SPACES))
    match = _MAGNITUDE.match(text, cursor, end)
    magnitude = match[0] if match else ""
    cursor, more_behind = _skip_more(text, cursor + len(magnitude))
    name, unit_class, unit_end = _read_unit(text, cursor, end, words)
    if not name and _is_bare_amount(text, position, cursor, end, magnitude):
        return Measurement(cursor, f"{magnitude}元", "money", more or more_behind)
    if not name:
        return Measurement(cursor if magnitude else position, "", "", False)
    if text.startswith("/", unit_end):
        per = _MAGNITUDE.match(text, unit_end + 1, end)
        written = per[0] if per else ""
        per_name, per_class, per_end = _read_unit(text, unit_end + 1 + len(written), end, words)
        if per_name:
            name, unit_class = f"{name}/{written}{per_name}", f"{unit_class}/{per_class}"
            yearly = _A_YEAR.match(text, per_end, end) if per_class == "person" else None
            unit_end = yearly.end() if yearly else per_end  # 35万元/人·年
    return Measurement(unit_end, magnitude + name, unit_class, more or more_behind)


def factor_of(unit: str, units: tuple[Unit, ...]) -> Decimal:
    """Return how many of its class's base unit one `unit` is (万吨: 10000); 1 where unknown."""
    known = {term.name: Decimal(term.factor) for term in units}
    name, factor = unit.partition("/")[0], Decimal(1)
    while name not in known and name[:1] in _POWERS:
        factor, name = factor * _POWERS[name[0]], name[1:]
    return factor * known.get(name, Decimal(1))


def class_of(unit: str, units: tuple[Unit, ...]) -> str:
    """Return the class of a unit as `Quantity.unit` writes it: 万吨/年 is mass/time, 家 is count."""
    known = {term.name: term.unit_class for term in units}
    parts = (part if part in known else part.lstrip("万亿") for part in unit.split("/"))
    return "/".join(known.get(part, part) for part in parts)


def _is_bare_amount(text: str, position: int, cursor: int, end: int, magnitude: str) -> bool:
    ahead = _MONEY_AHEAD if magnitude.endswith("亿") else _GRANT_AHEAD
    return (
        bool(magnitude)
        and _ENDS_AMOUNT.match(text, cursor, end) is not None
        and ahead.search(text, max(0, position - _LOOK_BACK), position) is not None
    )


def _skip_more(text: str, position: int) -> tuple[int, bool]:
    more = text[position : position + 1] in _MORE
    return position + more, more


def _read_unit(text: str, position: int, end: int, words: UnitWords) -> tuple[str, str, int]:
    pattern, known = words
    match = pattern.match(text, position, end)
    return (*known[match[0]], match.end()) if match else ("", "", position)


@lru_cache(maxsize=8)
def unit_words(units: tuple[Unit, ...]) -> UnitWords:
    """Return a pattern of all written units, longest first, and what each stands for."""
    known = {
        written: (unit.name, unit.unit_class)
        for unit in units
        for written in (unit.name, *unit.aliases)
    }
    longest_first = sorted(known, key=lambda written: (-len(written), written))
    return re.compile("|".join(map(re.escape, longest_first))), known
