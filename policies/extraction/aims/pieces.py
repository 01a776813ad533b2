"""A sentence cut into clauses, and a clause into pieces that each state one number or one list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from policies.extraction.quantities.periods import YEAR, find_periods
from policies.extraction.quantities.quantities import Quantity, find_quantities
from policies.extraction.vocabulary.units import Unit


@dataclass(frozen=True)
class Piece:
    """Words around one number, or around a list of numbers that belongs to a list of things."""

    start: int
    end: int
    quantities: tuple[Quantity, ...]  # more than one: 6.2%、8.1%
    baselines: tuple[Quantity, ...]  # 由2家、30家: as many as quantities, or none


@dataclass(frozen=True)
class Clause:
    """What stands between two of ，；：。, with a leading 其中， or 到2015年， drawn in."""

    start: int
    end: int
    pieces: tuple[Piece, ...]  # () for a clause without a number of its own


_NESTED = re.compile(r"（[^（）\n]{0,200}）|“[^“”\n]{0,200}”|《[^《》\n]{0,200}》")
_DELIMITER = re.compile("[，；：。！？\n]")
_ONLY_LEADS = re.compile("[力争取，（）到至在即底末前\\s　]{0,6}")
_LEADING = re.compile("其中|同时|另外|此外|并且|力争|争取|今后|到时")
_JOINT = re.compile("[、和与及并]")
_LIST = ("、", "和", "与", "及", "以及")
_TO = re.compile(
    "(?:逐步)?(?:提高|提升|增加|增长|上升|扩大|发展|下降|降低|减少|压缩|缩短|增|升|降|减)(?:到|至)"
    f"(?:{YEAR}年[底末]?的?)?"
)
_FROM = re.compile(rf"[由从](?:{YEAR}年[底末]?的?)?$")
_NO_AIM = ("time", "working_time", "frequency", "event")
# 千亿元产业链, 年收入超100亿元工业企业, 万吨级装置: the number is part of a name
_ATTRIBUTE = re.compile(
    "级|的?[\u4e00-\u9fff]{0,6}?(?:企业|产业|集群|园区|基地|集团|项目|装置|机组|矿井|煤矿|集聚区|开发区|供应商|服务商|公司|品牌|工厂)"
)
_OWN_NUMBER = re.compile(
    "的(?:达到?|有|为|企业)?[\\d一二两三四五六七八九十百千]+[家户个条]"
)  # 超500亿元的10户
# 总投资3000万元以上的省重点技术改造项目1000项
_COUNTED_BEHIND = re.compile(
    "的?[\u4e00-\u9fff“”]{0,24}(?:超过|不少于|约|达到?)?\\d{1,8}(?:余|多|万)?[家户个条项台套]"
)
_NAMED_BY = re.compile("(?:元|吨|瓦|米|时)(?:/|$)")
_SHORT = 8  # characters of verb and adverb that may stand between 、 and the next number


def split_clauses(text: str, start: int, end: int, units: tuple[Unit, ...]) -> tuple[Clause, ...]:
    """Return the clauses of the sentence text[start:end] with the numbers each one states.

    Numbers in brackets, quotation marks and titles are no clause's own.
    """
    masked = mask_nested(text, start, end)
    quantities = tuple(
        quantity
        for quantity in find_quantities(text, start, end, units)
        if masked[quantity.number_start - start] != "\0"
    )
    return tuple(
        Clause(first, last, _pieces(text, first, last, own))
        for first, last, own in _deal_out(quantities, _spans(text, masked, start))
    )


def mask_nested(text: str, start: int, end: int) -> str:
    """Return text[start:end] with what stands in （） “” 《》 blanked out, brackets included."""
    return _NESTED.sub(lambda match: "\0" * len(match[0]), text[start:end])


def _spans(text: str, masked: str, start: int) -> list[tuple[int, int]]:
    """Return the clauses' spans; one that only leads in (其中，) is drawn into the next."""
    edges = [-1, *(match.start() for match in _DELIMITER.finditer(masked)), len(masked)]
    spans: list[tuple[int, int]] = []
    leading: int | None = None
    for before, after in zip(edges, edges[1:], strict=False):
        first, last = start + before + 1, start + after
        if not text[first:last].strip():
            continue
        if _only_leads(text, first, last):
            leading = first if leading is None else leading
            continue
        spans.append((first if leading is None else leading, last))
        leading = None
    return spans


def _deal_out(
    quantities: tuple[Quantity, ...], spans: list[tuple[int, int]]
) -> Iterator[tuple[int, int, list[Quantity]]]:
    """Yield each span with the quantities inside it; both stand in order."""
    index = 0
    for first, last in spans:
        own = []
        while index < len(quantities) and quantities[index].start < last:
            if first <= quantities[index].start and quantities[index].end <= last:
                own.append(quantities[index])
            index += 1
        yield first, last, own


def _only_leads(text: str, start: int, end: int) -> bool:
    if _LEADING.fullmatch(text, start, end):
        return True
    periods = find_periods(text, start, end)
    rest = text[start:end]
    for period in periods:
        rest = rest.replace(text[period.start : period.end], "", 1)
    return bool(periods) and _ONLY_LEADS.fullmatch(rest) is not None  # not 两年内投产的


def _pieces(text: str, start: int, end: int, quantities: list[Quantity]) -> tuple[Piece, ...]:
    runs = _runs(text, _stated(text, quantities))
    pieces, index, begin = [], 0, start
    while index < len(runs):
        run, baselines = runs[index], ()
        following = runs[index + 1] if index + 1 < len(runs) else None
        if following and _is_baseline(text, run, following):
            baselines, run, index = tuple(run), following, index + 1
        index += 1
        cut = _cut(text, run[-1].end, runs[index][0].start) if index < len(runs) else end
        pieces.append(Piece(begin, cut, tuple(run), baselines))
        begin = cut
    return tuple(pieces)


def _stated(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Leave out durations, ranks (前10位) and numbers that only name what another one counts."""
    aims = [
        quantity
        for quantity in quantities
        if quantity.unit_class not in _NO_AIM and text[quantity.start - 1 : quantity.start] != "前"
    ]
    own: list[Quantity] = []
    before = None  # 超100亿元、50亿元企业: what stands in one list with a name is one
    for quantity in reversed(aims):
        listed = before and text[quantity.end : before.start] in _LIST
        if is_name(text, quantity) or (listed and quantity.unit == before.unit):
            before = quantity
        else:
            before = None
            own.append(quantity)
    return own[::-1] or aims


def is_name(text: str, quantity: Quantity) -> bool:
    """Whether the number is only part of a name: 千亿元产业链, 万吨级装置."""
    return bool(
        _NAMED_BY.search(quantity.unit)
        and (
            _ATTRIBUTE.match(text, quantity.end)
            or _OWN_NUMBER.match(text, quantity.end)
            or (quantity.end > quantity.unit_end and _COUNTED_BEHIND.match(text, quantity.end))
        )
    )


def _runs(text: str, quantities: list[Quantity]) -> list[list[Quantity]]:
    """Group numbers that stand in one list: [2家、30家], [5家、80家]."""
    runs: list[list[Quantity]] = []
    for quantity in quantities:
        last = runs[-1][-1] if runs else None
        joined = last and text[last.end : quantity.start] in _LIST
        if joined and last.unit_class == quantity.unit_class:
            runs[-1].append(quantity)
        else:
            runs.append([quantity])
    return runs


def _is_baseline(text: str, run: list[Quantity], following: list[Quantity]) -> bool:
    """Whether 由 run 增加到 following."""
    starts = _FROM.search(text[max(0, run[0].number_start - 10) : run[0].number_start])
    between = _TO.fullmatch(text, run[-1].end, following[0].start)
    return bool(starts and between and len(run) == len(following))


def _cut(text: str, end: int, start: int) -> int:
    """Return where between two numbers the second one's words begin.

    Right behind the first number (10个、省认定…100个), or at the last joint before the second
    (4个集聚区、5个产业链和5个…), else right behind the first.
    """
    if _JOINT.match(text, end):
        return end
    joints = [match.start() for match in _JOINT.finditer(text, end, start)]
    if not joints:
        return end
    if start - joints[-1] <= _SHORT:
        return joints[-1]
    return joints[0] if text[end].isalnum() else end  # 更新6个站点、检测设备33台
