"""What a clause says once for several numbers: its verb, its 年均 or 每年, the noun of two ranks."""

import re
from dataclasses import replace

from policies.extraction.quantities.periods import Base, find_bases

from .facts import COUNTED, PERCENT, Fact
from .phrases import skip_head

_EACH_YEAR = ("每年", "每年度", "平均每年")
# 每年实施1000个项目，推动10000家企业改造: what is done besides, in the same year.
_BESIDES = re.compile(
    "(?:并|同时)?(?:推动|带动|引导|评选|遴选|筛选|选择|支持|攻克|开发|认定|转化|制修订|制定|修订|推广|推进|培训|培养|引进|改造|淘汰|完成|诊断"
    "|实施|组织|扶持|竣工|投产|开工)"
)
_REACH = 30  # characters: a period and 力争 may stand ahead of 每年
_OPENS = re.compile("(?:到|至)?(?:\\d{4}年底?末?)?[，]?")  # 到2025年，与2020年相比，…
_WISH = re.compile("(?:[到至]?\\d{4}年[底末]?前?|其中)?，?(?:力争|争取)")
_RANK = re.compile("[^，、]{0,12}级")


def lend(before: Fact, fact: Fact) -> Fact:
    """Return `fact` with what the one before it in the clause says of both.

    新增A10个、B超过100个: what 新增 and 力争 say of the first holds for the second. 年均增长8%、力争达到9%:
    the second number is the same growth.
    """
    own, lent = fact.phrase, before.phrase
    if _same_growth(before, fact):
        phrase = replace(own, direction=lent.direction, yearly=lent.yearly, verb=lent.verb)
        return replace(fact, phrase=phrase, change=before.change)
    if own.verb and lent.yearly in _EACH_YEAR and _BESIDES.match(own.verb):
        return replace(fact, phrase=replace(own, yearly=lent.yearly))  # 每年培训A、引进B
    if own.verb or own.direction:
        return fact
    phrase = replace(
        own,
        verb=lent.verb,
        direction=lent.direction,
        yearly=own.yearly or lent.yearly,
        aspirational=own.aspirational or lent.aspirational,
    )
    return replace(fact, phrase=phrase, change=before.change)


def _same_growth(before: Fact, fact: Fact) -> bool:
    """Whether 力争达到9% only raises the growth that stands before it."""
    return (
        before.change != "level"
        and fact.phrase.direction == "level"
        and not fact.phrase.subject
        and fact.quantity.unit_class == before.quantity.unit_class
        and fact.quantity.unit_class in PERCENT
    )


def opening_yearly(text: str, start: int, end: int, before: str) -> str:
    """Return the 每年 that governs the clause text[start:end]: its own, else the one before it."""
    if "每年" not in text[start : start + _REACH]:
        return before
    yearly = skip_head(text, start, end)[3]
    return yearly if yearly in _EACH_YEAR else before


def lend_yearly(fact: Fact, yearly: str, clause_start: int, is_part: bool) -> Fact:
    """Return `fact` as one of each year where an earlier clause of the sentence says 每年.

    Only for what its clause begins by doing (推动, 评选) or, `is_part`, names a part of: a level
    (达到) or a total is no number of each year.
    """
    phrase = fact.phrase
    besides = fact.start == clause_start and _BESIDES.match(phrase.verb)
    if not yearly or phrase.yearly or phrase.summed or not (besides or is_part):
        return fact
    return replace(fact, phrase=replace(phrase, yearly=yearly))


def opening_base(text: str, start: int, end: int) -> Base | None:
    """Return the base of 与2015年相比，…: it holds for every change of the sentence."""
    for base in find_bases(text, start, min(end, start + _REACH)):
        opens = _OPENS.fullmatch(text, start, base.start) and text.startswith("，", base.end)
        if opens:
            return base
    return None


def lend_base(fact: Fact, base: Base | None) -> Fact:
    """Return a change without a base of its own with the one its sentence opens with."""
    if base is None or fact.phrase.base or fact.phrase.yearly or fact.change == "level":
        return fact
    phrase = replace(fact.phrase, base=base.written, base_year=base.year)
    return replace(fact, phrase=phrase)


def opening_wish(text: str, start: int, end: int, facts: list[Fact], before: bool) -> bool:
    """Whether what follows the clause text[start:end] in its sentence is striven for as well.

    力争A达到5%，B达到6%；C…: A and B; 力争达到6% only raises what stands before it.
    """
    if text.startswith("；", start - 1):
        before = False
    head = text[start : min(end, start + _REACH)]
    wish = _WISH.match(head)
    return before or bool(wish and facts and facts[0].start >= start)


def lend_wish(fact: Fact, wished: bool) -> Fact:
    """Return `fact` as striven for where a clause before it says 力争 of all that follows."""
    return replace(fact, phrase=replace(fact.phrase, aspirational=True)) if wished else fact


def lend_verb(fact: Fact, verb: str) -> Fact:
    """Return `fact`, a part of what `verb` brings about (建成200家工厂，其中20家标杆工厂), with it."""
    counted = fact.quantity.unit_class in COUNTED and not fact.phrase.direction
    if fact.phrase.verb or not (fact.order == "object" or counted):
        return fact
    return replace(fact, phrase=replace(fact.phrase, verb=verb))


def share_ranks(facts: list[Fact]) -> list[Fact]:
    """Give 2个千亿级和6个百亿级产业集群 one noun: 千亿级产业集群, 百亿级产业集群."""
    shared = list(facts)
    for index in range(len(shared) - 2, -1, -1):
        fact, following = shared[index], shared[index + 1]
        rank, both = _RANK.fullmatch(fact.name), fact.order == following.order == "object"
        whole = _RANK.match(following.name)
        if rank and both and whole and whole.end() < len(following.name):
            shared[index] = replace(fact, name=fact.name + following.name[whole.end() :])
    return shared
