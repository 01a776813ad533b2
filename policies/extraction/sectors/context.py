"""What the words around a sector's name say: industry, enumeration, growth, demand, a company."""

import re
from dataclasses import dataclass
from functools import lru_cache

from policies.extraction.vocabulary import Vocabulary

LOOK_AHEAD = 400  # an enumeration's closing noun stands within this many characters
LOOK_BACK = 16  # a verb or a demand before a name
ITEM = 16  # longest item of an enumeration, in characters
COUNT = r"(?:等{1,2}|为(?:主体?|重点|核心|龙头|代表)的|\d{1,3}[条大个类项种]|[一二三四五六七八九十两]{1,3}[条大个类项种])"
MODIFIER = r"(?:[^，。；：、\0的向在把]|[外面导]向){0,12}?"
FIRMS = (
    r"(?:重点|骨干|龙头|优势|高危|高耗能|高耗水|用能|重化|大型|中小|中小微|传统|特色|相关|行业|生产"
    r"|制造|加工|配套|民营|外贸|工业|规上|规模以上|劳动密集型|流程型|离散型|类|整机|整车|组件|面板"
    r"|设计|材料|服务|冶炼|开采|经营){0,3}企业"
)
"""等骨干企业 closes an enumeration of industries; 等设备生产企业 one of goods."""
LAST = re.compile(
    r"[^，。；：等的引推鼓支促帮组指督为对使让给向与和在带动中小龙骨重大微]{1,5}(?:企业|行业)(?!家|协会|商会|组织|主管)"
)
"""The last of an enumeration without 等: 发电、供热企业, but not 机器人、引导企业."""
SEPARATOR = re.compile(
    r"[、和及与或（）“]|发展(?![的中需])|以及|等|项目|为[重主核]|的|\d|[一二三四五六七八九十两][条大个类项种]|$"
)

APPLIED = re.compile(r"(?:等[^，。；、]{0,10}?)?(?:技术)?在[^，。；]{0,20}?(?:应用|运用|使用)")
TECHNIQUES = re.compile(
    r"等(?:高新|先进适用|先进|新|前沿|尖端|信息|军[工用]|国防|现代)技术(?!产业|服务|企业|领域|行业)"
    r"|等[^，。；、]{0,6}(?:专业(?![化性园村镇])|学科|工种)"
    r"|[^，。；等业]{0,16}等[^，。；、业]{0,6}(?:要素|物资|生产资料)"
)
"""航天、船舶等军工技术: a list of techniques; 机器人、新材料等专业: of what is taught;
煤炭、电力、运力等生产要素: of what is needed."""

MADE = r"(?:改造|换代|[^，。；、]{0,4}(?:企业|行业|产业|工业|生产线))"
"""化工产品生产企业: the thing's makers are the industry, as where an industry renews itself."""

CAMPAIGN = "行动|整治|治理|检查|执法|督查|规划|方案"
"""化工专项整治 is about an industry, 新能源汽车专项 a programme's name."""
PROMOTED = re.compile(r"(?:支持|促进|推动|推进|加快|鼓励)[^，。；]{0,8}$")

FUSED = re.compile(r"[与和同][^，。；]{0,20}?(?:融合|结合)|赋能|改造")


@dataclass(frozen=True)
class Context:
    """Of a chain of names that stand side by side."""

    followed: bool  # an industry noun right behind: 新材料产业
    closed: bool  # an industry noun closes the enumeration: 冶金、化工等传统产业
    listed: bool  # more items before or after
    ends_bare: bool  # nothing is glued to the last name: not 新材料研发
    growing: bool  # 发展新能源、新材料; 发展超薄、中空等玻璃
    demanded: bool  # 满足光伏产业需求, 购买新能源汽车
    placed: bool  # a park as a place: 进入化工园区
    used: bool  # 推广应用新材料
    works: bool  # where it is made: 陶瓷窑炉, 玻璃生产线
    outlay: bool  # a good that is allotted: 软件支出, 煤炭、水等指标
    thing: bool  # 钢铁、水泥产品, 储能设施
    applied: bool  # 大数据在制造业的应用, 新一代信息技术与制造业融合, 航天等军工技术


@dataclass(frozen=True)
class _Patterns:
    industry: re.Pattern[str]
    closing: re.Pattern[str]
    growth: re.Pattern[str]
    demand: re.Pattern[str]
    use: re.Pattern[str]
    park: re.Pattern[str]
    placing: re.Pattern[str]
    works: re.Pattern[str]
    outlay: re.Pattern[str]
    thing: re.Pattern[str]
    other: re.Pattern[str]


def read_context(
    text: str, places: tuple[int, int, int, int], names: int, vocabulary: Vocabulary
) -> Context:
    """Return the context of a chain of names.

    `places`: where its clause, the chain, the chain's end and the clause's end stand in `text`;
    `names`: how many names the clause holds (领域 closes only an enumeration of two and more).
    """
    begin, start, end, stop = places
    patterns = _patterns(vocabulary)
    before = text[max(begin, start - LOOK_BACK) : start]
    after = text[end : min(stop, end + LOOK_AHEAD)]
    followed = patterns.industry.match(after) is not None
    ends_bare = followed or SEPARATOR.match(after) is not None
    return Context(
        followed=followed,
        closed=_is_closed(after, names, patterns.closing),
        listed=before.endswith("、") or after.startswith("、"),
        ends_bare=ends_bare,
        growing=ends_bare
        and (
            patterns.growth.search(before) is not None
            or (after.startswith("发展") and PROMOTED.search(before) is not None)
        ),
        demanded=patterns.demand.search(before) is not None,
        placed=patterns.park.match(after) is not None
        and patterns.placing.search(before) is not None,
        used=patterns.use.search(before) is not None,
        works=patterns.works.match(after) is not None,
        outlay=patterns.outlay.match(after) is not None,
        thing=patterns.thing.match(after) is not None and not patterns.growth.search(before),
        applied=APPLIED.match(after) is not None
        or TECHNIQUES.match(after) is not None
        or (text.startswith("技术", end - 2) and FUSED.match(after) is not None),
    )


def is_other(text: str, end: int, stop: int, vocabulary: Vocabulary) -> bool:
    """Whether the name that ends at `end` belongs to a company, a public body or a programme."""
    return _patterns(vocabulary).other.match(text, end, stop) is not None


@lru_cache(maxsize=4)
def _patterns(vocabulary: Vocabulary) -> _Patterns:
    words = vocabulary.sector_words
    refused = _any(words.not_industry)
    return _Patterns(
        industry=re.compile(rf"(?!{refused})(?:{_any(words.industry)}|{FIRMS})"),
        closing=re.compile(rf"{COUNT}(?:{MODIFIER}(?!{refused})({_any(words.closing)})|{FIRMS})"),
        growth=re.compile(rf"(?:{_any(words.growth)})(?:[^，。；]{{0,12}}等)?$"),
        demand=re.compile(
            rf"(?:(?:{_any(words.demand)})[^、]{{0,8}}|(?:{_any(words.bought)})[^、的]{{0,8}})$"
        ),
        use=re.compile(rf"(?:{_any(words.use)})$"),
        park=re.compile(_any(words.park)),
        placing=re.compile(rf"(?:{_any(words.placing)})[^，。；]{{0,14}}$"),
        works=re.compile(_any(words.works)),
        outlay=re.compile(rf"(?:[、和及与][^，。；业]{{0,12}}?)?(?:{_any(words.outlay)})(?!链)"),
        thing=re.compile(rf"(?:{_any(words.thing)})(?!{MADE})"),
        other=re.compile(
            rf"集团(?!化)|{_any(words.zone)}"
            rf"|(?:{_any(words.programme)}){{0,5}}(?:{_any(words.programme_end)})"
            rf"|专项(?!{CAMPAIGN})"
            rf"|(?:(?!企业(?!协会|联合会|商会|集团|总))[\u4e00-\u9fff]){{0,5}}?(?:{_any(words.body)})"
        ),
    )


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _is_closed(after: str, names: int, closing: re.Pattern[str]) -> bool:
    for index, item in enumerate(after.split("、")):
        if LAST.match(item):
            return True
        match = closing.search(item)
        if match and match.start() <= ITEM:
            return match[1] != "领域" or names > 1
        if len(item) > (ITEM if index else ITEM // 2):
            return False
    return False
