"""One way to read a TOML file of terms into frozen dataclasses."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import TypeVar

FOLDER = Path(__file__).parent
BREAK = re.compile(r"(?:^|\n)[ \t]*")
T = TypeVar("T")


def read_terms(name: str, table: str, kind: type[T], key: str) -> tuple[T, ...]:
    """Return the `[[table]]` entries of `name` as `kind`s, lists as tuples, in file order.

    Raises ValueError naming file and entry on an unknown field, a missing one or a repeated key.
    """
    entries = tomllib.loads((FOLDER / name).read_text(encoding="utf-8")).get(table, [])
    known = {field.name for field in fields(kind)}
    seen, terms = set(), []
    for entry in entries:
        if unknown := entry.keys() - known:
            raise ValueError(
                f"{name}: {entry.get(key)}: unknown field {', '.join(sorted(unknown))}"
            )
        if entry.get(key) in seen:
            raise ValueError(f"{name}: {entry[key]} stands twice")
        try:
            terms.append(kind(**{k: freeze(v) for k, v in entry.items()}))
        except TypeError as error:
            raise ValueError(f"{name}: {entry}: {error}") from error
        seen.add(entry[key])
    return tuple(terms)


def one_line(pattern: str) -> str:
    """Return a pattern written on many lines without its line breaks and the indent behind them."""
    return BREAK.sub("", pattern)


def freeze(value: object) -> object:
    return tuple(freeze(item) for item in value) if isinstance(value, list) else value
