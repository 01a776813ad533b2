"""How public bodies are written: the parts of their names."""

import re
import tomllib
from functools import cache

from .reading import FOLDER

PART = re.compile("%([a-z]+)%")


@cache
def load_bodies() -> dict[str, str]:
    """Return the named patterns of bodies.toml, uncompiled; `%name%` stands for the one so named."""
    words = tomllib.loads((FOLDER / "bodies.toml").read_text(encoding="utf-8"))
    return {name: _filled(pattern, words) for name, pattern in words.items()}


def _filled(pattern: str, words: dict[str, str]) -> str:
    return PART.sub(lambda part: f"(?:{_filled(words[part[1]], words).strip()})", pattern)
