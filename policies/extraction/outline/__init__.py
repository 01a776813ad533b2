"""How the text is built: paragraphs, headings, provisions, sentences, clauses."""

from .sentences import split_sentences
from .structure import as_printed, parse_structure

__all__ = ["as_printed", "parse_structure", "split_sentences"]
