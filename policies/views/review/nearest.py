"""The sentences of a text that are most like what a row is called and what others say on it."""

import re
from collections.abc import Sequence

from rapidfuzz.fuzz import partial_ratio

from policies.models import Document

SENTENCE = re.compile(r"[^。；\n]+[。；]?")
MOST = 3
LEAST_ALIKE = 45  # per cent; below it the words in common are everyday ones
SHORTEST = 6  # characters; shorter ones are numbering


def nearest(document: Document, quotes: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return start, end and words of the sentences most like any of `quotes`, likest first."""
    scored = [
        (max((partial_ratio(quote, words) for quote in quotes), default=0), -found.start(), found)
        for found in SENTENCE.finditer(document.text)
        if len(words := found.group().strip()) >= SHORTEST
    ]
    best = sorted(
        (one for one in scored if one[0] >= LEAST_ALIKE), reverse=True, key=lambda o: o[:2]
    )
    return [(found.start(), found.end(), found.group().strip()) for *_, found in best[:MOST]]
