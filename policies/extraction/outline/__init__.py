"""How the text is built: paragraphs, headings, provisions, sentences, clauses."""

from .sentences import split_sentences
from .structure import parse_structure

__all__ = ["parse_structure", "split_sentences"]
