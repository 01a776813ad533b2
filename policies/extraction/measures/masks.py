"""Stretches in which a cue does not count: blank them out, keeping every offset, or ask for them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

AHEAD, BEHIND = 120, 720  # characters around a word in which a mask may lie
MASK = "\N{WHITE SQUARE}"
TITLES = re.compile(r"《(?![^《》]{0,20}质量管理规范)[^《》]{1,80}》")
"""Titles say nothing of the sentence; but 《药品生产质量管理规范》 is what is to be met."""


def mask(text: str, patterns: Iterable[re.Pattern[str]]) -> str:
    """Return `text` with every match of `patterns` replaced by as many white squares."""
    for pattern in patterns:
        text = pattern.sub(lambda match: MASK * len(match.group()), text)
    return text


def mask_around(text: str, near: re.Pattern[str], pattern: re.Pattern[str]) -> str:
    """Mask what `pattern` matches around each match of `near`.

    Saves trying a pattern that may begin anywhere over a whole text for the few words it ends in.
    """
    for place in near.finditer(text):
        start, end = max(0, place.start() - AHEAD), place.end() + BEHIND
        text = text[:start] + mask(text[start:end], [pattern]) + text[end:]
    return text


def inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether `at` lies in one of `spans`, which are sorted and disjoint."""
    index = bisect_right(spans, (at, float("inf"))) - 1
    return index >= 0 and spans[index][0] <= at < spans[index][1]
