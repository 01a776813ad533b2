"""Subjects that a clause leaves out, taken over from the clause before."""

import re
from dataclasses import dataclass

from .phrases import skip_head
from .predicates import split_predicate


@dataclass(frozen=True)
class Subject:
    """What a clause was about: 规模以上企业研发投入占比, or 重点企业装备水平 ahead of a predicate."""

    text: str
    start: int


_MEASURE = re.compile(
    "(?:率|增速|增幅|程度|覆盖面|[改造投]面|比重|占比|比例|指数|投资|投入|产值|增加值|收入|利润|税收|能耗|水耗|用水量|排放量|总量|数量|产量|强度|密度"
    "|规模|产能|能力|额|比|值|价)$"
)
_LEANS = re.compile(
    "占|居|处于|位居|达到|高于|低于|快于|总数$|总量$"
)  # 占全部投资的比重: of what, the clause before says
_RANKED = re.compile("(?:国家|省|自治区|市|州|县)级")  # 国家级…企业20家、省级200家
_BARE = ("投资", "总投资")  # 实施项目500项，完成投资100亿元
_SHARES = re.compile("的?(?:比重|比例|占比)$")
_ADVANCED = re.compile("(?:国内|国际|世界|全国)(?:先进|领先)水平")
_TOTAL = re.compile("总数|总量")  # 新增30家，总数达到100家
_RATE_ALONE = re.compile("增速|增幅|增长率|降幅|下降率")  # 投资突破1000亿元，增速达到10%
# 超500亿元 of 年收入超500亿元企业
_SIZED = re.compile("(?:超过?|过|突破)?[\\d.一二两三四五六七八九十百千万]{0,6}亿元(?:以上|级)?")
_SIZED_LAST = re.compile(f"{_SIZED.pattern}$")  # 规上企业900户，其中年收入超10亿元的50户
_THING = re.compile("(?:企业|园区|集群|集团|基地|产业)$")
_GROUP = re.compile("^.{0,20}?(?:工业企业|企业|行业|领域|园区|制造业|产业|工业)")
_SHARE = re.compile("占.*")
_MONEY = re.compile("(?:产值|增加值|收入|利润|利税|税收|投资)(?:额|总额)?$")
LONGEST = 120  # characters; what is longer is no name
# 扶持一批集设计、集成于一体的服务商，到2015年达到50家: what is counted then
_FOSTERED = re.compile(
    "(?:加快|着力|大力)?(?:扶持|培育|引进|发展|打造|壮大|建设|建成|形成|创建)(?:一大?批|若干)(?:[^，。；]{0,60}的)?(?P<what>[^，。；的]{2,20})$"
)
_ALIGN = 2  # characters two names must end in alike: 国内先进水平, 国际先进水平


def is_elided(subject: str, percent: bool, carried: Subject | None, money: bool = False) -> bool:
    """Whether `subject` needs what the clause before was about (重点企业达到3%, 制造业达到800亿元)."""
    if _SIZED_LAST.search(subject):
        return carried is not None
    if not subject or _LEANS.match(subject) or _RATE_ALONE.fullmatch(subject):
        return True
    if subject in _BARE:
        return carried is not None and carried.text.endswith("项目")
    if _SIZED.match(subject):
        return carried is not None and _SIZED.search(carried.text) is not None
    if _ADVANCED.match(subject) or _RANKED.fullmatch(subject):
        return carried is not None
    if money:
        branch = _GROUP.fullmatch(subject) and carried and _MONEY.search(carried.text)
        return bool(branch)
    return percent and carried is not None and not _MEASURE.search(subject)


def is_rank(subject: str) -> bool:
    """Whether only the rank of what the clause before counts is named: 省级."""
    return _RANKED.fullmatch(subject) is not None


def is_measured(subject: str) -> bool:
    """Whether the subject ends in what a number can be of: …率, …比重, …投资."""
    return bool(subject and _MEASURE.search(subject) and not _LEANS.match(subject))


def complete(subject: str, carried: str) -> str:
    """Return `subject` with what it leaves out, taken from `carried`.

    "" → carried; 占工业投资的比重 → 技改投资占…; 国际先进水平 → …居国际先进水平比重;
    重点企业 → 重点企业研发投入占比.
    """
    if not subject:
        return carried
    if _TOTAL.fullmatch(subject):
        return carried
    if _RATE_ALONE.fullmatch(subject) or subject in _BARE:
        return carried + subject
    if _SIZED_LAST.search(subject) and not _SIZED.fullmatch(subject):
        thing = _THING.search(carried)
        return f"{subject}的{thing[0]}" if thing else subject
    if sized := _SIZED.match(subject):
        return _resize(subject, sized.end(), carried)
    if _ADVANCED.search(subject) and (aligned := _align(subject, carried)):
        return aligned  # 居国际先进水平 behind …居国内先进水平的比重
    if _LEANS.match(subject):
        return _SHARE.sub("", carried) + subject
    if _RANKED.fullmatch(subject):  # 企业技术中心1000家，其中国家级50家
        rank = _RANKED.search(carried)
        return subject + (carried[rank.end() :] if rank else carried)
    if _GROUP.fullmatch(subject) and (group := _GROUP.match(carried)):
        return subject + carried[group.end() :]
    return _align(_SHARES.sub("", subject), carried) or subject


def _resize(subject: str, sized: int, carried: str) -> str:
    """Put 超500亿元 in the place of 超100亿元 in 主营业务收入超100亿元的企业."""
    was = _SIZED.search(carried)
    if was is None:
        return subject
    rest = subject[sized:]
    return carried[: was.start()] + (subject if rest else subject[:sized] + carried[was.end() :])


def _align(subject: str, carried: str) -> str:
    """Put 国际先进水平 in the place of what ends like it: …居国内先进水平比重; "" for no such place."""
    for length in range(len(subject) - 1, _ALIGN - 1, -1):
        at = carried.find(subject[-length:])
        own = len(subject) - length
        if at > own:
            return carried[: at - own] + subject + carried[at + length :]
    return ""


def subject_of(text: str, start: int, end: int) -> Subject | None:
    """Return what a clause without a number is about, None where it begins with its predicate."""
    _, start, _, _ = skip_head(text, start, end)
    if fostered := _FOSTERED.match(text, start, end):
        return Subject(fostered["what"], fostered.start("what"))
    turn = split_predicate(text, start, end)
    known = start < turn < end and turn - start <= LONGEST
    return Subject(text[start:turn], start) if known else None
