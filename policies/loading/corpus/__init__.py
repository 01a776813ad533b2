"""A synthetic corpus, for measuring: documents that say of themselves that they are none."""

from .making import human_work, make_corpus, remove_corpus

__all__ = ["human_work", "make_corpus", "remove_corpus"]
