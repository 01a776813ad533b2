"""Numbers of a measure, each with its part in it: a cap, a rate, a time limit, a threshold."""

import re
from dataclasses import replace

from policies.extraction.quantities.quantities import Quantity, find_quantities
from policies.extraction.records import Number
from policies.extraction.vocabulary.measure_words import load_measure_words
from policies.extraction.vocabulary.units import Unit

from .masks import inside
from .nouns import grant_near, noun_ahead, noun_behind

Span = tuple[int, int]
QUOTED = re.compile("《[^《》]{1,80}》|“[^“”]{1,40}”")
BREAK = re.compile("[，。；：]")
DIGIT = re.compile(r"\d")
LIST = ("、", "和", "或", "与", "及")
OFTEN = re.compile("每|定期|至少|不少于")
RATIOS = ("percent", "percentage_point")
COUNTS = ("count", "person")
NEAR = 16
LONGEST_CLAUSE = 120  # on either side of a number


def find_numbers(
    normal: str, start: int, end: int, units: tuple[Unit, ...]
) -> tuple[tuple[Number, ...], str | None]:
    """Return the numbers of normal[start:end] in order, and why one must be looked at, or None.

    Spans are code points of `normal`; the doubt is about a glyph lost in a number.

    Not numbers of the measure: those in titles and names (“百项工程”), counters that only add up
    what was listed (水泥、玻璃、陶瓷3条产业链), sizes that only name a kind (千亿元产业区).
    """
    names = [match.span() for match in QUOTED.finditer(normal, start, end)]
    quantities = find_quantities(normal, start, end, units)
    numbers: list[Number] = []
    for quantity in quantities:
        if not inside(quantity.start, names) and not _idle(normal, quantity, (start, end)):
            number = _number(normal, quantity, (start, end))
            numbers.append(_with_its_list(normal, numbers, number))
    damaged = [quantity.damaged for quantity in quantities if quantity.damaged]
    return tuple(numbers), f"damaged_glyph: 疑为{'、'.join(damaged)}" if damaged else None


def _with_its_list(normal: str, numbers: list[Number], number: Number) -> Number:
    """Give 50% in 按标准的15%、50% what its neighbour is about."""
    listed = numbers and normal[numbers[-1].end : number.start] in LIST
    if listed and numbers[-1].unit == number.unit:
        return replace(number, what=numbers[-1].what)
    return number


def _idle(normal: str, quantity: Quantity, sentence: Span) -> bool:
    """Whether it only closes a list (…等4个园区, 甲、乙、丙3条产业链), says 一次 of no period or,
    written out, names a kind of thing by its size (千亿元产业集群).
    """
    before = normal[_clause_start(normal, quantity.start, sentence[0]) : quantity.start]
    if quantity.unit_class == "frequency":
        return not OFTEN.search(before)
    if quantity.unit_class == "money":
        written_out = not DIGIT.search(normal, quantity.number_start, quantity.end)
        scale = load_measure_words().numbers["scale"]
        return written_out and bool(
            scale.match(normal[quantity.end : min(quantity.end + NEAR, sentence[1])])
        )
    if quantity.unit_class not in COUNTS or quantity.compared:
        return False
    return before.endswith("等") or (before.count("、") > 1 and before[-1:] not in ("的", "、"))


def _number(normal: str, quantity: Quantity, sentence: Span) -> Number:
    clause = _clause(normal, quantity, sentence)
    before, behind = normal[clause[0] : quantity.start], normal[quantity.end : clause[1]]
    earlier = normal[max(sentence[0], quantity.start - LONGEST_CLAUSE) : quantity.start]
    return Number(
        start=quantity.start,
        end=quantity.end,
        value=quantity.value,
        value_max=quantity.value_max,
        unit=quantity.unit,
        comparator=_comparator(quantity, normal[clause[0] : quantity.number_start]),
        what=_what(quantity, before, behind) or grant_near(earlier, behind),
        role=_role(quantity, normal[clause[0] : quantity.number_start], behind),
    )


def _comparator(quantity: Quantity, before: str) -> str:
    cap = load_measure_words().numbers["cap"].search(before)
    return "<=" if cap and not quantity.compared else quantity.comparator


def _role(quantity: Quantity, before: str, behind: str) -> str:
    """Return the role by the unit's class, then by the words in the number's clause."""
    if quantity.unit_class in ("time", "working_time"):
        return "time_limit"
    if quantity.unit_class in RATIOS:
        return _role_of_ratio(before, behind)
    if quantity.unit_class == "frequency":
        return "frequency"
    if quantity.unit_class == "money":
        return _role_of_money(quantity, before, behind)
    return "count" if quantity.unit_class in COUNTS else "threshold"


def _role_of_money(quantity: Quantity, before: str, behind: str) -> str:
    words = load_measure_words().numbers
    if words["cap"].search(before) or quantity.comparator in ("<=", "<"):
        return "cap"
    if not quantity.compared and words["scale"].match(behind):
        return "threshold"
    above = quantity.comparator in (">=", ">")
    return "floor" if above or words["floor_ahead"].search(before) else "amount"


def _role_of_ratio(before: str, behind: str) -> str:
    words = load_measure_words().numbers
    for role in ("growth", "cap", "share"):
        if words[role].search(before):
            return role
    for role in ("discount", "rate"):
        if words[role].search(before + behind):
            return role
    return "share"


def _what(quantity: Quantity, before: str, behind: str) -> str:
    """Return the noun the number is about: behind a count, ahead of anything else."""
    ahead, following = noun_ahead(before), noun_behind(behind)
    if quantity.unit_class in (*COUNTS, "frequency"):
        return following or ahead
    return ahead or following


def _clause(normal: str, quantity: Quantity, sentence: Span) -> Span:
    limit = min(sentence[1], quantity.end + LONGEST_CLAUSE)
    stop = BREAK.search(normal, quantity.end, limit)
    return _clause_start(normal, quantity.start, sentence[0]), stop.start() if stop else limit


def _clause_start(normal: str, at: int, start: int) -> int:
    start = max(start, at - LONGEST_CLAUSE)
    return max(normal.rfind(mark, start, at) for mark in "，。；：") + 1 or start
