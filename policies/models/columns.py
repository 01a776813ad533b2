"""The JSON form of a record's fields as columns of its kind's detail table."""

from django.db import models

from .choices import Kind
from .details import Citation, Goal, Measure, SectorDirection, SectorMention, Target, TaxPolicy
from .fields import COLUMN_TYPES, FIELDS, Field
from .numbers import to_decimal
from .term_index import TermIndex

DETAILS: dict[str, type[models.Model]] = {
    Kind.TARGET: Target,
    Kind.GOAL: Goal,
    Kind.SECTOR_DIRECTION: SectorDirection,
    Kind.SECTOR_MENTION: SectorMention,
    Kind.MEASURE: Measure,
    Kind.TAX_POLICY: TaxPolicy,
    Kind.CITATION: Citation,
}


def detail_columns(kind: str, effective: dict, terms: TermIndex) -> dict[str, object]:
    """Return column -> value. Raises UnknownTerm. Writes nothing."""
    columns = {
        field.name: _column(field, effective.get(field.name))
        for field in FIELDS[kind]
        if field.type in COLUMN_TYPES
    }
    if kind == Kind.TAX_POLICY:
        columns["relief_id"] = terms.id_of("relief", effective["relief"])
    return columns


def _column(field: Field, value: object) -> object:
    if field.type == "decimal":
        return to_decimal(value)
    if field.type == "flag":
        return bool(value)
    if field.type in {"words", "parameters"}:
        return value or []
    return "" if value is None and field.type in {"text", "choice"} else value
