"""Whose rule a sentence gives: a national one restated, one carried out, or the province's own."""

from policies.extraction.vocabulary import Vocabulary
from policies.extraction.vocabulary.measure_words import load_measure_words


def find_scope(sentence: str, tools: tuple[str, ...], vocabulary: Vocabulary) -> str | None:
    """Return national | implementing | provincial, None where the words do not tell.

    A tool with a `legal_basis` restates national law; so do words on taxes and on land prices.
    """
    for scope, pattern in load_measure_words().scope.items():
        if pattern.search(sentence):
            return scope
    restating = {tool.code for tool in vocabulary.tools if tool.legal_basis}
    return "national" if restating.intersection(tools) else None
