"""Who benefits from a measure: kinds of enterprises, people and places it turns to."""

from policies.extraction.vocabulary.measure_words import load_measure_words

from .masks import TITLES, mask

NEAR = 8  # characters


def find_beneficiaries(sentence: str) -> tuple[str, ...]:
    """Return the beneficiaries as written, in order, each once.

    What somebody is to become (进入规模以上企业) does not benefit.
    """
    words, plain = load_measure_words(), mask(sentence, [TITLES])
    found = words.beneficiaries.finditer(plain)
    return tuple(
        dict.fromkeys(
            match.group()
            for match in found
            if not words.becoming.search(plain, max(0, match.start() - NEAR), match.start())
        )
    )
