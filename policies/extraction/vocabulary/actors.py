"""Public bodies: their canonical function and the names they go by."""

from dataclasses import dataclass

from .reading import read_terms


@dataclass(frozen=True)
class ActorFunction:
    code: str  # industry
    name: str  # 工业和信息化
    patterns: tuple[str, ...] = ()  # regular expressions of the name without its level prefix


def load_actors() -> tuple[ActorFunction, ...]:
    """Return the terms of actors.toml."""
    return read_terms("actors.toml", "actor", ActorFunction, "code")
