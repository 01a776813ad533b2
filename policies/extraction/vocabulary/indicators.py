"""Indicators: what a target or goal is about, the row keys of /compare/targets/."""

from dataclasses import dataclass

from .reading import read_terms


@dataclass(frozen=True)
class IndicatorGroup:
    code: str
    name: str  # 投资, 项目, 效益 …


@dataclass(frozen=True)
class Indicator:
    slug: str
    name: str  # 技术改造投资增速
    group: str  # code of a group
    unit_class: str  # percent | percentage_point | money | count | mass | index …
    parent: str = ""  # slug: cod under pollutants
    accrual: str = "end"  # the usual one: end | cumulative | per_year | yearly_average
    change: str = "level"
    patterns: tuple[str, ...] = ()  # regular expressions over the indicator phrase
    excludes: tuple[str, ...] = ()
    sector: str = ""  # slug, where the indicator belongs to one sector: steel_plate
    note: str = ""  # shown beside the row


def load_indicator_groups() -> tuple[IndicatorGroup, ...]:
    """Return the groups of indicators.toml in display order."""
    return read_terms("indicators.toml", "group", IndicatorGroup, "code")


def load_indicators() -> tuple[Indicator, ...]:
    """Return the terms of indicators.toml."""
    return read_terms("indicators.toml", "indicator", Indicator, "slug")
