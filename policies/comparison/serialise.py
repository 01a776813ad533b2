"""A comparison as JSON (design, section 9)."""

from collections.abc import Mapping

from .reading import as_json
from .shapes import Cell, Column, Comparison, Row


def to_json(comparison: Comparison, sectors: Mapping[str, str], data_version: int) -> dict:
    """Return the comparison as plain values; `sectors` are names by code."""
    return {
        "dimension": comparison.dimension,
        "data_version": data_version,
        "base": comparison.base or None,
        "only": list(comparison.only),
        "ignored": dict(comparison.ignored),
        "tallies": {tally.class_: tally.count for tally in comparison.tallies},
        "columns": [column_json(column) for column in comparison.columns],
        "rows": [row_json(row, sectors) for row in comparison.rows],
    }


def column_json(column: Column) -> dict:
    return {
        "document": column.document,
        "province": column.province or None,
        "label": column.label,
        "title": column.title or None,
        "title_is_editorial": column.title_is_editorial,
        "document_number": column.number or None,
        "issued_on": column.issued_on.isoformat() if column.issued_on else None,
        "validity": column.validity,
    }


def row_json(row: Row, sectors: Mapping[str, str]) -> dict:
    return {
        "key": row.key,
        "label": row.label,
        "group": row.place.group_label,
        "class": row.class_,
        "coverage": row.coverage,
        "agreement": row.agreement,
        "comparable": row.comparable,
        "note": row.note or None,
        "differs": list(row.differs),
        "cells": [cell_json(cell, sectors) for cell in row.cells],
    }


def cell_json(cell: Cell, sectors: Mapping[str, str]) -> dict:
    return {
        "state": cell.state,
        "reviewed": cell.reviewed,
        "label": cell.label,
        "differs": list(cell.differs),
        "records": [as_json(record, sectors) for record in cell.records],
    }
