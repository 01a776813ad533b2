"""Stretches of text: where 。 ends one, and where ； stands between independent acts."""

import re
from collections import Counter

from policies.extraction.vocabulary.grammar import load_grammar

from .notes import skip_notes

PAIRS = {"（": "）", "“": "”", "《": "》", "〔": "〕", "【": "】", "‘": "’"}
CLOSERS = {close: opening for opening, close in PAIRS.items()}
BRACKET = re.compile("[" + "".join((*PAIRS, *CLOSERS)) + "]")
STOPS = frozenset("。！？")
AFTER_STOP = frozenset("。！？.”’）")
CASE = re.compile(r"的[^，；。]{0,8}，")
BARE_CASE = re.compile(r"(?!对|凡|企业|项目|各|省|市|县)[^，；。]{1,40}的，")
FROM_TO = re.compile(r"[由从](?![^，；]{2,20}(?:负责|牵头))[^，；]{1,60}[向到为至]")
REACH = 400  # characters in which a half finds what it leans on
LABEL = 8  # characters before ： that only name what follows


def split_periods(normal: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut [start, end) after each 。！？ that stands outside brackets and quotation marks.

    A note of responsibility （省财政厅牵头） stays with the period before it; so does a last bracket.
    """
    nested = _nested(normal, start, end)
    cuts, begin, at = [], start, start
    while at < end:
        if normal[at] in STOPS and at not in nested:
            while at + 1 < end and normal[at + 1] in AFTER_STOP:
                at += 1
            at = skip_notes(normal, at + 1, end) - 1
            cuts.append((begin, at + 1))
            begin = at + 1
        at += 1
    if begin < end:
        rest = normal[begin:end].strip()
        note = rest[:1] == "（" and rest[-1:] == "）" or not any(map(str.isalnum, rest))
        if cuts and note:
            cuts[-1] = (cuts[-1][0], end)
        else:
            cuts.append((begin, end))
    return [span for cut in cuts if (span := _strip(normal, *cut))]


def split_acts(normal: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a period after each ； between independent acts.

    Kept whole: a list that ： governs (主要包括：…；…), a half that leans on the one before (其中…,
    a further case of one topic: 未形成…的，…；形成…的，…), a half that names things and does nothing.
    """
    nested = _nested(normal, start, end)
    marks = [i for i in range(start, end - 1) if normal[i] == "；" and i not in nested]
    if not marks or _governed(normal, start, marks[0], nested):
        return [(start, end)]
    edges = [start, *(mark + 1 for mark in marks), end]
    halves = [s for a, b in zip(edges, edges[1:], strict=False) if (s := _strip(normal, a, b))]
    joined = halves[:1]
    for half in halves[1:]:
        before = normal[max(joined[-1][0], half[0] - REACH) : half[0]]
        if _independent(before, normal[slice(*half)]):
            joined.append(half)
        else:
            joined[-1] = (joined[-1][0], half[1])
    return joined


def _independent(before: str, half: str) -> bool:
    grammar = load_grammar()
    if not grammar.acts.search(before) or not grammar.acts.search(half):
        return False
    if grammar.dependents.match(half):
        return False
    if BARE_CASE.match(half) and CASE.search(before):
        return False
    return not (FROM_TO.match(half) and FROM_TO.search(before))


def _governed(normal: str, start: int, end: int, nested: set[int]) -> bool:
    """Whether a ： before the first ； governs the list: it says so, or is more than a label."""
    for at in range(start, end):
        if normal[at] == "：" and at not in nested:
            before = normal[start:at]
            return len(before) > LABEL or bool(load_grammar().governors.search(before))
    return False


def _nested(normal: str, start: int, end: int) -> set[int]:
    """Offsets inside brackets or quotation marks; a bracket without its twin holds nothing."""
    outermost: list[tuple[int, int]] = []
    open_at: list[int] = []
    waiting: Counter[str] = Counter()
    for match in BRACKET.finditer(normal, start, end):
        at, mark = match.start(), match[0]
        if mark in PAIRS:
            open_at.append(at)
            waiting[mark] += 1
        elif waiting[CLOSERS[mark]]:
            begin = -1
            while begin < 0 or normal[begin] != CLOSERS[mark]:
                begin = open_at.pop()
                waiting[normal[begin]] -= 1
            while outermost and outermost[-1][0] > begin:
                outermost.pop()
            outermost.append((begin, at))
    return {at for begin, stop in outermost for at in range(begin, stop)}


def _strip(normal: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and normal[start].isspace():
        start += 1
    while end > start and normal[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
