"""Words around a number that say how it binds: 不低于 超过 约 … 以上 左右 以内."""

import re

# Ahead of a number. Longer words first: 不超过 before 超过.
_BEFORE = (
    ("<=", "不超过|不得超过|不能超过|不高于|不得高于|不大于|不多于|不得多于|最高|最多|至多|控制在"),
    (">=", "达到或超过|达到或高于|不低于|不得低于|不少于|不得少于|不小于|不短于|至少|最少|最低"),
    (">", "超过|高于|大于|多于|突破|超出|逾|超|(?<![通经透渡越度胜错不难])过"),
    ("<", "低于|少于|小于|不足|不到|不满"),
    ("~", "大约|约|接近|将近|近"),
)
# Behind a number and its unit.
_BEHIND = (
    (">=", "及其以上|及以上|（含）以上|含以上|或以上|以上|（含[^（），。；]{1,12}）以上"),
    ("<=", "及其以下|及以下|（含）以下|或以下|以下|以内|之内|（含[^（），。；]{1,12}）以下"),
    ("~", "左右|上下"),
)
_WITHIN_TIME = "内"  # 3个工作日内: only of time

# 最近三年, 邻近5家, 赶超10家, 节约10% compare nothing.
_BEFORE_RE = re.compile(
    r"(?<![最临邻附亲就赶反节合契公])(?:"
    + "|".join(f"({words})" for _, words in _BEFORE)
    + r")(?:为|达到|达|到|有|了|(?P<verb>建成|建设|新建|新增|完成|实现|培育|培养|形成|打造|创建|引进|认定|实施|支持|推广|改造|组织|遴选|攻克|制定|淘汰))? ?$"
)
_BEHIND_RE = re.compile("|".join(f"({words})" for _, words in _BEHIND))
# 不低于销售收入的3%, 不超过项目总投资20%: the whole stands between the word and its share.
_SHARE_BEFORE_RE = re.compile(
    r"(?:(?P<least>(?:不得?|不能)(?:低|少|小)于|至少达到)|(?P<most>(?:不得?|不能)(?:超过|[高大多]于)))"
    r"(?P<whole>[^，。；：、\d]{1,20}(?:的|收入|投资|产值|增加值|利润|额|费用|经费|成本|价|基准?|基础|基数|标准)) ?$"
)
_CHANGE = re.compile(
    "(?:增长|增幅|增速|提高|提升|增加|下降|降低|减少|达到)的?$"
)  # 不低于年均增长10%
LONGEST_SHARE = 28
LONGEST_BEFORE = 10  # characters: a word, a filler, a space and what must not precede them


def read_before(text: str, number_start: int, start: int = 0) -> tuple[str, int]:
    """Return the comparator that ends at `number_start` and where its word starts.

    Nothing ahead of `start` is read. ("", number_start) where there is none.
    """
    window_start = max(start, number_start - LONGEST_BEFORE)
    match = _BEFORE_RE.search(text[window_start:number_start])
    if match is None:
        return "", number_start
    comparator = next(
        word for (word, _), said in zip(_BEFORE, match.groups(), strict=False) if said
    )
    start = number_start if match["verb"] else window_start + match.start()
    return comparator, start  # 至少建成3个: the verb says what is done


def read_share_before(text: str, number_start: int, start: int) -> tuple[str, int, str]:
    """Return the comparator ahead of the whole that a share is of, its start, and the whole.

    不低于销售收入的3% → (">=", start of 不低于, "销售收入"). ("", number_start, "") for none.
    """
    window_start = max(start, number_start - LONGEST_SHARE)
    match = _SHARE_BEFORE_RE.search(text[window_start:number_start])
    if match is None or _CHANGE.search(match["whole"]):
        return "", number_start, ""
    comparator = ">=" if match["least"] else "<="
    return comparator, window_start + match.start(), match["whole"].removesuffix("的")


def read_behind(text: str, unit_end: int, end: int, is_time: bool) -> tuple[str, int]:
    """Return the comparator that starts at `unit_end` of text[:end] and where its word ends."""
    if match := _BEHIND_RE.match(text, unit_end, end):
        return _BEHIND[match.lastindex - 1][0], match.end()
    if is_time and text.startswith(_WITHIN_TIME, unit_end, end):
        return "<=", unit_end + len(_WITHIN_TIME)
    return "", unit_end


def combine(before: str, behind: str) -> str:
    """Return one comparator: the one behind only where there is none ahead (控制在20%左右: ~)."""
    if before == "<=" and behind == "~":
        return "~"
    return before or behind or "="
