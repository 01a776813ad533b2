"""How public bodies are written: the parts of their names."""

import tomllib
from functools import cache

from .reading import FOLDER


@cache
def load_bodies() -> dict[str, str]:
    """Return the named patterns of bodies.toml, uncompiled."""
    return tomllib.loads((FOLDER / "bodies.toml").read_text(encoding="utf-8"))
