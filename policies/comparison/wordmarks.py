"""Word-level marks between two texts that are at least 60 % alike."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz import fuzz, process

from policies.search.segmentation import words

from .sameness import bare

ALIKE = 60  # per cent; below that marks would cover the text and say nothing

NUMBER = re.compile(
    r"\A(?:（[一二三四五六七八九十\d]{1,4}）|[一二三四五六七八九十\d]{1,4}(?:、|\.(?!\d)))"
)

Segments = tuple[tuple[str, bool], ...]  # (text, differs from the reference); joined: the text


def closest(text: str, references: Mapping[str, str]) -> str:
    """Return the reference most alike, the first of equals; "" where none is 60 % alike.

    `references` are texts with their bare forms (`bared`), made once for many texts.
    """
    found = process.extractOne(bare(text), references, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return found[2] if found else ""


def bared(references: Iterable[str]) -> dict[str, str]:
    """Return each text with its bare form."""
    return {reference: bare(reference) for reference in references}


@lru_cache(maxsize=20_000)
def word_marks(text: str, reference: str) -> Segments:
    """Return `text` cut into runs of words that stand in the reference too, and others.

    The same two texts always give the same marks. Without a reference nothing is marked, nor is
    the number of a heading ever: where it stands is told apart.
    """
    if not reference:
        return ((text, False),)
    number = NUMBER.match(text)
    ours = words(text[number.end() :] if number else text)
    theirs = words(NUMBER.sub("", reference))
    matcher = SequenceMatcher(None, theirs, ours, autojunk=False)
    runs = [
        ("".join(ours[start:end]), change != "equal")
        for change, _, _, start, end in matcher.get_opcodes()
        if start < end
    ]
    marks = tuple((run, differs and bool(bare(run))) for run, differs in runs)
    return ((number[0], False), *marks) if number else marks
