"""The words extraction looks for: TOML files beside this one, read into frozen values."""

import hashlib
from dataclasses import dataclass
from functools import cache

from .actors import ActorFunction, load_actors
from .forces import Force, load_forces
from .indicators import Indicator, IndicatorGroup, load_indicator_groups, load_indicators
from .instruments import Instrument, Theme, Tool, load_instruments, load_themes, load_tools
from .parts import Part, load_parts
from .provinces import Province, load_provinces
from .reading import FOLDER
from .reliefs import Relief, Tax, load_reliefs, load_taxes
from .sectors import Sector, SectorWords, load_sector_words, load_sectors
from .synonyms import load_synonyms
from .units import Unit, load_units


@dataclass(frozen=True)
class Vocabulary:
    """All terms; each tuple is in display order and its codes are unique."""

    provinces: tuple[Province, ...]
    parts: tuple[Part, ...]
    sectors: tuple[Sector, ...]
    sector_words: SectorWords
    indicator_groups: tuple[IndicatorGroup, ...]
    indicators: tuple[Indicator, ...]
    themes: tuple[Theme, ...]
    instruments: tuple[Instrument, ...]
    tools: tuple[Tool, ...]
    reliefs: tuple[Relief, ...]
    taxes: tuple[Tax, ...]
    actors: tuple[ActorFunction, ...]
    forces: tuple[Force, ...]
    units: tuple[Unit, ...]
    synonyms: tuple[tuple[str, ...], ...]  # rings of words that mean the same in search
    hash: str  # SHA-256 of the TOML files, in order of their names

    def __hash__(self) -> int:
        """Cheap, so that what is made of a vocabulary can be kept by it."""
        return hash(self.hash)


@cache
def load_vocabulary() -> Vocabulary:
    """Read every TOML file once. Raises ValueError naming the file and the entry at fault."""
    return Vocabulary(
        provinces=load_provinces(),
        parts=load_parts(),
        sectors=load_sectors(),
        sector_words=load_sector_words(),
        indicator_groups=load_indicator_groups(),
        indicators=load_indicators(),
        themes=load_themes(),
        instruments=load_instruments(),
        tools=load_tools(),
        reliefs=load_reliefs(),
        taxes=load_taxes(),
        actors=load_actors(),
        forces=load_forces(),
        units=load_units(),
        synonyms=load_synonyms(),
        hash=_hash(),
    )


def _hash() -> str:
    digest = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
