"""Units of measurement: how they are written and which class they count in."""

from dataclasses import dataclass

from .reading import read_terms


@dataclass(frozen=True, eq=False)  # hashed by identity: one of each, and often asked for
class Unit:
    name: str  # 亿元
    unit_class: str  # percent | percentage_point | money | count | mass | time | volume | …
    aliases: tuple[str, ...] = ()
    factor: str = "1"  # to the class's base unit, a decimal number


def load_units() -> tuple[Unit, ...]:
    """Return the terms of units.toml."""
    return read_terms("units.toml", "unit", Unit, "name")
