"""Numbers with units in Chinese policy text, with the words that compare them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from .comparators import combine, read_before, read_behind
from .measurement import Measurement, read_measurement
from .numerals import CHINESE, GLYPH, MYRIADS, TENS, parse_number
from .vocabulary.units import Unit


@dataclass(frozen=True)
class Quantity:
    """One number (or range) with its unit: 不低于15%-20%, 百项, 5000亿元以上."""

    start: int  # with a comparator ahead (不低于)
    end: int  # with the unit and a comparator behind (以上)
    number_start: int  # the number itself
    unit_end: int
    value: Decimal
    value_max: Decimal | None  # upper end of a range
    unit: str  # 亿元, 万吨/年: the unit's name with its magnitude
    unit_class: str  # class in units.toml; mass/time for 万吨/年
    comparator: str  # >= > = ~ <= <
    compared: bool  # a word says so (以上); False where "=" is only silence
    damaged: str | None  # the likely reading where a glyph was lost: 1.5%


_NUMBER = re.compile(
    rf"""
    (?<![第每数几上\d.{CHINESE}])
    (?P<bottom>[{CHINESE}\d]{{1,6}})分之(?P<top>[{CHINESE}\d.点]{{1,8}})    # 百分之三十
  | (?P<half>一半|半数)
  | (?<![A-Za-z\d.〔\[第每])                          # not PM2.5, 第3, 每10
    (?P<digits>
        [{GLYPH}]?+
        (?: \d{{1,3}}(?:,\d{{3}}(?!\d))++(?:\.\d++)?+       # 5,000
          | \d++(?:\.\d++|[{GLYPH}]\d++)?+ )                # 1.5, 1<lost point>5
        [{GLYPH}]?+
    )
  | (?<![第每数几上\d{CHINESE}])                       # not 数百
    (?P<numeral>[{CHINESE}]++)
    """,
    re.VERBOSE,
)
_GLYPH = re.compile(f"[{GLYPH}]")
_RANGE = re.compile(r"[-—－–~～至到]{1,2}")
_LIST = ("、", "和", "与", "及", "或")
_IDIOM = re.compile("千家万户|一次性|万元(?!以上|以下|以内)")
_VAGUE = {"一": ("count", "person"), "二": ("count", "person", "frequency")}


@dataclass(frozen=True)
class _Number:
    """A number and what stands right behind it; a unit may still be missing."""

    start: int
    written: str
    value: Decimal
    measurement: Measurement

    @property
    def end(self) -> int:
        return self.measurement.end


def find_quantities(
    text: str, start: int, end: int, units: tuple[Unit, ...]
) -> tuple[Quantity, ...]:
    """Return the quantities of text[start:end] in order, without overlap.

    `text` is normalised text of the stored text's length, `units` is `vocabulary.units`; spans are
    code points of `text`. Not found, as they count nothing: calendar dates, ordinals (第3), vague
    ones (一批, 数百家), numbers without a unit. A list shares its last unit (6.2、8.1个百分点), a
    range is one quantity with `value_max`, 三分之一 is 33.3 %.
    """
    numbers = _share_units(text, tuple(_find_numbers(text, start, end, units)))
    found, index = [], 0
    while index < len(numbers):
        lower, upper = numbers[index], None
        if index + 1 < len(numbers) and _is_range(text, lower, numbers[index + 1]):
            upper = numbers[index + 1]
        if (upper or lower).measurement.unit:
            found.append(_make_quantity(text, lower, upper, start, end))
        index += 2 if upper else 1
    return tuple(found)


def _find_numbers(text: str, start: int, end: int, units: tuple[Unit, ...]) -> Iterator[_Number]:
    position = start
    while match := _NUMBER.search(text, position, end):
        if match["digits"]:
            number = _read_digits(text, match, end, units)
        elif match["numeral"]:
            number = _read_numeral(text, match, end, units)
        else:
            number = _read_fraction(match)
        if number and not _counts_nothing(text, number):
            yield number
        position = max(match.end(), number.end if number else 0)


def _read_digits(
    text: str, match: re.Match[str], end: int, units: tuple[Unit, ...]
) -> _Number | None:
    """Read 5000, 1.5, 5千 (a thousand of the unit, unless the unit is 千瓦)."""
    value = parse_number(match["digits"].strip(_edge_glyphs(match["digits"])))
    measurement = read_measurement(text, match.end(), end, units)
    tens = text[match.end() : match.end() + 1]
    if not measurement.unit and tens in TENS:
        value *= TENS[tens]
        measurement = read_measurement(text, match.end() + 1, end, units)
    return _Number(match.start(), match["digits"], value, measurement)


def _edge_glyphs(written: str) -> str:
    return "".join({char for char in (written[0], written[-1]) if _GLYPH.match(char)})


def _read_numeral(
    text: str, match: re.Match[str], end: int, units: tuple[Unit, ...]
) -> _Number | None:
    """Read 百 in 百项, 千 with 万吨 in 千万吨, 百 with 万千瓦 in 百万千瓦."""
    for written in (match["numeral"], match["numeral"].removesuffix("千")):
        body = written.rstrip("万亿")
        measurement = read_measurement(text, match.start() + len(body), end, units)
        value = _value_of(written, body)
        if value and measurement.unit:
            break
    return _Number(match.start(), written, value, measurement) if value else None


def _value_of(written: str, body: str) -> Decimal | None:
    """Return the value in units of the trailing magnitude: 千万 → 1000, 一亿五千万 → 15000."""
    if not body:
        return Decimal(1)
    if not any(myriad in body for myriad in MYRIADS):
        return parse_number(body)
    whole = parse_number(written)
    return whole / MYRIADS.get(written[-1], 1) if whole else None


def _read_fraction(match: re.Match[str]) -> _Number | None:
    """Read 三分之一 (33.3 %), 百分之三十 (30 %), 一半 (50 %)."""
    share = Decimal(50)
    if match["bottom"]:
        whole, _, decimals = match["top"].partition("点")
        bottom, top = parse_number(match["bottom"]), parse_number(whole)
        tenths = parse_number(decimals) if decimals else Decimal(0)
        if not bottom or top is None or tenths is None or tenths > 9:
            return None
        share = (top + tenths / 10) * 100 / bottom
    share = share.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if share == share.to_integral():
        share = share.to_integral()
    return _Number(match.start(), match[0], share, Measurement(match.end(), "%", "percent", False))


def _counts_nothing(text: str, number: _Number) -> bool:
    """Whether it is a date (2015年, 12月11日), vague (一批, 一个) or an idiom (千家万户)."""
    unit, unit_class = number.measurement.unit, number.measurement.unit_class
    if unit == "年" and len(number.written) == 4 and number.written.isdecimal():
        return True
    if unit == "日" and text[number.start - 1 : number.start] == "月":
        return True
    if _IDIOM.match(text, number.start):
        return True
    return unit_class in _VAGUE.get(number.written, ())


def _share_units(text: str, numbers: tuple[_Number, ...]) -> tuple[_Number, ...]:
    """Give 6.2 in 6.2、8.1个百分点 the unit of its neighbour, from right to left."""
    shared = list(numbers)
    for index in range(len(shared) - 2, -1, -1):
        number, following = shared[index], shared[index + 1]
        joined = text[number.end : following.start] in _LIST
        marker = text[number.start - 1 : number.start] in ("", "\n", "\u3000")  # 2、10家企业
        if number.measurement.unit or not joined or marker or not number.written[0].isdecimal():
            continue
        if unit := following.measurement.unit:
            measurement = Measurement(
                number.end, unit, following.measurement.unit_class, more=False
            )
            shared[index] = replace(number, measurement=measurement)
    return tuple(shared)


def _is_range(text: str, lower: _Number, upper: _Number) -> bool:
    """Whether 15%至20%, 三至五年: side by side, rising, in one unit or the first without."""
    between = _RANGE.fullmatch(text, lower.end, upper.start)
    same = lower.measurement.unit in ("", upper.measurement.unit)
    return bool(between and same and upper.measurement.unit and lower.value < upper.value)


def _make_quantity(
    text: str, lower: _Number, upper: _Number | None, start: int, end: int
) -> Quantity:
    last = upper or lower
    unit, unit_class = last.measurement.unit, last.measurement.unit_class
    is_time = unit_class in ("time", "working_time")
    before, word_start = read_before(text, lower.start, start)
    behind, word_end = read_behind(text, last.end, end, is_time)
    if is_time and before == "~":  # 近三年: the last three, not about three
        before, word_start = "", lower.start
    more = ">" if last.measurement.more else ""
    damaged = [_reading(number) for number in (lower, upper) if number and _is_damaged(number)]
    return Quantity(
        start=word_start,
        end=word_end,
        number_start=lower.start,
        unit_end=last.end,
        value=lower.value,
        value_max=upper.value if upper else None,
        unit=unit,
        unit_class=unit_class,
        comparator=combine(before, more or behind),
        compared=bool(before or more or behind),
        damaged="、".join(reading + unit for reading in damaged) or None,
    )


def _is_damaged(number: _Number) -> bool:
    return bool(_GLYPH.search(number.written))


def _reading(number: _Number) -> str:
    """Return how a damaged number is likely to read: 1.5, or □15 where a digit may be lost."""
    inner = re.sub(f"(?<=\\d)[{GLYPH}](?=\\d)", ".", number.written)
    return _GLYPH.sub("□", inner)
