"""Needles: plain strings of which every match of a pattern holds one, so that most need not be tried."""

import re
from collections.abc import Iterable, Iterator
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


class Needles:
    """Many needles, found in one pass over a text: most places begin none, one look tells."""

    def __init__(self, words: Iterable[str]) -> None:
        single = "".join(sorted(word for word in words if len(word) == 1))
        self._single = re.compile(f"[{re.escape(single)}]" if single else "(?!)")
        self._under: dict[str, list[str]] = {}  # first two characters -> longer needles
        for word in sorted(word for word in words if len(word) > 1):
            self._under.setdefault(word[:2], []).append(word)

    def find(self, text: str) -> dict[str, list[int]]:
        """Return the offsets at which each needle stands that is in `text`, overlaps included."""
        found: dict[str, list[int]] = {}
        for at, pair in enumerate(map(add, text, text[1:])):
            for word in self._under.get(pair, ()):
                if text.startswith(word, at):
                    found.setdefault(word, []).append(at)
        for match in self._single.finditer(text):
            found.setdefault(match.group(), []).append(match.start())
        return found
