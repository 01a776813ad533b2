"""The text in which cues are looked for: what only names, refers, judges or forgoes is blank."""

import re
from functools import cache

from policies.extraction.vocabulary.bodies import load_bodies
from policies.extraction.vocabulary.measure_words import load_measure_words

from .masks import MASK, TITLES, mask, mask_around
from .notes import note_spans

REFERRED = re.compile(
    r"(?:属于|列入|符合)[^，。；《》]{0,10}《[^《》]{1,80}》(?:[、和或]《[^《》]{1,80}》)*"
)
"""Titles that only say which things are meant: 属于《…指导目录》鼓励类 guides nobody."""


def cue_text(normal: str) -> str:
    """Return `normal` with these blanked, offsets kept.

    财政厅 pays nothing, 按职责分工 founds nothing, 符合《…投资指南》的项目 is not a guide, 不新增用地
    gives no land, and what is 纳入考核 is judged, not done.
    """
    text = mask(normal, [_masked(), REFERRED, load_measure_words().masks["all"]])
    pieces, reached = [], 0
    for start, end in note_spans(normal):
        pieces += [text[reached:start], MASK * (end - start)]
        reached = end
    return "".join([*pieces, text[reached:]])


def goal_text(spoken: str) -> str:
    """Return what `cue_text` gave without what never tells a goal.

    Issuing 《…投资指南》 is a means; 绿色债券 is finance, 研发、生产等环节 are places to act in.
    """
    words = load_measure_words()
    text = mask(spoken, [TITLES])
    for near, pattern in words.goals_around:
        text = mask_around(text, near, pattern)
    return mask(text, [words.masks["goals"]])


@cache
def _masked() -> re.Pattern[str]:
    return re.compile(load_bodies()["masked"])
