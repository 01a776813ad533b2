"""Text as search compares it: folding of variants, and the tokens of the index.

Folding replaces one character by one, so that a place in folded text is a place in the text.
Tokens are the pairs of neighbours in runs of ideographs, the last character of each run by itself,
and whole numbers and words: every substring of one or more ideographs is then a phrase of tokens
(jieba's words alone find 35 of 100 random substrings).
"""

import re
import unicodedata
from functools import cache

import opencc

HAN = "々〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
RUN = re.compile(
    rf"""(?P<han>[{HAN}]+)            # 技术改造
    | (?P<number>\d+(?:\.\d+)*)       # 1.5
    | (?P<word>(?:(?![{HAN}])[^\W\d_])+)  # erp
    """,
    re.VERBOSE,
)
LONGEST_TOKEN = 40
SAME_IN_NFKC = ((0x2F00, 0x2FDF), (0xF900, 0xFAFF), (0xFF01, 0xFFEF), (0x3000, 0x3000))
"""Radicals printed for ideographs, compatibility ideographs, full-width forms; not ² or ①."""


class _Folding(dict):
    """str.translate table, filled as characters occur."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if any(first <= code <= last for first, last in SAME_IN_NFKC):
            character = _if_single(unicodedata.normalize("NFKC", character), character)
        character = _if_single(character.lower(), character)
        self[code] = folded = _simplified().get(character, character)
        return folded


def _if_single(new: str, old: str) -> str:
    return new if len(new) == 1 else old


@cache
def _simplified() -> dict[str, str]:
    """Traditional -> simplified, one character each."""
    codes = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))
    plain = "\n".join(map(chr, codes))
    pairs = zip(plain.split("\n"), opencc.OpenCC("t2s").convert(plain).split("\n"), strict=True)
    return {old: new for old, new in pairs if old != new and len(new) == 1}


_TABLE = _Folding()


def fold(text: str) -> str:
    """Return `text` in small letters, half width and simplified characters, of the same length."""
    return text.translate(_TABLE)


def tokens(folded: str) -> list[str]:
    """Return the tokens of folded text, in its order."""
    found: list[str] = []
    for run in RUN.finditer(folded):
        found += han_tokens(run[0]) if run.lastgroup == "han" else [run[0][:LONGEST_TOKEN]]
    return found


def han_tokens(run: str) -> list[str]:
    """技术改造 -> 技术 术改 改造 造."""
    return [run[place : place + 2] for place in range(len(run))]
