"""Where the clause of one tax relief begins and ends, even inside a long list."""

import re
from dataclasses import dataclass

PIECE = re.compile(r"[^，；。！？\n]+")
ITEM = re.compile(r"[^、]+")
INTRODUCTION = re.compile(
    r"(?:积极|认真|全面|严格|充分|切实|进一步|继续|及时|主动|不折不扣|大力|着力)*"
    r"(?:落实|执行|用好|支持|鼓励|加大|加强|引导|推动|帮助|确保|降低|减轻|贯彻|宣传|做好|发挥)"
)
"""A comma piece that begins so is an act of policy, not a condition of the relief behind it."""
LEADING = re.compile(
    r"[^：，]{0,20}：|(?:主要)?包括|[一二三四五六七八九]是|同时，?|此外，?|（\d{1,2}）|[①-⑳]"
)
OTHER = "other"  # its cues are general and find what other kinds state too
TRAILING = re.compile(r"等(?:[^，；。、]{0,10}(?:政策|优惠|规定|措施))?$")


@dataclass(frozen=True)
class Act:
    """A place where a cue of a relief was found, in one stretch between semicolons."""

    start: int
    end: int
    relief: str  # code


def clause_of(text: str, act: Act, acts: list[Act], segment: tuple[int, int]) -> tuple[int, int]:
    """Return the span of the act's own clause in `text`.

    The clause is the comma piece of the act with the pieces before it that say for whom and when,
    back to another relief or to an act of policy (落实…). Where one piece holds several reliefs
    (研发费用加计扣除、固定资产加速折旧) it is the act's own items of the list.
    """
    pieces = [m.span() for m in PIECE.finditer(text, *segment)]
    own = [piece for piece in pieces if piece[0] < act.end and piece[1] > act.start]
    others = [other for other in acts if other.relief not in (act.relief, OTHER)]
    if len(own) == 1 and any(_touch(own[0], other) for other in others):
        return _tidy(text, *_items_of(text, own[0], act), act)
    start = own[0][0]
    for piece in reversed(pieces[: pieces.index(own[0])]):
        if any(_touch(piece, other) for other in others) or INTRODUCTION.match(text, *piece):
            break
        start = piece[0]
    return _tidy(text, start, own[-1][1], act)


def _touch(span: tuple[int, int], act: Act) -> bool:
    return act.start < span[1] and act.end > span[0]


def _items_of(text: str, piece: tuple[int, int], act: Act) -> tuple[int, int]:
    items = [m.span() for m in ITEM.finditer(text, *piece) if _touch(m.span(), act)]
    return items[0][0], items[-1][1]


def _tidy(text: str, start: int, end: int, act: Act) -> tuple[int, int]:
    """Cut 主要包括： before and 等政策 behind, but never into the act itself."""
    while start < act.start and text[start].isspace():
        start += 1
    leading = LEADING.match(text, start, act.start)
    if leading:
        start = leading.end()
    trailing = TRAILING.search(text, act.end, end)
    return start, trailing.start() if trailing else end
