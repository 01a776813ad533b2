"""The words before a number: what is counted, which way it moves, from which base."""

import re
from dataclasses import dataclass
from functools import cache

from policies.extraction.quantities.periods import YEAR, Base, base_year, find_bases, find_periods
from policies.extraction.vocabulary.bodies import load_bodies

from .verbs import (
    CLOSING,
    INNER,
    LEAD,
    LEAD_NEXT,
    LEAD_YEARLY,
    NEW,
    OUTPUT,
    RATE_DOWN,
    RATE_UP,
    SHARE,
    VERB,
    YEARLY_RATE,
)


@dataclass(frozen=True)
class Phrase:
    """What stands left of a number, taken apart."""

    start: int  # the subject, or the 每年 or verb (建成) ahead of it
    subject: str  # 企业研发经费占销售收入比例; "" where it is elided or follows the number
    subject_start: int
    verb: str  # what brings the number about: 建成, 完成; "" for none
    direction: str  # level | increase | decrease; "" where no word says so
    base: str | None
    base_year: int | None
    yearly: str  # 年均, 每年; "" for none
    summed: bool  # 累计
    aspirational: bool
    region: str  # 全省
    closing_verb: str  # 筛选 in 从项目库中筛选, right before the number; "" for none
    closing_start: int

    @property
    def change(self) -> str:
        """level | increase | decrease"""
        return self.direction or "level"


_TAIL = re.compile(
    "(?:实现|力争|争取|努力|确保|预计|提前|要|将|应|均|都|分别|也|再|基本|总体|平均|全部|合计|总计|共|总数|(?<![第\\d])(?:[一二三四五六七八九十两]|\\d)年(?=累计|共|总计|合计|$)|逐步|稳步|至少|最少|同比|累计|由|从|的|，|、|：|\\s)$"
)
_YEARLY_TAIL = re.compile(r"(?:平均每年|年均|每年|逐年|(?<![\d一二三四五六七八九十两])年)$")
_REGION = re.compile(
    "全(?:省|市|区|县|州|盟|旗|自治区|疆)|[我本][省市区县州]|自治区(?=每年)|省(?=每年)"
)
_HEAD = re.compile(
    r"(?:自|从)?\d{4}年(?:起|开始)|全年|年内|其中|即|同时|另外|此外|并且|并|且|使|到时|届时|总体上|具体|的|，|、|：|和|及|与|；|\s"
)
# 3年工业技改总投资, but not 3年期贷款, 三年行动计划
_DURATION = re.compile(
    "(?:[一二三四五六七八九十两]|\\d{1,2})年(?:时间|之?内|间)?(?=[一-龥])(?![期以级制度份限行规计生])"
)
_PLACES = (
    "各(?:省辖|设区的?|地级以上)?[市州县区盟旗地](?:[、和（]?[市州县区盟旗）]){0,4}"
    "|(?:[省市州县区盟]级?|自治区|各级)财政"
)
_WILL = "等?(?:有关|相关)?(?:部门|单位)?(?:要|应|须|负责|牵头)?"
_ASPIRE = re.compile("力争|争取|努力|确保")
_WISH = re.compile("力争|争取")
_YEARLY_HEAD = re.compile("平均每年|年均|每年度?")
# 依托职业院校每年培养2000人: through whom it is done
_THROUGH_WHOM = re.compile(
    f"(?:依托|依靠|通过|利用|支持|鼓励|引导|组织|从|在)[^，。；：\\d]{{2,40}}?(?P<yearly>每年度?|平均每年)(?={LEAD.pattern})"
)
# 每年为重点企业培训工人3万人次: for whom
_FOR_WHOM = re.compile("为[^，。；：\\d的]{2,16}?(?=培训|培养|引进|选派|新增|招引|建设|制定|组织)")
_FROM_YEAR = re.compile(rf"[由从](?P<written>{YEAR}年(?:底|末)?)的?$")
BARE = ("投资", "总投资", "固定资产投资")  # of what, only the actor ahead of the verb says
_WINDOW = 14  # characters; no word of the tail is longer


def read_phrase(text: str, start: int, end: int) -> Phrase:
    """Return the parts of text[start:end], which ends where a number (or its 不低于) begins."""
    head, left, region, yearly = skip_head(text, start, end)
    if LEAD.fullmatch(text, left, end) or text.startswith("突破", left, end):
        right, direction, base, yearly_behind = end, "", None, ""
    else:
        right, direction, base, yearly_behind = _strip_tail(text, left, end)
    moved = bool(yearly) or (left > start and not direction)
    verb, verb_start, subject_start = _lead_verb(text, left, right, end, moved)
    subject = text[subject_start:right]
    if left < verb_start and (OUTPUT.search(subject) or subject in BARE):
        subject, verb_start, subject_start = text[left:verb_start] + subject, left, left
    if _REGION.fullmatch(subject):  # 推动全省20%的企业
        region, subject, subject_start = subject, "", right
    rate = YEARLY_RATE.search(subject)
    window = max(left, end - _WINDOW)
    closing = CLOSING.search(text[window:end])
    return Phrase(
        start=min(head, verb_start) if verb_start == left else verb_start,
        subject=subject,
        subject_start=subject_start,
        verb=verb,
        direction=_direction(subject, verb, direction),
        base=base.written if base else None,
        base_year=base.year if base else None,
        yearly=yearly or yearly_behind or ("年均" if rate else ""),
        summed="累计" in text[head:end],
        aspirational=bool(_WISH.search(text, start, end)),
        region=region,
        closing_verb=closing["verb"] if closing else "",
        closing_start=window + closing.start() if closing else end,
    )


def skip_head(text: str, start: int, end: int) -> tuple[int, int, str, str]:
    """Skip time, 其中, 全省, 力争; return where the phrase begins with and without its 每年."""
    region = yearly = ""
    head = None
    periods = {period.start: period.end for period in find_periods(text, start, end)}
    while start < end:
        if start in periods:
            start = periods[start]
        elif text[start] == "（" and text.startswith("）", periods.get(start + 1, start)):
            start = periods[start + 1] + 1  # 今后五年（2013-2017）
        elif match := _REGION.match(text, start, end):
            region, start = match[0], match.end()
        elif match := _YEARLY_HEAD.match(text, start, end):
            yearly, head, start = match[0], start, match.end()
        elif match := _first(text, start, end):
            start = match.end()
        elif actor_end := _actor_end(text, start, end):
            start = actor_end
        elif not yearly and (match := _THROUGH_WHOM.match(text, start, end)):
            yearly, head, start = match["yearly"], match.start("yearly"), match.end()
        elif yearly and (match := _FOR_WHOM.match(text, start, end)):
            start = match.end()
        else:
            break
    return (start if head is None else head), start, region, yearly


def _first(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return a word or a duration that only leads in."""
    return (
        _ASPIRE.match(text, start, end)
        or _HEAD.match(text, start, end)
        or _DURATION.match(text, start, end)
    )


def _actor_end(text: str, start: int, end: int) -> int | None:
    """Return where a body's name ends that brings the number about (省工信厅每年实施…)."""
    actor = _actors().match(text, start, end)
    behind = actor.end() if actor else start
    acts = _YEARLY_HEAD.match(text, behind, end) or LEAD.match(text, behind, end)
    return behind if actor and acts else None


@cache
def _actors() -> re.Pattern[str]:
    """Bodies by the way they are named; whoever asks looks for a verb behind."""
    offices = f"(?:{load_bodies()['offices']}|部门|政府|单位|机构)"
    named = f"(?:[省市州县区盟旗]|自治区|国家|各|有关|相关)[^，。；：、\\d的]{{0,14}}?{offices}"
    beside = f"(?:(?:[、和与]|[要应]?会同)[^，。；：、\\d的]{{2,14}}?{offices}){{0,3}}"
    return re.compile(f"(?:{_PLACES}|{named}{beside}){_WILL}")


def _strip_tail(text: str, left: int, right: int) -> tuple[int, str, Base | None, str]:
    """Strip 分别比2010年减少 and the like from the right; return what they said."""
    direction, base, yearly = "", None, ""
    while right > left:
        window = max(left, right - _WINDOW)
        bases = [found for found in find_bases(text, window, right) if found.end == right]
        periods = [found for found in find_periods(text, window, right) if found.end == right]
        if bases:
            base, right = bases[0], bases[0].start
        elif match := _FROM_YEAR.search(text[window:right]):  # 由2015年的20万元提高到30万元
            right = window + match.start()
            base = Base(right, window + match.end(), match["written"], base_year(match["written"]))
        elif periods:
            right = periods[0].start - text.startswith("在", periods[0].start - 1)
        elif match := _YEARLY_TAIL.search(text[window:right]):
            yearly, right = match[0], window + match.start()
        elif direction in ("", "level") and (match := VERB.search(text[window:right])):
            if direction == "level" and match["level"]:
                break
            direction, right = match.lastgroup, window + match.start()
        elif match := _TAIL.search(text[window:right]):
            right = window + match.start()
        else:
            break
    return right, direction, base, yearly


def _lead_verb(text: str, left: int, right: int, end: int, moved: bool) -> tuple[str, int, int]:
    """Return the verb that brings the number about, its start, and where the subject begins.

    `moved`: 每年 or a date stands ahead, so that 改造 and the like are verbs, not nouns.
    """
    match = LEAD.match(text, left, right)
    if match is None and right == end:  # 每年改造100家, not 投资年均增长10%
        match = LEAD_NEXT.fullmatch(text, left, right)
        noun = match and match["verb"] == "投资" and not text[end : end + 1].isdigit()
        match = None if noun else match  # 投资突破900亿元
    if match is None and moved:  # 每年认定研发中心不少于10家
        match = LEAD_YEARLY.match(text, left, right)
    verb, verb_start, start = (match[0], left, match.end()) if match else ("", left, left)
    inner = None if text.startswith("每", left) else INNER.search(text, start, right)
    if inner:  # but 每万人拥有基站数
        verb, verb_start, start = inner["verb"], inner.start(), inner.end()
    return verb, verb_start, start


def _direction(subject: str, verb: str, direction: str) -> str:
    if RATE_UP.search(subject):
        return "increase"
    if RATE_DOWN.search(subject):
        return "decrease"
    if direction == "level" and SHARE.search(subject):
        return direction  # 新增电机中节能电机占比达到70%
    if NEW.search(verb) or (verb == "增加" and not direction):
        return "increase"
    return direction
