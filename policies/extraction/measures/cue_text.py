"""The text in which cues are looked for: without names of bodies and notes of responsibility."""

import re
from functools import cache

from policies.extraction.vocabulary.bodies import load_bodies

from .masks import MASK, mask
from .notes import note_spans


def cue_text(normal: str) -> str:
    """Return `normal` with both blanked, offsets kept: 财政厅 pays nothing, 按职责分工 founds nothing."""
    text = mask(normal, [_masked()])
    pieces, reached = [], 0
    for start, end in note_spans(normal):
        pieces += [text[reached:start], MASK * (end - start)]
        reached = end
    return "".join([*pieces, text[reached:]])


@cache
def _masked() -> re.Pattern[str]:
    return re.compile(load_bodies()["masked"])
