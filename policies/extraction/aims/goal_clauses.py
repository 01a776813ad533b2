"""One clause to the aims it states: what they are about and what is to become of it."""

import re
from dataclasses import dataclass

from .phrases import skip_head
from .pieces import mask_nested
from .predicates import begins_with_predicate, split_predicate
from .subjects import Subject


@dataclass(frozen=True)
class Aim:
    start: int
    end: int
    indicator: str  # 技术装备水平
    statement: str  # 技术装备水平明显提高
    aspirational: bool
    carry: Subject | None  # for a next clause without a subject of its own


# 通过技术改造，… · 以…为目标，…: circumstances, not the aim.
_CIRCUMSTANCE = re.compile(
    "通过|以(?![上下内])|围绕|按照|根据|依据|结合|随着|经过|坚持|针对|立足|着眼|为了"
)
_OPENS_LIST = re.compile("(?:如下|(?:以下|下列).{0,8}|目标[是为])$")
_OUTCOME = re.compile("取得|达到|实现|增效益|上台阶|上档次|上层次|高于|优于|接近")
_MADE = re.compile("形成|建成|培育|打造|建立|构建|创建")
_THING = re.compile("的([^的，]{2,12})$")  # 具有自主创新能力的优势企业
_ADVERB = "(?:进一步|全面|率先|着力|大力|积极|不断|基本|逐步|努力|切实|有效|初步|重点|加快|尽快|稳步|显著|明显|大幅|持续|逐渐)"
_BRINGS = re.compile(
    f"{_ADVERB}*(?:推动|推进|促进|引导|带动|建成|建立|建设|形成|打造|培育|培养|实现|完成|提高|提升|增强|优化|转变|改善|扩大|发展|壮大|完善|健全"
    "|构建|创建|突破|加强|强化|降低|减少|淘汰|普及|深化|拓展|缩小|确保|支持|鼓励|做强|做大|实施|取得|掌握|攻克|成为|加快|改造提升|改造|消除|杜绝|遏制)"
    "(?:一大?批|若干|了|出)?"
)
# 重点企业全部完成清洁生产审核: what they do is what it is about
_DONE = re.compile(
    "(?:全部|全面|基本|普遍|率先|都|均){0,2}(?:完成|实现|通过|推行|开展|实施|应用|采用|建立)(?P<what>[^，。；、的]{2,14})$"
)
_WHO = ("企业", "行业", "园区", "单位", "机构")
_NO_DEED = re.compile("覆盖|目标|任务|水平|发展|突破|增长|提升|达标|[清归零]零")
_JOINT = re.compile("、")
_WISH = re.compile("力争|争取")
# 支持企业…, 推动设备更新, 完善推进机制: work to be done, unless it says what comes of it
_WORK = re.compile(f"{_ADVERB}*(?:支持|鼓励|推动|推进|促进|引导|带动|加强|强化|深化|实施)")
_COMES_OF_IT = re.compile(
    "明显|显著|大幅|普遍|基本|全部|全覆盖|取得|达到|实现|成为|增效益|上台阶|上档次|上层次|高于|优于|接近|走在|位居|跻身|发展[到为成]|转变|转型|迈"
    "|(?:化|突破|提升|改善|增强|提高|集聚|发展|增长|下降|优化|优化升级|结构调整)$"
)
_ARRANGEMENT = re.compile("(?:机制|政策|政策[^，。；]{0,4}体系|制度|办法)$")
_GUIDING = re.compile(
    "(?:全面|深入|认真|坚决|紧紧|牢牢|始终|主动|积极)*(?:贯彻|坚持|牢固树立|按照|围绕|紧扣|聚焦|立足|抢抓|抓住|把握|突出|落实)"
    "|以[^，。；]{2,40}?为(?:指导|主线|主攻方向|方向|导向|抓手|统领|引领|核心|重点|中心|契机|动力|载体|支撑|突破口|基础)"
)
# 达到国内先进水平的企业比例明显提高: what is said of the share, not what it is a share of
_RELATIVE = re.compile(
    "[^的，。；]{2,20}的[^的，。；]{2,16}?(?=明显|显著|大幅|进一步|持续|稳步|逐步|逐年|不断|提高|提升|增加|增长|下降|降低|减少|扩大)"
)


def read_aims(
    text: str, start: int, end: int, carried: Subject | None, guided: bool = False
) -> tuple[Aim, ...]:
    """Return the aims of the clause text[start:end]; () where it states none.

    `guided`: its sentence opens with guidance (深入贯彻…), what it does (推动…) is no aim then.
    Parallel statements joined by 、 (结构调整上档次、企业发展上层次) are one aim each.
    """
    _, left, _, _ = skip_head(text, start, end)
    right = end
    while right > left and not text[right - 1].isalnum() and text[right - 1] not in "”）》":
        right -= 1
    if left >= right or text.startswith("：", end) or _CIRCUMSTANCE.match(text, left, right):
        return ()
    if _OPENS_LIST.search(text[left:right]):
        return ()
    if guided and _BRINGS.match(text, left, right):
        return ()
    wished = bool(_WISH.search(text, start, left))
    aims = []
    for first, last in _parallel(text, left, right):
        aim = _read_aim(text, first, last, carried, wished)
        if aim:
            aims.append(aim)
            carried = aim.carry or carried
    return tuple(aims)


def _parallel(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at each 、 where every part has a subject and a predicate of its own."""
    masked = mask_nested(text, start, end)
    edges = [-1, *(match.start() for match in _JOINT.finditer(masked)), len(masked)]
    parts = [(start + a + 1, start + b) for a, b in zip(edges, edges[1:], strict=False)]
    turns = [split_predicate(text, first, last) for first, last in parts]
    each = all(first < turn < last for turn, (first, last) in zip(turns, parts, strict=True))
    return parts if each else [(start, end)]


def _read_aim(text: str, start: int, end: int, carried: Subject | None, wished: bool) -> Aim | None:
    brings = _BRINGS.match(text, start, end)
    turn = split_predicate(text, start, end)
    if relative := _RELATIVE.match(text, turn, end):
        turn = relative.end()
    if brings and brings.end() < end:
        if _is_work(text, start, end):
            return None
        about = _object(text[brings.end() : end], bool(_MADE.search(brings[0])))
        return Aim(start, end, about, text[start:end], wished, None)
    if start + 1 < turn < end:
        subject = Subject(text[start:turn], start)
        done = _DONE.match(text[turn:end]) if subject.text.endswith(_WHO) else None
        deed = done["what"] if done and not _NO_DEED.search(done["what"]) else ""
        return Aim(start, end, subject.text + deed, text[start:end], wished, subject)
    if turn == start and carried and begins_with_predicate(text[start:end]):
        statement = carried.text + text[start:end]
        return Aim(carried.start, end, carried.text, statement, wished, carried)
    return None


def _is_work(text: str, start: int, end: int) -> bool:
    """Whether the clause only says what is to be done: no state is named that it leads to."""
    work = _WORK.match(text, start, end)
    if work:
        return not _COMES_OF_IT.search(text, work.end(), end)
    return bool(_ARRANGEMENT.search(text[start:end]))


def is_guiding(text: str, start: int, end: int) -> bool:
    """Whether a sentence opens with what guides it (深入贯彻…, 以…为主线), without a date ahead."""
    return _GUIDING.match(text, start, end) is not None


def _object(text: str, is_made: bool) -> str:
    """Return what a verb acts on: 两化融合 of 两化融合取得实质进展, 优势企业 of 具有…的优势企业."""
    outcome = _OUTCOME.search(text, 1)
    text = text[: outcome.start()] if outcome else text
    thing = _THING.search(text) if is_made else None
    return (thing[1] if thing else text).strip("的“”")
