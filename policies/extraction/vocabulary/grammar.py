"""Grammar: the words that hold sentences together or part them."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from .reading import FOLDER


@dataclass(frozen=True)
class Grammar:
    acts: re.Pattern[str]
    dependents: re.Pattern[str]
    governors: re.Pattern[str]


@cache
def load_grammar() -> Grammar:
    """Return the words of grammar.toml, each list as one pattern."""
    words = tomllib.loads((FOLDER / "grammar.toml").read_text(encoding="utf-8"))
    return Grammar(**{name: re.compile(pattern.strip()) for name, pattern in words.items()})
