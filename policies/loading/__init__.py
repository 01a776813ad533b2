"""Writes vocabulary, documents and what was extracted from them."""
