"""Where the clause of one tax relief begins and ends, even inside a long list."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

PIECE = re.compile(r"[^，；。！？\n]+")
SEPARATOR = re.compile("、|(?<=[策惠除旧免])(?:以及|[和及与])")
INTRODUCTION = re.compile(
    r"(?:积极|认真|全面|严格|充分|切实|进一步|继续|及时|主动|不折不扣|大力|着力)*"
    r"(?:落实|执行|用好|支持|鼓励|加大|加强|引导|推动|帮助|确保|降低|减轻|贯彻|宣传|做好|发挥)"
)
"""A comma piece that begins so is an act of policy, not a condition of the relief behind it."""
LEADING = re.compile(
    r"[^：，]{0,20}：|(?:主要)?包括|[一二三四五六七八九]是|同时，?|此外，?|（\d{1,2}）|[①-⑳]"
)
CONTINUES = re.compile(
    r"(?:对|已|但)?(?:超过|超出|未?形成|其中|其余|低于|高于|(?:当年|抵免)?不足)|[一二两三四五\d]年后"
    r"|第[一二三四五六\d]{1,2}年[至到]|缩短后|采[取用]加速折旧|(?:延长|缩短)?折旧年限|但?最[低高短长]|退税(?:比例|率)|(?:抵免|结转|缓缴|延缓|延期)?(?:期限|时间)|适用\d|(?:再|并)?在计算应纳税所得额时"
    r"|(?:准予|允许|可以?|并可)?(?:在以后|向以后|结转)|再?按照?\d{1,2}%的?(?:优惠)?税率|\d{1,8}(?:\.\d{1,4})?[万亿]元"
)
"""，or ；形成无形资产的，按照150%摊销 goes on with the relief before it."""
OR = re.compile("或者?|并|也可|亦可|可以?|准予|允许|给予|予以")
STANDS_ALONE = re.compile("[一-龥]税(?![率额前收负后])|附加|基金|扣除|计入|抵[免扣减]")
OTHER = "other"  # its cues are general and find what other kinds state too
TRAILING = re.compile(r"等(?:[^，；。、]{0,10}(?:政策|优惠|规定|措施))?$")


@dataclass(frozen=True)
class Act:
    """A place where a cue of a relief was found, in one stretch between semicolons."""

    start: int
    end: int
    relief: str  # code


@dataclass(frozen=True)
class Piece:
    """What stands between two commas, and the kinds of relief whose cues reach into it."""

    start: int
    end: int
    reliefs: frozenset[str]  # "other" only where no other kind's cue says the same


def split_pieces(text: str, segment: tuple[int, int], acts: list[Act]) -> tuple[Piece, ...]:
    """Return the comma pieces of one stretch between semicolons."""
    spans = [match.span() for match in PIECE.finditer(text, *segment)]
    starts = [start for start, _ in spans]
    reliefs: list[set[str]] = [set() for _ in spans]
    for act in acts:
        first = max(bisect_right(starts, act.start) - 1, 0)
        for index in range(first, bisect_left(starts, act.end)):
            if spans[index][1] > act.start and (act.relief != OTHER or _alone(act, acts)):
                reliefs[index].add(act.relief)
    return tuple(Piece(*span, frozenset(some)) for span, some in zip(spans, reliefs, strict=True))


def _alone(act: Act, acts: list[Act]) -> bool:
    return not any(
        one.relief != OTHER and one.start < act.end and act.start < one.end for one in acts
    )


def clause_of(text: str, act: Act, pieces: tuple[Piece, ...], acts: list[Act]) -> tuple[int, int]:
    """Return the span of the act's own clause in `text`.

    The clause is the comma piece of the act with the pieces before it that say for whom and when,
    back to another relief or to an act of policy (落实…). Where one piece holds several reliefs
    (研发费用加计扣除、固定资产加速折旧) it is the act's own items of the list.
    """
    own = [at for at, one in enumerate(pieces) if one.start < act.end and one.end > act.start]
    if len(own) == 1 and pieces[own[0]].reliefs - {act.relief}:
        return _tidy(text, *_items_of(text, pieces[own[0]], act), act)
    start, last = pieces[own[0]].start, own[-1]
    while last + 1 < len(pieces) and _goes_on(text, pieces[last], pieces[last + 1], act):
        last += 1
    for at in range(own[0] - 1, -1, -1):
        piece, before = pieces[at], pieces[at - 1] if at else None
        if piece.reliefs - {act.relief} or INTRODUCTION.match(text, piece.start, piece.end):
            break
        own_too = act.relief != OTHER or STANDS_ALONE.search(text, pieces[at + 1].start, act.end)
        if _has_own(piece, act, acts) and own_too and not _leans(text, pieces[at + 1], piece):
            break
        if before and before.reliefs - {act.relief} and CONTINUES.match(text, piece.start):
            break
        start = piece.start
    return _tidy(text, start, pieces[last].end, act)


def _leans(text: str, piece: Piece, before: Piece) -> bool:
    """Whether the piece goes on with the one before: its condition (确需…的，) or a choice (或者…)."""
    conditional = text.endswith(("的", "的部分"), before.start, before.end)
    return bool(conditional or OR.match(text, piece.start) or CONTINUES.match(text, piece.start))


def _has_own(piece: Piece, act: Act, acts: list[Act]) -> bool:
    """Whether the piece states the same kind of relief in full: A减免所得税，B免征增值税."""
    return any(
        one.relief == act.relief and piece.start <= one.start and one.end <= piece.end
        for one in acts
        if one != act
    )


def _goes_on(text: str, before: Piece, piece: Piece, act: Act) -> bool:
    """Whether the piece says what holds for part of the relief: 形成无形资产的，按150%摊销."""
    partly = text.endswith(("的", "的部分"), before.start, before.end)
    opened = partly and CONTINUES.match(text, before.start, before.end)
    continues = opened or CONTINUES.match(text, piece.start, piece.end)
    return bool(continues) and not piece.reliefs - {act.relief, OTHER}


def _items_of(text: str, piece: Piece, act: Act) -> tuple[int, int]:
    start, end = piece.start, piece.end
    for separator in SEPARATOR.finditer(text, piece.start, piece.end):
        if separator.end() <= act.start:
            start = separator.end()
        elif separator.start() >= act.end:
            return start, separator.start()
    return start, end


def _tidy(text: str, start: int, end: int, act: Act) -> tuple[int, int]:
    """Cut 主要包括： before and 等政策 behind, but never into the act itself."""
    while start < act.start and text[start].isspace():
        start += 1
    leading = LEADING.match(text, start, act.start)
    if leading:
        start = leading.end()
    trailing = TRAILING.search(text, act.end, end)
    return start, trailing.start() if trailing else end
