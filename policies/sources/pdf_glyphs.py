"""Glyphs that a PDF prints without saying which character they are.

pypdf gives the glyph's name ("/g0") or its number read as a character; both would enter the text
as if they had been printed, and dropping them would make 15 of 1?5. They become DAMAGED, a
private-use character, and extraction doubts whatever is read across one.
"""

import unicodedata
from functools import partial
from typing import Any

from pypdf._cmap import get_encoding  # the only way to a font's character map

DAMAGED = "\ue000"
OWN = frozenset(" \n\t")  # what pypdf adds itself
IDENTITY = ("/Identity-H", "/Identity-V")


class Glyphs:
    """Marks what has no character, font by font; one for each document."""

    def __init__(self) -> None:
        self._repairs: dict[int, Any] = {}

    def mark(self, text: str, font: dict | None) -> str:
        """Return `text`, shown in `font`, with DAMAGED for each glyph without a character."""
        if font is not None and text.strip():
            if id(font) not in self._repairs:
                # The font is kept with its repair, so that its id stays its own.
                self._repairs[id(font)] = (_repair(font), font)
            text = self._repairs[id(font)][0](text)
        return "".join(DAMAGED if _is_no_character(c) else c for c in text)


def _repair(font: dict) -> Any:
    if font.get("/Subtype") != "/Type0":
        return partial(_mark_names, names=_glyph_names(font))
    if font.get("/Encoding") not in IDENTITY:
        return str  # a predefined map: numbers are characters of a national standard
    _, characters = get_encoding(font)
    known = OWN.union(*map(str, characters.values()))
    return lambda text: "".join(c if c in known else DAMAGED for c in text)


def _glyph_names(font: dict) -> list[str]:
    """The names a simple font gives its glyphs that pypdf may print as they are, longest first."""
    encoding = font.get("/Encoding")
    encoding = encoding.get_object() if hasattr(encoding, "get_object") else encoding
    differences = encoding.get("/Differences", []) if isinstance(encoding, dict) else []
    names = {str(name) for name in differences if isinstance(name, str)}
    return sorted((name for name in names if len(name) > 2), key=len, reverse=True)


def _mark_names(text: str, names: list[str]) -> str:
    if "/" in text:
        for name in names:
            text = text.replace(name, DAMAGED)
    return text


def _is_no_character(c: str) -> bool:
    return c == "\ufffd" or (c not in OWN and unicodedata.category(c) in ("Cc", "Cs", "Cn"))
