"""Numbers with units in Chinese policy text, with the words that compare them."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from policies.extraction.vocabulary.units import Unit

from .comparators import combine, read_before, read_behind, read_share_before
from .measurement import Measurement, class_of, unit_words
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
    whole: str = ""  # what it is a share of, behind the comparator: 不低于销售收入的3%
    bound_start: int = -1  # where that comparator starts; -1 for none

    @property
    def words_start(self) -> int:
        """Where the words begin that belong to the number, a whole between them included."""
        return self.start if self.bound_start < 0 else self.bound_start


_RANGE = re.compile(r"(?:（含）)?[-—－–~～至到]{1,2}")
_LIST = ("、", "和", "与", "及", "或")
# 突破10项关键技术: what is overcome, no comparison
_BREAKTHROUGH = re.compile("突破(?:了|有)?")
_OVERCOME = re.compile(
    "(?:左右|以上)?[^，。；、]{0,12}?(?:技术|难题|难点|瓶颈|工艺|材料|零部件|短板|成果)"
)
_OF_WHOLE = ("percent", "multiple")
# 每吨13500千瓦时, 每万人150台: what it is measured by stands ahead. 每家50万元 shares out, 每年 repeats.
_PER = re.compile("每(?P<per>[百千万亿]{0,2}[\u4e00-\u9fff]{1,4})$")
_MEASURES = ("mass", "volume", "area", "length", "energy", "power", "coal_equivalent")
_REACHED = re.compile(
    "[到至达]$"
)  # a price or a subsidy 每亩5万元 is money; what 达到每亩5万元 is not


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
            quantity = _make_quantity(text, lower, upper, start, end)
            found.append(_per_unit(text, quantity, start, units))
        index += 2 if upper else 1
    return tuple(found)


def _share_units(text: str, numbers: tuple[Number, ...]) -> tuple[Number, ...]:
    """Give 6.2 in 6.2、8.1个百分点 the unit of its neighbour, from right to left."""
    shared = list(numbers)
    for index in range(len(shared) - 2, -1, -1):
        number, following = shared[index], shared[index + 1]
        joined = text[number.end : following.start] in _LIST
        marker = text[number.start - 1 : number.start] in ("", "\n", "\u3000")  # 2、10家企业
        if not joined or marker or not number.written[0].isdecimal():
            continue
        if number.measurement.unit and not _cut_short(text, number, following):
            continue
        if unit := following.measurement.unit:
            measurement = Measurement(
                number.end, unit, following.measurement.unit_class, more=False
            )
            shared[index] = replace(number, measurement=measurement)
    return tuple(shared)


def _cut_short(text: str, number: Number, following: Number) -> bool:
    """Whether 20个 in 20个、10个工作日 is 20个工作日; `following` may have been cut short too."""
    short = number.measurement.unit == "个" != following.measurement.unit
    return short and text.startswith("个", following.start + len(following.written))


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
    whole, bound_start = "", -1
    if not before and unit_class in _OF_WHOLE:
        before, bound, whole = read_share_before(text, lower.start, start)
        bound_start = bound if whole else -1
    behind, word_end = read_behind(text, last.end, end, is_time)
    if before == ">" and _BREAKTHROUGH.fullmatch(text[word_start : lower.start]):
        overcome = unit_class == "count" and _OVERCOME.match(text, last.end, end)
        before, word_start = ("", lower.start) if overcome else (before, word_start)
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
        whole=whole,
        bound_start=bound_start,
    )


def _per_unit(text: str, quantity: Quantity, start: int, units: tuple[Unit, ...]) -> Quantity:
    """Return 每吨13500千瓦时 as 13500千瓦时/吨; only what is measured or counted by myriads."""
    match = _PER.search(text[max(start, quantity.start - 6) : quantity.start])
    if match is None or "/" in quantity.unit:
        return quantity
    per_class = class_of(match["per"], units)
    by_many = match["per"][0] in "百千万亿" and per_class in ("count", "person")
    before = text[max(start, quantity.start - len(match[0]) - 1) : quantity.start - len(match[0])]
    given = quantity.unit_class == "money" and not _REACHED.search(before)
    if given or (per_class not in _MEASURES and not by_many):
        return quantity
    return replace(
        quantity,
        start=quantity.start - len(match[0]),
        unit=f"{quantity.unit}/{match['per']}",
        unit_class=f"{quantity.unit_class}/{per_class}",
    )
