"""A list of things that share a list of numbers: 国家级、省级企业技术中心分别… → two names."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    name: str  # with the head or prefix it shares with its neighbours
    start: int  # offset of its own words in the phrase


# Words a phrase can end in and be complete; what the last of a list ends in, the others share.
_HEADS = (
    "排放总量|排放量|排放强度|削减量|普及率|应用率|利用率|覆盖率|回收率|数控化率|比重|占比|比例|总产值|产值|增加值|投资|产量"
    "|产能|消耗量|排放|用水量|能耗|水耗|(?:营业|销售|主营业务|业务)收入|收入|利润|税收|指数|效率|率|总量|总额|企业|项目|中心|平台|基地|产品|商标|品牌|园区|工厂|车间"
)
_HEAD = re.compile(f"(?:{_HEADS})$")
# 国家级 | 省认定 | 河北省 beside 省级企业技术中心: the rest is what they share
_RANK = "(?:国家|部|省|自治区|市|州|县|世界|中国|全国|[\\u4e00-\\u9fff]{2,3}[省市区州])"
_RANKED = re.compile(f"{_RANK}(?:级|认定)?(?:以上)?")
# 单位工业增加值 ahead of 能耗、用水量
_PER = re.compile(
    "(?:规模以上)?(?:工业)?(?:单位|万元|亿元)[^、能用水取二碳]{1,8}?(?:增加值|产值|生产总值|GDP)"
)
_BARE = re.compile("(?:能耗|用水量|水耗|取水量|二氧化碳排放量?|碳排放量?|能源消耗)")
_JOINT = re.compile("、|以及|和|与|及")


def split_items(phrase: str, count: int) -> tuple[Item, ...]:
    """Return the `count` things that `phrase` lists, each with a name that stands alone.

    Cut at 、 first, then at 和 与 及; with more parts than numbers the first ones stay together.
    () where the phrase does not list as many.
    """
    cuts = _cuts(phrase, count)
    if cuts is None:
        return ()
    parts = [phrase[start:end] for start, end in cuts]
    return tuple(
        Item(_name(part, parts), start) for part, (start, _) in zip(parts, cuts, strict=True)
    )


def _cuts(phrase: str, count: int) -> list[tuple[int, int]] | None:
    joints = [match.span() for match in _JOINT.finditer(phrase)]
    commas = [span for span in joints if phrase[span[0]] == "、"]
    chosen = commas if len(commas) >= count - 1 else joints
    if len(chosen) < count - 1:
        return None
    chosen = chosen[len(chosen) - (count - 1) :]
    starts = [0, *(end for _, end in chosen)]
    ends = [*(start for start, _ in chosen), len(phrase)]
    return list(zip(starts, ends, strict=True))


def _name(part: str, parts: list[str]) -> str:
    first, last = parts[0], parts[-1]
    if part is not first and _BARE.match(part) and (per := _PER.match(first)):
        return per[0] + part
    if part is not first and _HEAD.fullmatch(part) and (head := _HEAD.search(first)):
        return first[: head.start()] + part  # 省级示范车间、工厂
    if part is last:
        return part
    own = _HEAD.search(part)
    if own:  # complete, unless the last goes on behind the same word: 重点企业、中小企业数控化率
        at = last.find(own[0])
        return part + last[at + len(own[0]) :] if at >= 0 else part
    return part + _shared_head(part, last)


def _shared_head(part: str, last: str) -> str:
    """Return what of `last` belongs to `part` as well: 企业技术中心, 排放总量."""
    if _RANKED.fullmatch(part) and (rank := _RANKED.match(last)):
        return last[rank.end() :]
    for length in range(len(part), 1, -1):  # not 氨氮 and 氮氧化物
        at = last.find(part[-length:])
        if 0 <= at < len(last) - length:
            return last[at + length :]
    head = _HEAD.search(last)
    return head[0] if head else ""
