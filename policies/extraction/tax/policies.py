"""Tax reliefs that a document states, each with its own clause."""

import re
from functools import lru_cache

from policies.extraction.quantities.damage import doubt_of_words
from policies.extraction.records import Provision, Sentence, TaxPolicy
from policies.extraction.vocabulary import Vocabulary
from policies.extraction.vocabulary.reliefs import Relief

from .clauses import CONTINUES, OTHER, Act, clause_of, split_pieces
from .details import conditions_of, parameters_of, scope_of, tax_of

COVERED = frozenset({"tasks", "sectors", "projects", "safeguards"})
TITLE = re.compile(r"《[^《》\n]{0,80}》")
SEGMENT = re.compile(r"[^；。！？\n]{1,1500}")
REFUND = re.compile(
    r"加计[^，；。]{0,8}抵减|结转[^，；。]{0,4}年限|退税|留抵税|即征即[退返]|先征后[退返]|免.减半|年免征"
    r"|减按|扣除|抵[免扣]|计入|税务处理|减计收入|税率|征收率|预征率|税额标准|缓缴|延期缴纳|递延|分期"
)
WORTH = re.compile(r"[税折扣免]|减按|亏损|计入收入总额|水利建设基金|教育费附加")
# 骗取出口退税, 讲解加计扣除政策, …备案手续, 加计扣除额, 出口退税质押贷款: about a relief, states none
TOLD_OF = re.compile(
    "(?:骗取|打击|查处|防范|讲解|宣讲|解读|宣传|培训|辅导)(?![^，；。]{0,8}(?:落实|执行|兑现|确保))[^，；。]{0,30}$"
    "|(?:不|未|不得|不再|没有)享受[^，；。]{0,30}$|(?:不含|不包括|剔除|（扣除|入库数扣除)[^，；。]{0,30}$"
)
DEALT_WITH = re.compile(
    "(?:税收)?(?:优惠)?(?:政策)?的?(?:备案|申报|手续|流程|程序|资料|材料|台账|核算|培训|辅导|宣传|宣讲|解读|指引|鉴定|确认书|证明|凭证|账户|质押|托管|资金池|贷款"
    "|额(?!度|标准|的?\\d)|总额|企业(?:数|户|达|超|突破|不少于|\\d))"
)
GRANTED_FOR = re.compile(  # 对享受加计扣除的企业给予补助, 按加计扣除研发费用的10%奖励
    "(?:优惠|政策|的?研(?:发|究开发))*(?:的(?:企业|单位|纳税人)?，|(?:费用?|投入|支出)?(?:总?额)?(?:的|，?按|，?以|为(?:依据|基数|准)))[^；。]{0,60}?(?:补助|补贴|奖励|奖补|资助)"
)
HELD = re.compile("(?:享受|可|允许|属于|符合|按其?|以|经|税前|核定的?|认定的?)[^，；。]{0,24}$")
LOOK_BACK = 24  # characters
Found = tuple[tuple[int, int], Relief]


def find_tax_policies(
    normal: str,
    provisions: tuple[Provision, ...],
    sentences: tuple[Sentence, ...],
    vocabulary: Vocabulary,
) -> tuple[TaxPolicy, ...]:
    """Return every tax relief stated in tasks, sectors, projects and safeguards, in text order.

    The span is the relief's own clause, also inside a list by ；，or 、. A general promise (落实税收
    优惠政策) states none, and a price for land (土地价款) is no tax. `provisions` is unused.
    """
    text = TITLE.sub(lambda match: "《" + "\0" * (len(match[0]) - 2) + "》", normal)
    periods = dict.fromkeys(one.period for one in sentences if one.part in COVERED)
    return tuple(
        _make(normal, text, found, vocabulary)
        for period in periods
        if WORTH.search(text, *period)
        for found in _reliefs_in(text, period, vocabulary)
    )


def _reliefs_in(text: str, period: tuple[int, int], vocabulary: Vocabulary) -> list[Found]:
    found: list[Found] = []
    for segment in (match.span() for match in SEGMENT.finditer(text, *period)):
        here = _reliefs_in_segment(text, segment, vocabulary)
        goes_on = found and CONTINUES.match(text, *segment)
        if goes_on and all(relief.code in (OTHER, found[-1][1].code) for _, relief in here):
            span, relief = found[-1]
            found[-1] = ((span[0], segment[1]), relief)
        else:
            found += here
    return found


def _reliefs_in_segment(text: str, segment: tuple[int, int], vocabulary: Vocabulary) -> list[Found]:
    reliefs = {relief.code: relief for relief in vocabulary.reliefs}
    acts = _find_acts(text, segment, vocabulary)
    pieces = split_pieces(text, segment, acts)
    found: list[Found] = []
    for act in acts:
        span, relief = clause_of(text, act, pieces, acts), reliefs[act.relief]
        if not _refused(text, _around(span, act, acts), act, relief, vocabulary):
            found = _joined(found, span, relief)
    stated = [(span, relief) for span, relief in found if relief.code != OTHER]
    rest = [(span, relief) for span, relief in found if relief.code == OTHER]
    free = [one for one in rest if not any(_overlap(one[0], span) for span, _ in stated)]
    return sorted(stated + free, key=lambda one: one[0])


def _find_acts(text: str, segment: tuple[int, int], vocabulary: Vocabulary) -> list[Act]:
    return [
        Act(*match.span(), relief.code)
        for relief in vocabulary.reliefs
        for match in _any(relief.cues).finditer(text, *segment)
        if not _spoken_against(text, *match.span(), relief) and not _only_about(text, *match.span())
    ]


def _only_about(text: str, start: int, end: int) -> bool:
    """Whether the words around a cue deal with a relief that is stated elsewhere."""
    words = text[max(0, start - LOOK_BACK) : end]
    granted = HELD.search(words) and GRANTED_FOR.match(text, end)
    return bool(granted or TOLD_OF.search(words) or DEALT_WITH.match(text, end))


def _spoken_against(text: str, start: int, end: int, relief: Relief) -> bool:
    return bool(relief.excludes and _any(relief.excludes).search(text, start, end))


@lru_cache(maxsize=64)
def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)")


def _around(span: tuple[int, int], act: Act, acts: list[Act]) -> tuple[int, int]:
    """The clause with whatever other kinds see in the act: what they hold can speak against it."""
    near = [other for other in acts if _overlap((act.start, act.end), (other.start, other.end))]
    return min(span[0], *(one.start for one in near)), span[1]


def _refused(
    text: str, span: tuple[int, int], act: Act, relief: Relief, vocabulary: Vocabulary
) -> bool:
    """A word speaks against it, or no tax is named where the kind does not imply one."""
    cue = text[act.start : act.end]
    if _spoken_against(text, *span, relief):
        return True
    return relief.code == OTHER and not (
        REFUND.search(cue) or tax_of(cue, relief, vocabulary.taxes)
    )


def _joined(found: list[Found], span: tuple[int, int], relief: Relief) -> list[Found]:
    """Add a find; what overlaps it and is the same relief becomes one with it."""
    same = [one for one in found if one[1] is relief and _overlap(one[0], span)]
    spans = [span, *(other for other, _ in same)]
    whole = (min(start for start, _ in spans), max(end for _, end in spans))
    return [one for one in found if one not in same] + [(whole, relief)]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _make(normal: str, text: str, found: Found, vocabulary: Vocabulary) -> TaxPolicy:
    (start, end), relief = found
    clause = normal[start:end]
    return TaxPolicy(
        start=start,
        end=end,
        key=relief.code,
        kind=relief.code,
        tax=tax_of(clause, relief, vocabulary.taxes),
        parameters=parameters_of(text, start, end, relief, vocabulary),
        conditions=conditions_of(clause),
        scope=scope_of(clause, relief),
        doubt=doubt_of_words(normal, start, end),
    )
