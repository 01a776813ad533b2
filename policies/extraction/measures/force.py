"""How strongly a sentence binds, with the word that says so, and the words that leave a way out."""

import re
from functools import cache

from policies.extraction.vocabulary.forces import Force
from policies.extraction.vocabulary.measure_words import load_measure_words

from .masks import TITLES, mask

UNMARKED = "unmarked"


def find_force(sentence: str, forces: tuple[Force, ...]) -> tuple[str, str]:
    """Return the code of the first of `forces` that has a cue, and that cue ("unmarked", "").

    Cues inside 《》 or inside the force's excludes do not count.
    """
    plain = mask(sentence, [TITLES])
    for force in forces:
        cues, excludes = _patterns(force)
        text = mask(plain, excludes)
        found = [match for cue in cues if (match := cue.search(text))]
        if found:
            return force.code, min(found, key=lambda match: match.start()).group()
    return UNMARKED, ""


def find_hedges(sentence: str) -> tuple[str, ...]:
    """Return the words that leave a way out (原则上, 视财力), as written, each once."""
    found = load_measure_words().hedges.finditer(mask(sentence, [TITLES]))
    return tuple(dict.fromkeys(match.group() for match in found))


@cache
def _patterns(force: Force) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    return (
        tuple(re.compile(cue) for cue in force.cues),
        tuple(re.compile(exclude) for exclude in force.excludes),
    )
