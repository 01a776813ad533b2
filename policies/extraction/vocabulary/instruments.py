"""Policy instruments with their second-level tools, and themes (goals) with theirs."""

from dataclasses import dataclass

from .reading import read_terms


@dataclass(frozen=True)
class Theme:
    code: str  # rd_innovation
    name: str  # 技术创新
    cues: tuple[str, ...] = ()  # regular expressions over a sentence
    excludes: tuple[str, ...] = ()  # cues inside these do not count
    weak_cues: tuple[str, ...] = ()  # count only where no instrument is found
    sector_cues: tuple[str, ...] = ()  # count in a sector's passage
    last_cues: tuple[str, ...] = ()  # in a sector's passage, where nothing else is found
    definition: str = ""  # shown on /methods/


@dataclass(frozen=True)
class Instrument:
    code: str  # fiscal_fund
    name: str  # 财政资金
    rothwell_zegveld: str  # 供给型 | 环境型 | 需求型 | 无对应
    stip: str  # OECD STIP instrument type in Chinese, or 无对应
    cues: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    definition: str = ""


@dataclass(frozen=True)
class Tool:
    code: str
    name: str  # 办结时限
    parent: str  # code of its instrument or theme
    parent_kind: str  # instrument | theme
    rothwell_zegveld: str  # 供给型 | 环境型 | 需求型 | 无对应
    stip: str = "无对应"
    cues: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    legal_basis: str = ""  # the national rule it restates
    applies_to: tuple[str, ...] = ()  # GB/T 2260 codes; () means all
    definition: str = ""


def load_themes() -> tuple[Theme, ...]:
    """Return the terms of themes.toml."""
    return read_terms("themes.toml", "theme", Theme, "code")


def load_instruments() -> tuple[Instrument, ...]:
    """Return the terms of instruments.toml."""
    return read_terms("instruments.toml", "instrument", Instrument, "code")


def load_tools() -> tuple[Tool, ...]:
    """Return the terms of tools.toml."""
    return read_terms("tools.toml", "tool", Tool, "code")
