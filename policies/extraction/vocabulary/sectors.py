"""Sectors: management groupings of industries, several parents possible."""

import tomllib
from dataclasses import dataclass

from .reading import FOLDER, freeze, read_terms


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
    aggregate: bool = False  # a total (传统产业): its names don't count, its weak ones in a list do
    umbrella: bool = False  # its branches are industries of their own (战略性新兴产业)
    comprises: tuple[str, ...] = ()  # of a passage on it, without standing above: 消费品, 轻工
    beside: tuple[tuple[str, str], ...] = ()  # (neighbour, meaning): 冶金 beside 有色 is 钢铁
    note: str = ""

    def __hash__(self) -> int:
        """Cheap, as caches are keyed by whole vocabularies."""
        return hash(self.slug)


@dataclass(frozen=True)
class SectorWords:
    """Words around a sector's name that decide what it means there."""

    compounds: tuple[tuple[str, ...], ...]  # (name, slugs of what it means): 轻纺
    modifiers: tuple[str, ...]
    industry: tuple[str, ...]
    closing: tuple[str, ...]
    not_industry: tuple[str, ...]
    growth: tuple[str, ...]
    demand: tuple[str, ...]
    bought: tuple[str, ...]
    use: tuple[str, ...]
    body: tuple[str, ...]
    zone: tuple[str, ...]
    thing: tuple[str, ...]
    programme: tuple[str, ...]
    programme_end: tuple[str, ...]
    park: tuple[str, ...]
    placing: tuple[str, ...]
    works: tuple[str, ...]
    outlay: tuple[str, ...]
    heading: tuple[str, ...]


def load_sectors() -> tuple[Sector, ...]:
    """Return the terms of sectors.toml."""
    return read_terms("sectors.toml", "sector", Sector, "slug")


def load_sector_words() -> SectorWords:
    """Return the [words] of sectors.toml. Raises TypeError where one is missing or unknown."""
    words = tomllib.loads((FOLDER / "sectors.toml").read_text(encoding="utf-8"))["words"]
    return SectorWords(**{name: freeze(listed) for name, listed in words.items()})
