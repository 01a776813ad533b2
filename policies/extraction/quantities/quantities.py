"""Numbers with units in Chinese policy text, with the words that compare them."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from policies.extraction.vocabulary.units import Unit

from .comparators import combine, read_before, read_behind
from .measurement import Measurement, unit_words
from .written_numbers import Number, find_numbers


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


_RANGE = re.compile(r"(?:（含）)?[-—－–~～至到]{1,2}")
_LIST = ("、", "和", "与", "及", "或")


def find_quantities(
    text: str, start: int, end: int, units: tuple[Unit, ...]
) -> tuple[Quantity, ...]:
    """Return the quantities of text[start:end] in order, without overlap.

    `text` is normalised text of the stored text's length, `units` is `vocabulary.units`; spans are
    code points of `text`. Not found, as they count nothing: calendar dates, ordinals (第3), vague
    ones (一批, 数百家), numbers without a unit. A list shares its last unit (6.2、8.1个百分点), a
    range is one quantity with `value_max`, 三分之一 is 33.3 %.
    """
    numbers = _share_units(text, tuple(find_numbers(text, start, end, unit_words(units))))
    found, index = [], 0
    while index < len(numbers):
        lower, upper = numbers[index], None
        if index + 1 < len(numbers) and _is_range(text, lower, numbers[index + 1]):
            upper = numbers[index + 1]
        if (upper or lower).measurement.unit_class:
            found.append(_make_quantity(text, lower, upper, start, end))
        index += 2 if upper else 1
    return tuple(found)


def _share_units(text: str, numbers: tuple[Number, ...]) -> tuple[Number, ...]:
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


def _is_range(text: str, lower: Number, upper: Number) -> bool:
    """Whether 15%至20%, 三至五年: side by side, rising, in one unit or the first without."""
    between = _RANGE.fullmatch(text, lower.end, upper.start)
    same = lower.measurement.unit in ("", upper.measurement.unit)
    return bool(between and same and upper.measurement.unit and lower.value < upper.value)


def _make_quantity(
    text: str, lower: Number, upper: Number | None, start: int, end: int
) -> Quantity:
    last = upper or lower
    unit, unit_class = last.measurement.unit, last.measurement.unit_class
    is_time = unit_class in ("time", "working_time")
    before, word_start = read_before(text, lower.start, start)
    behind, word_end = read_behind(text, last.end, end, is_time)
    if is_time and before == "~":  # 近三年: the last three, not about three
        before, word_start = "", lower.start
    more = ">" if last.measurement.more else ""
    damaged = [number.reading for number in (lower, last) if number.reading]
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
        damaged="、".join(dict.fromkeys(reading + unit for reading in damaged)) or None,
    )
