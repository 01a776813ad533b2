"""jieba, fed with the vocabulary: texts to words. Decides nothing but where marks begin and end."""

import logging
import re
from functools import lru_cache

import jieba
from django.conf import settings

from policies.extraction.vocabulary import load_vocabulary

_PIECE = re.compile(r"[^\W_]+|[\W_]+")
_LONGEST = 500  # jieba's HMM is quadratic on unpunctuated runs


def words(text: str) -> list[str]:
    """Return the words and marks of the text; joined they are the text."""
    return [word for piece in _pieces(text) for word in _tokenizer().lcut(piece)]


def _pieces(text: str) -> list[str]:
    return [
        piece[start : start + _LONGEST]
        for piece in _PIECE.findall(text)
        for start in range(0, len(piece), _LONGEST)
    ]


@lru_cache(maxsize=1)
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
    return tokenizer
