"""Needles: plain strings of which every match of a pattern holds one, so that most need not be tried."""

import re
from collections.abc import Iterator
from functools import cache
from operator import add

GROUP = re.compile(r"\((?:\?(?:<?[=!]|:|P<\w+>))?[^()]*\)(?:\{[\d,]*\}|[?*+])*")
SET = re.compile(r"\[[^\[\]]*\](?:\{[\d,]*\}|[?*+])*")
LOOSE = re.compile(r"(?:\\.|.)(?:\{[\d,]*\}|[?*+])+|\\.|[.^$]")
CHOICE = re.compile(r"\(\?:([^()\\.^$?*+{\0]+)\)(?![{?*+])")
CUT = "\0"


@cache
def needles(pattern: str) -> tuple[str, ...]:
    """Return such strings: one, or those of a group of words; ("",) where none are plain to see.

    What is repeated or optional does not count, nor does a pattern that is a choice (a|b) at its
    top. The longest string serves best, of groups the one whose shortest word is longest.
    """
    rest = sets_cut = SET.sub(CUT, pattern)
    while (less := GROUP.sub(CUT, rest)) != rest:
        rest = less
    if any(mark in rest for mark in "|()[]"):
        return ("",)
    if longest := max(LOOSE.sub(CUT, rest).split(CUT), key=len):
        return (longest,)
    return max(_choices(sets_cut), key=lambda words: min(map(len, words)), default=("",))


def _choices(pattern: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of each group that every match passes through: (?:购置|采购|引进)."""
    for group in CHOICE.finditer(pattern):
        ahead = pattern[: group.start()]
        if ahead.count("(") == ahead.count(")"):
            yield tuple(group[1].split("|"))


def openings(text: str) -> set[str]:
    """All that a needle in `text` can begin with: nothing, one character or two."""
    return {"", *text, *map(add, text, text[1:])}


@cache
def begins(pattern: str) -> frozenset[str]:
    """Return what the pattern's needles begin with, as `openings` has it: most cues end here."""
    return frozenset(word[:2] for word in needles(pattern))
