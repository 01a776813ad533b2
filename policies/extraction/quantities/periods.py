"""When an aim falls due and what its change is counted from: 到2015年, “十二五”期间, 比2010年."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from .numerals import DIGITS, parse_number

# First years of the five-year plans.
PLANS = {
    "九五": 1996,
    "十五": 2001,
    "十一五": 2006,
    "十二五": 2011,
    "十三五": 2016,
    "十四五": 2021,
    "十五五": 2026,
    "十六五": 2031,
}
PLAN_YEARS = 5
NEAREST = 8


@dataclass(frozen=True)
class Period:
    """A stretch of text that says when."""

    start: int
    end: int
    due: str | None  # 2015 | 2011-2015; None where it names no year (三年内)
    first_year: int | None  # None for an end date
    last_year: int | None
    since: bool = False  # 从2009年起，用三年时间: a stretch, told by where it begins


@dataclass(frozen=True)
class Base:
    """A stretch of text that says what a change is counted from."""

    start: int
    end: int
    written: str  # 2010年, “十一五”末
    year: int | None  # 2010 for both; None for 上年


YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})"
_PLAN = r"[“\"]?(?:十[一二三四五六]?五|九五)[”\"]?+"
_SMALL = "[一二三四五六七八九十两\\d]{1,2}"
_FREE = r"(?<![\d比较自从以于据按照由在与])"  # what follows 比 or 自 is no due date
_PERIOD = re.compile(
    rf"""
    [从自](?P<since>{YEAR})年(?:起|开始)，?(?:力争|争取)?用?(?P<length>{_SMALL})年(?:左右)?(?:的?时间|之?内)  # 从2009年起，用三年时间
  | (?P<years>(?<!\d){YEAR}年?[-—－–~～至到]{{1,2}}{YEAR}(?!\d))年?(?:期间)?       # 2013-2017年
  | (?:(?<!截)[到至]|在?(?<=在)|{_FREE}(?<![到至]))
    (?P<year>{YEAR})年(?:年?底|年?末)?(?:以?前|之前)?
    (?!起|开始|以来|以后|的?基础|为基|同期|的(?!(?:主要|总体|发展|具体|工作|预期)?目标)|相比|\d{{1,2}}月|度?[本版]|修[订正]|调整)     # 到2015年底
  | [到至]?(?P<plan>{_PLAN})(?:规划)?(?P<phase>期间|时期末|时期|期末|末期|末|规划期末|规划期)   # “十二五”末
  | [到至](?P<plan_end>{_PLAN})(?!规划|纲要|期|时|末)
  | (?P<span>(?:今后|未来|力争用?|争取用?|(?:力争)?[经通]过|用){_SMALL}(?:[-至到]{_SMALL})?年(?:左右)?(?:的?(?:时间|努力|奋斗)|之?内)?|(?<![{"".join(DIGITS)}十\d]){_SMALL}年(?:之?内|时间|左右))
    """,
    re.VERBOSE,
)
_BASE = re.compile(
    rf"""
    (?P<cue>比|较|与|以|在)
    (?P<written>{YEAR}年(?:底|末)? | {_PLAN}(?:时期末|期末|末期|末|期间|时期)? | 上一?年度?(?:同期)? | 去年(?:同期)? | 基期)
    (?P<behind>相比|为基[期数准]|的?基础)?
    """,
    re.VERBOSE,
)
_ALONE = ("比", "较")  # the others need a word behind: 与2010年相比, 以2010年为基期
_HINT = re.compile("[年五]|[12]\\d{3}")  # most clauses name no time: one cheap look spares them
_TITLE = re.compile(r"《[^》\n]{0,120}》|(?:规划|纲要|方案|计划|意见|目录)（[^）\n]{0,20}）")


def find_periods(text: str, start: int, end: int) -> tuple[Period, ...]:
    """Return the due dates and periods named in text[start:end], in order.

    No due date: a base (比2010年), a beginning (自2013年起), a past stretch (“十一五”以来), an
    edition (2011年本), what stands in 《》 or is part of a title (规划纲要（2011-2015年）).
    """
    if not _HINT.search(text, start, end):
        return ()
    titles = [match.span() for match in _TITLE.finditer(text, start, end)]
    return tuple(
        _read_period(match)
        for match in _PERIOD.finditer(text, start, end)
        if not _within(titles, match.start())
        and not (match["plan"] and text[match.start() - 1 : match.start()] in ("比", "较"))
    )


def find_bases(text: str, start: int, end: int) -> tuple[Base, ...]:
    """Return what changes in text[start:end] are counted from, in order."""
    return tuple(
        Base(match.start(), match.end(), match["written"], base_year(match["written"]))
        for match in _BASE.finditer(text, start, end)
        if match["cue"] in _ALONE or match["behind"]
    )


def last_due(periods: tuple[Period, ...]) -> Period | None:
    """Return the last period that names a year, else the last one, else None."""
    dated = [period for period in periods if period.due]
    return (dated or list(periods) or [None])[-1]


def _within(titles: list[tuple[int, int]], position: int) -> bool:
    behind = bisect_right(titles, (position, 0))
    return behind > 0 and position < titles[behind - 1][1]


def due_before(periods: tuple[Period, ...], position: int) -> Period | None:
    """Return the `last_due` of those that end at or before `position`.

    Only the nearest few are looked at: what is further off governs nothing.
    """
    behind = bisect_right(periods, position, key=lambda period: period.end)
    return last_due(periods[max(0, behind - NEAREST) : behind])


def _read_period(match: re.Match[str]) -> Period:
    first = last = None
    if match["since"]:
        first = _years(match["since"])[0]
        last = first + int(parse_number(match["length"]) or 1) - 1
    elif match["years"]:
        first, last = _years(match["years"])
    elif match["year"]:
        last = _years(match["year"])[0]
    elif plan := match["plan"] or match["plan_end"]:
        starts = PLANS[plan.strip('“”"')]
        last = starts + PLAN_YEARS - 1
        whole = match["phase"] and "末" not in match["phase"]
        first = starts if whole else None
    due = f"{first}-{last}" if first else str(last) if last else None
    return Period(match.start(), match.end(), due, first, last, bool(match["since"]))


def base_year(written: str) -> int | None:
    if years := _years(written):
        return years[0]
    plan = re.match(_PLAN, written)
    if plan and written.endswith(("末", "末期")):
        return PLANS[plan[0].strip('“”"')] + PLAN_YEARS - 1
    return None


def _years(written: str) -> list[int]:
    found = re.findall(YEAR, written)
    return [int("".join(str(DIGITS.get(char, char)) for char in year)) for year in found]
