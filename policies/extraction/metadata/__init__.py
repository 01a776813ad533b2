"""Title, issuer, number, dates, place, and the documents a text cites."""

from .citations import find_citations
from .metadata import find_metadata

__all__ = ["find_citations", "find_metadata"]
