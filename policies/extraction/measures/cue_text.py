"""The text in which cues are looked for: names of bodies, notes and catalogues referred to are blank."""

import re
from functools import cache

from policies.extraction.vocabulary.bodies import load_bodies

from .masks import MASK, mask
from .notes import note_spans

REFERRED = re.compile(
    r"(?:属于|列入|符合)[^，。；《》]{0,10}《[^《》]{1,80}》(?:[、和或]《[^《》]{1,80}》)*"
)
"""Titles that only say which things are meant: 属于《…指导目录》鼓励类 guides nobody."""


def cue_text(normal: str) -> str:
    """Return `normal` with these blanked, offsets kept.

    财政厅 pays nothing, 按职责分工 founds nothing, 符合《…投资指南》的项目 is not a guide.
    """
    text = mask(normal, [_masked(), REFERRED])
    pieces, reached = [], 0
    for start, end in note_spans(normal):
        pieces += [text[reached:start], MASK * (end - start)]
        reached = end
    return "".join([*pieces, text[reached:]])


@cache
def _masked() -> re.Pattern[str]:
    return re.compile(load_bodies()["masked"])
