"""Text as rules read it: one character replaced by one character, so that offsets hold."""

import re

from policies.sources.radicals import TABLE as RADICALS

FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(0x5E)}
"""！ to ～ as their half-width twins; punctuation is put back by PUNCTUATION below."""

PUNCTUATION = {ord(half): full for half, full in zip("!();[]", "！（）；〔〕", strict=True)} | {
    0xFF01: "！",
    0xFF1F: "？",
    0xFF3B: "〔",
    0xFF3D: "〕",
    0xFE5D: "〔",
    0xFE5E: "〕",
}
"""Half-width marks that mean the same in Chinese text, and brackets of document numbers.

Not ?, which is what a lost character leaves behind."""

KEPT = {ord(mark): mark for mark in "（），；："}

SPACES = dict.fromkeys((160, *range(8192, 8203), 8239, 8287), " ")
NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
BREAKS = dict.fromkeys((11, 12, 13, 133, 8232, 8233), "\n")
OTHER = {0xFE6A: "%", 0x301C: "~", 0xFE55: "：", 0xFE54: "；"}

TABLE = RADICALS | FULL_WIDTH | PUNCTUATION | KEPT | SPACES | BREAKS | OTHER

CHANGED = re.compile(f"[{re.escape(''.join(map(chr, TABLE)))}]")  # few of a text; all would be slow

NUMERALS = "一二三四五六七八九十"
WORD = rf"(?![第{NUMERALS}])[\u4e00-\u9fff]"  # 百分之五十. ends a sentence
IN_CONTEXT = re.compile(
    rf"(?P<comma>(?<![0-9]),|,(?![0-9]{{3}}))"  # 1,000 keeps its comma
    rf"|(?P<colon>(?<![0-9]):|:(?![0-9]))"  # 8:30 and 1:3 keep their colon
    rf"|(?P<space>(?<!\d)[{NO_WIDTH}]|[{NO_WIDTH}](?!\d))"  # between digits it stays: 1<mark>5
    rf"|(?P<stop>(?:(?<=[\u4e00-\u9fff）”》%])(?<![{NUMERALS}])"  # 改造. but not 一. or 1.5
    rf"|(?<={WORD}[{NUMERALS}])|(?<={WORD}[{NUMERALS}]{{2}})|(?<={WORD}[{NUMERALS}]{{3}}))\.)"
)
FULL = {"comma": "，", "colon": "：", "stop": "。", "space": " "}


def normalise(text: str) -> str:
    """Return `text` for matching, of the same length: what stands at i stood at i.

    Digits, letters, ％ and ． become half-width; half-width , ; : ( ) ! and a full stop after an
    ideograph become full-width; [2010] becomes 〔2010〕; every line break becomes a newline.
    """
    return IN_CONTEXT.sub(lambda match: FULL[match.lastgroup or ""], CHANGED.sub(_changed, text))


def _changed(match: re.Match[str]) -> str:
    return match[0].translate(TABLE)
