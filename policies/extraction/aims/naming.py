"""What a target's indicator is called, and over what stretch of time its number adds up."""

import re

from .facts import COUNTED, Fact

_GROWS = re.compile("(?:投资|投入|产值|增加值|收入|利润|税收|产量|总量|总额|额|贸易|经济)$")
_NUMBERED = re.compile("(?:数|数量|总数|总量|产量|量|人数|个数|额|率|比例|比重)$")
_SHARE = re.compile("占.*(?<!比重)(?<!比例)(?<!占比)(?<!率)$")
_SUMS = re.compile(
    "完成|累计|新增|新|建成|创建|培育|打造|实施|认定|引进|形成|建设|遴选|筛选|评选|实现"
)
_AVERAGE = ("年均", "平均每年", "逐年", "年")


def name_indicator(fact: Fact, threshold: bool) -> str:
    """Return the indicator as a reader would name it, from the text's own words.

    技术改造投资 + 年均增长 → 技术改造投资年均增长率; 建成5000家数字企业 → 数字企业数;
    千万吨大型钢铁联合企业 → 大型钢铁联合企业规模; A占B的92% → A占B的比重.
    """
    name, phrase, unit_class = fact.name.strip("的、，"), fact.phrase, fact.quantity.unit_class
    if threshold and fact.order == "object":
        return f"{name}规模"
    if unit_class in COUNTED:
        ahead = "新增" * (fact.change == "increase" and not name.startswith("新增"))
        if phrase.yearly and fact.order == "object":
            ahead = phrase.yearly + phrase.verb
        return ahead + name + "数" * (not _NUMBERED.search(name))
    if fact.change == "increase" and _GROWS.search(name):
        return f"{name}{'年均' * bool(phrase.yearly)}增长率"
    if fact.change == "decrease" and phrase.yearly:
        return f"{name}年均下降率"
    if unit_class == "percent" and _SHARE.search(name):
        return f"{name}的比重"
    if unit_class.startswith("money") and name.endswith("投资"):
        return f"{name}额"
    return name


def yearly_accrual(fact: Fact) -> str:
    """Return yearly_average (年均), per_year (每年) or "" where no word says so."""
    if fact.phrase.yearly in _AVERAGE:
        return "yearly_average"
    return "per_year" if fact.phrase.yearly else ""


def accrual_of(fact: Fact, usual: str) -> str:
    """Return end | cumulative | per_year | yearly_average; `usual` is the indicator's own."""
    if said := yearly_accrual(fact):
        return said
    adds = fact.quantity.unit_class in COUNTED or fact.quantity.unit_class.startswith("money")
    brought = fact.phrase.summed or _SUMS.search(fact.phrase.verb)
    if adds and (fact.change == "increase" or brought):
        return "cumulative"
    return usual if usual in ("end", "cumulative") and adds else "end"
