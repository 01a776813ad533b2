"""Vocabulary entries as rows of the term tables: column -> value, foreign keys by code."""

from collections.abc import Iterable

from policies.extraction.vocabulary import Vocabulary

Row = dict[str, object]


def provinces(vocabulary: Vocabulary) -> list[Row]:
    """An address says yunnan, so the slug is the code and 53 stands in gb_code."""
    return _numbered(
        {
            "code": province.slug,
            "name": province.name,
            "gb_code": province.code,
            "short_name": province.short_name,
            "ethnic_autonomous": province.ethnic_autonomous,
        }
        for province in vocabulary.provinces
    )


def parts(vocabulary: Vocabulary) -> list[Row]:
    return _numbered(
        {"code": part.code, "name": part.name, "covered": part.covered} for part in vocabulary.parts
    )


def indicator_groups(vocabulary: Vocabulary) -> list[Row]:
    return _numbered(
        {"code": group.code, "name": group.name} for group in vocabulary.indicator_groups
    )


def indicators(vocabulary: Vocabulary) -> list[Row]:
    return _numbered(
        {
            "code": indicator.slug,
            "name": indicator.name,
            "definition": indicator.note,
            "group": indicator.group,
            "unit_class": indicator.unit_class,
        }
        for indicator in vocabulary.indicators
    )


def sectors(vocabulary: Vocabulary) -> list[Row]:
    return _numbered(
        {
            "code": sector.slug,
            "name": sector.name,
            "definition": sector.note,
            "kind": sector.kind,
            "aggregate": sector.aggregate,
        }
        for sector in vocabulary.sectors
    )


def themes(vocabulary: Vocabulary) -> list[Row]:
    return _numbered(
        {"code": theme.code, "name": theme.name, "definition": theme.definition}
        for theme in vocabulary.themes
    )


def instruments(vocabulary: Vocabulary) -> list[Row]:
    return _numbered(
        {
            "code": instrument.code,
            "name": instrument.name,
            "definition": instrument.definition,
            "rothwell_zegveld": instrument.rothwell_zegveld,
            "stip": instrument.stip,
        }
        for instrument in vocabulary.instruments
    )


def tools(vocabulary: Vocabulary) -> list[Row]:
    """A tool's parent is an instrument or a theme: one of the two columns is None."""
    return _numbered(
        {
            "code": tool.code,
            "name": tool.name,
            "definition": tool.definition,
            "instrument": tool.parent if tool.parent_kind == "instrument" else None,
            "theme": tool.parent if tool.parent_kind == "theme" else None,
            "rothwell_zegveld": tool.rothwell_zegveld,
            "stip": tool.stip,
            "legal_basis": tool.legal_basis,
            "applies_to": list(tool.applies_to),
        }
        for tool in vocabulary.tools
    )


def reliefs(vocabulary: Vocabulary) -> list[Row]:
    return _numbered(
        {
            "code": relief.code,
            "name": relief.name,
            "definition": relief.definition,
            "tax": relief.tax,
            "usual_scope": relief.scope,
            "legal_basis": relief.legal_basis,
            "applies_to": list(relief.applies_to),
            "abolished": relief.abolished,
        }
        for relief in vocabulary.reliefs
    )


def actors(vocabulary: Vocabulary) -> list[Row]:
    return _numbered({"code": actor.code, "name": actor.name} for actor in vocabulary.actors)


def _numbered(rows: Iterable[Row]) -> list[Row]:
    """Positions in steps of ten leave staff room to move a term between two others."""
    return [{**row, "position": 10 * place} for place, row in enumerate(rows, 1)]
