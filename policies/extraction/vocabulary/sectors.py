"""Sectors: management groupings of industries, several parents possible."""

from dataclasses import dataclass

from .reading import read_terms


@dataclass(frozen=True)
class Sector:
    slug: str  # address: steel, chemicals, nonferrous
    name: str  # canonical name: 钢铁
    kind: str  # gb | group | emerging | statistical
    parents: tuple[str, ...] = ()  # slugs
    aliases: tuple[str, ...] = ()  # other names in texts that count wherever they stand
    weak: tuple[str, ...] = ()  # names that count only where the context says industry: 汽车
    excludes: tuple[str, ...] = ()  # phrases that hold a name and mean something else: 汽车站
    codes: tuple[tuple[str, str, str], ...] = ()  # (scheme "GB/T 4754-2017", code, relation = ⊃ ~)
    aggregate: bool = False  # a total (传统产业), never the sector of a passage or measure
    note: str = ""


def load_sectors() -> tuple[Sector, ...]:
    """Return the terms of sectors.toml."""
    return read_terms("sectors.toml", "sector", Sector, "slug")
