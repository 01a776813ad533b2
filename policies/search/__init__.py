"""Search: phrases to passages, exact on both databases; what is merely akin stands apart."""

from .results import SearchResults, search

__all__ = ["SearchResults", "search"]
