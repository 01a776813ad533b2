"""Force: how strongly a sentence binds."""

from dataclasses import dataclass

from .reading import read_terms


@dataclass(frozen=True)
class Force:
    code: str  # mandatory
    name: str  # 必须
    cues: tuple[str, ...] = ()  # regular expressions over a sentence
    excludes: tuple[str, ...] = ()  # cues inside these do not count
    definition: str = ""  # shown on /methods/


def load_forces() -> tuple[Force, ...]:
    """Return the terms of forces.toml, the deciding one first."""
    return read_terms("forces.toml", "force", Force, "code")
