"""Tax reliefs: the row keys of /compare/tax/; and the taxes by name."""

from dataclasses import dataclass

from .reading import read_terms


@dataclass(frozen=True)
class Relief:
    code: str  # vat_input_credit
    name: str  # 增值税进项税额抵扣
    tax: str  # 增值税; "" where the text must say
    scope: str = "national"  # the usual one: national | implementing | provincial
    cues: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    legal_basis: str = ""
    applies_to: tuple[str, ...] = ()  # GB/T 2260 codes; () means all
    abolished: str = ""  # 营业税已于2016年全面改征增值税: shown as 税制已调整
    definition: str = ""

    def __hash__(self) -> int:
        """Cheap, as caches are keyed by whole vocabularies."""
        return hash(self.code)


@dataclass(frozen=True)
class Tax:
    name: str  # 城镇土地使用税
    aliases: tuple[str, ...] = ()  # 土地使用税


def load_reliefs() -> tuple[Relief, ...]:
    """Return the terms of reliefs.toml."""
    return read_terms("reliefs.toml", "relief", Relief, "code")


def load_taxes() -> tuple[Tax, ...]:
    """Return the taxes of reliefs.toml."""
    return read_terms("reliefs.toml", "tax", Tax, "name")
