"""Sectors: management groupings of industries, several parents possible."""

from dataclasses import dataclass

from .reading import read_terms


@dataclass(frozen=True)
class Sector:
    slug: str  # address: steel, chemicals, nonferrous
    name: str  # canonical name: 钢铁
    kind: str  # gb | group | emerging | statistical
    parents: tuple[str, ...] = ()  # slugs
    aliases: tuple[str, ...] = ()  # other names in texts; the name itself counts always
    codes: tuple[tuple[str, str, str], ...] = ()  # (scheme "GB/T 4754-2017", code, relation = ⊃ ~)
    note: str = ""


def load_sectors() -> tuple[Sector, ...]:
    """Return the terms of sectors.toml."""
    return read_terms("sectors.toml", "sector", Sector, "slug")
