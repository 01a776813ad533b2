"""Damaged words: glyphs lost with a font, or a ? left where a character was."""

import re

from .numerals import NO_WIDTH

LOST = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd\ufffd□]|(?<=[一-龥])\\?(?=[一-龥\\d])")
DOUBT = "damaged_glyph: 有字损坏"


def doubt_of_words(normal: str, start: int, end: int) -> str | None:
    """Return why somebody must look at the words of normal[start:end], None where nothing is lost.

    What was lost is not guessed; a number read across a lost glyph has its own doubt (疑为1.5%).
    """
    text = normal[start:end].translate(NO_WIDTH)
    return DOUBT if LOST.search(text) else None
