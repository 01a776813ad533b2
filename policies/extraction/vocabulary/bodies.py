"""How public bodies are written: the parts of their names."""

import re
import tomllib
from functools import cache

from .reading import FOLDER, one_line

PART = re.compile("%([a-z]+)%")


@cache
def load_bodies() -> dict[str, str]:
    """Return the named patterns of bodies.toml, uncompiled, their parts filled in.

    Raises KeyError where a pattern names a part that is not there.
    """
    written = tomllib.loads((FOLDER / "bodies.toml").read_text(encoding="utf-8"))
    words = {name: one_line(pattern) for name, pattern in written.items()}
    return {name: _filled(pattern, words) for name, pattern in words.items()}


def _filled(pattern: str, words: dict[str, str]) -> str:
    return PART.sub(lambda part: f"(?:{_filled(words[part[1]], words)})", pattern)
