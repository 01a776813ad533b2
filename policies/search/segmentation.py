"""jieba, fed with the vocabulary: a query to words. It proposes; what is found is exact anyway."""

import logging
from functools import cache

import jieba
from django.conf import settings

from policies.extraction.vocabulary import load_vocabulary


def words(text: str) -> list[str]:
    """Return the words of a short text (queries hold at most 500 characters)."""
    return _tokenizer().lcut(text, HMM=False)  # the HMM is quadratic, and guesses names


@cache
def _tokenizer() -> jieba.Tokenizer:
    """Loaded on first use (0.4 s), its cache in our own folder: jieba loads a cache unchecked."""
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    settings.LOCAL_DIR.mkdir(parents=True, exist_ok=True)
    tokenizer.tmp_dir = str(settings.LOCAL_DIR)
    vocabulary = load_vocabulary()
    for terms in (vocabulary.sectors, vocabulary.tools, vocabulary.reliefs, vocabulary.indicators):
        for term in terms:
            tokenizer.add_word(term.name)
    for ring in vocabulary.synonyms:
        for word in ring:
            tokenizer.add_word(word)
    return tokenizer
