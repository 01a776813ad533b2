"""Citations: the documents a text refers to, and those that it promises."""

from .records import Citation
from .vocabulary import Vocabulary


def find_citations(normal: str, vocabulary: Vocabulary) -> tuple[Citation, ...]:
    """Return the documents named in a normalised text, in order."""
    return ()
