"""专题: saved addresses for what people ask."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

_FILE = Path(__file__).with_name("topics.toml")


@dataclass(frozen=True)
class Topic:
    name: str
    dimension: str
    query: str  # instrument=land, without "?"
    note: str = ""


@cache
def topics() -> tuple[Topic, ...]:
    """Return the topics of topics.toml in order."""
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))["topic"]
    return tuple(
        Topic(
            e["name"], e["dimension"], urlencode(e.get("query", {}), doseq=True), e.get("note", "")
        )
        for e in entries
    )
