"""Rings of words that mean the same: related search terms, never counted as hits."""

import tomllib

from .reading import FOLDER


def load_synonyms() -> tuple[tuple[str, ...], ...]:
    """Return the rings of synonyms.toml."""
    rings = tomllib.loads((FOLDER / "synonyms.toml").read_text(encoding="utf-8"))["rings"]
    return tuple(tuple(ring) for ring in rings)
