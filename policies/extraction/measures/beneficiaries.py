"""Who benefits from a measure: kinds of enterprises, people and places it turns to."""

from policies.extraction.vocabulary.measure_words import load_measure_words

from .masks import TITLES, mask


def find_beneficiaries(sentence: str) -> tuple[str, ...]:
    """Return the beneficiaries as written, in order, each once."""
    found = load_measure_words().beneficiaries.finditer(mask(sentence, [TITLES]))
    return tuple(dict.fromkeys(match.group() for match in found))
