"""Needles: a plain string that every match of a pattern holds, so that most need not be tried."""

import re
from functools import cache

GROUP = re.compile(r"\((?:\?(?:<?[=!]|:|P<\w+>))?[^()]*\)(?:\{[\d,]*\}|[?*+])*")
SET = re.compile(r"\[[^\[\]]*\](?:\{[\d,]*\}|[?*+])*")
LOOSE = re.compile(r"(?:\\.|.)(?:\{[\d,]*\}|[?*+])+|\\.|[.^$]")
CUT = "\0"


@cache
def needle(pattern: str) -> str:
    """Return the longest such string, "" where none is plain to see.

    Groups, sets and whatever is repeated or optional are cut out; what remains stands in every
    match, unless the pattern is a choice (a|b) at its top.
    """
    rest = SET.sub(CUT, pattern)
    while (less := GROUP.sub(CUT, rest)) != rest:
        rest = less
    if any(mark in rest for mark in "|()[]"):
        return ""
    return max(LOOSE.sub(CUT, rest).split(CUT), key=len)
