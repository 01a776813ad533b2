"""What a target's indicator is called, and over what stretch of time its number adds up."""

import re

from .facts import COUNTED, Fact
from .verbs import NEW, OUTPUT

_GROWS = re.compile(
    "(?:投资|投入|产值|增加值|收入|利润|税收|利税|产量|总量|总额|额|贸易|经济|资产|规模)$"
)
_RATIO = re.compile("(?:率|比重|比例|占比|强度|水平|指数|能耗|水耗|增速|增幅)$")
# 推动1000家企业实施技术改造: the number is of firms, not of what they do
_DOING = re.compile(
    "(?P<who>[^的]{0,14}?(?:企业|园区|集群|[县区）]|单位|成果|项目|产品|技术))"
    "(?P<does>(?:开展|实施|提供|完成|进行|应用|建立|通过|纳入|进入|参加|参与)[^，。；]{2,30}"
    "|(?:在[^，。；的]{1,16})?(?:实现)?(?:竣工|产业化|转化|投产|达产|开工|落地|上市|上云|搬迁|退出|入园|改造升级|转型)[^，。；的企]{0,8}(?<!项目)(?<!工程)$)"
)
_WITHIN = re.compile("[一二两三四五六七八九十\\d]{1,2}年之?内")  # …产业两年内销售收入
_DOES = re.compile("(?:开展|实施|完成|进行|通过|进入|建成|建立|达到)(?!的)[^的]+(?<!企业)$")
_FOR = ("为", "面向")  # 为3000家企业提供免费诊断
_NUMBERED = re.compile("(?:数|数量|总数|总量|产量|量|人数|个数|能力|产能|额|率|比例|比重)$")
_SHARE = re.compile("占.*(?<!比重)(?<!比例)(?<!占比)(?<!率)$")
_SUMS = re.compile(
    "完成|累计|新增|新|建成|创建|培育|打造|实施|认定|引进|形成|建设|遴选|筛选|评选|实现"
)
_ENDS = re.compile("淘汰|关停")
_CAPACITY = ("mass", "weight_case", "power", "spindle")
_AVERAGE = ("年均", "平均每年", "逐年", "年")


def name_indicator(fact: Fact, threshold: bool) -> str:
    """Return the indicator as a reader would name it, from the text's own words.

    技术改造投资 + 年均增长 → 技术改造投资年均增长率; 建成5000家数字企业 → 数字企业数;
    千万吨大型钢铁联合企业 → 大型钢铁联合企业规模; A占B的92% → A占B的比重.
    """
    name, phrase, unit_class = fact.name.strip("的、，"), fact.phrase, fact.quantity.unit_class
    name = _WITHIN.sub("", name)
    if threshold and fact.order == "object":
        return f"{name}规模"
    if ending := _ENDS.search(phrase.verb):
        return _ended(ending[0], name, unit_class)
    if unit_class in COUNTED and fact.order == "object" and (doing := _DOING.match(name)):
        name = f"{doing['does']}的{doing['who']}"
    if unit_class in COUNTED and fact.quantity.unit in ("家", "户") and _DOES.match(name):
        name = f"{name}的企业"  # 支持100家企业诊断，其中30家实施改造
    if unit_class in COUNTED:
        ahead = "新增" * (fact.change == "increase" and not name.startswith("新增"))
        if phrase.yearly and not name.startswith(phrase.yearly):
            ahead = phrase.yearly + phrase.verb.removeprefix("至少") * (phrase.verb not in _FOR)
        return ahead + name + "数" * (not _NUMBERED.search(name))
    grows = fact.phrase.yearly and unit_class == "percent" and not _RATIO.search(name)
    money = unit_class.startswith("money")
    if money and fact.change == "increase" and NEW.search(phrase.verb):
        return f"新增{name}"
    if not money and fact.change == "increase" and (grows or _GROWS.search(name)):
        return f"{name}{'年均' * bool(phrase.yearly)}增长率"
    if fact.change == "decrease" and phrase.yearly:
        return f"{name}年均下降率"
    if unit_class == "percent" and _SHARE.search(name):
        return f"{name.removesuffix('占').removesuffix('的')}的比重"
    if money and name.endswith("投资"):
        return f"{name}额"
    return name


def _ended(verb: str, name: str, unit_class: str) -> str:
    """淘汰炼铁1500万吨 → 淘汰炼铁产能; 淘汰设备100台 → 淘汰设备数: what goes, not what there is."""
    if unit_class in _CAPACITY:
        return f"{verb}{name}" + "产能" * (not name.endswith(("产能", "能力")))
    return f"{verb}{name}" + "数" * (unit_class in COUNTED and not _NUMBERED.search(name))


def yearly_accrual(fact: Fact) -> str:
    """Return yearly_average (年均), per_year (每年) or "" where no word says so."""
    if fact.phrase.yearly in _AVERAGE:
        return "yearly_average"
    return "per_year" if fact.phrase.yearly else ""


def accrual_of(fact: Fact, usual: str) -> str:
    """Return end | cumulative | per_year | yearly_average; `usual` is the indicator's own."""
    if said := yearly_accrual(fact):
        return said
    if _ENDS.search(fact.phrase.verb):
        return "cumulative"
    adds = fact.quantity.unit_class in COUNTED or fact.quantity.unit_class.startswith("money")
    brought = fact.phrase.summed or (
        _SUMS.search(fact.phrase.verb) and not OUTPUT.search(fact.name)
    )
    if adds and (fact.change == "increase" or brought):
        return "cumulative"
    return usual if usual in ("end", "cumulative") and adds else "end"
