"""Province-level jurisdictions of GB/T 2260."""

from dataclasses import dataclass

from .reading import read_terms


@dataclass(frozen=True)
class Province:
    code: str  # 53
    name: str  # 云南省
    short_name: str  # 云南
    slug: str  # yunnan
    number_prefix: str = ""  # 云政: how the government's own document numbers begin
    ethnic_autonomous: bool = False  # 民族自治地方 at province level
    prefectures: tuple[str, ...] = ()  # 昆明市, 大理白族自治州


def load_provinces() -> tuple[Province, ...]:
    """Return the terms of provinces.toml in order of their codes."""
    return read_terms("provinces.toml", "province", Province, "code")
