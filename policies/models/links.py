"""The JSON form of a record's fields as links to vocabulary, ancestors included.

Nothing is written here: loading and corrections save what `link_rows` returns.
"""

from django.db import models

from .fields import FIELDS
from .link_makers import MAKERS, Row
from .record_links import (
    RecordActor,
    RecordBeneficiary,
    RecordIndicator,
    RecordInstrument,
    RecordNumber,
    RecordSector,
    RecordTheme,
    RecordTool,
)
from .records import Record
from .term_index import TermIndex

LINKS: tuple[type[models.Model], ...] = (
    RecordSector,
    RecordIndicator,
    RecordTheme,
    RecordInstrument,
    RecordTool,
    RecordActor,
    RecordNumber,
    RecordBeneficiary,
)


def link_rows(record: Record, effective: dict, terms: TermIndex) -> list[Row]:
    """Return the record's links, unsaved. Raises UnknownTerm."""
    rows: list[Row] = []
    for field in FIELDS[record.kind]:
        if field.type in MAKERS:
            rows += MAKERS[field.type](record, field, effective, terms)
    return rows
