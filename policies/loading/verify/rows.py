"""Whether columns and links mirror the effective values, ancestors included."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from django.db import models

from policies.models import Document, Record
from policies.models.columns import DETAILS, detail_columns
from policies.models.links import LINKS, link_rows
from policies.models.numbers import to_json
from policies.models.term_index import TermIndex


class StoredRows:
    """All detail rows and links of a document, read in one query a table."""

    def __init__(self, document: Document) -> None:
        self._terms = TermIndex()
        self._details = {
            row.pk: row
            for model in DETAILS.values()
            for row in model.objects.filter(record__document=document)
        }
        self._links: dict[int, list[tuple]] = defaultdict(list)
        for model in LINKS:
            names = _names(model)
            for values in model.objects.filter(record__document=document).values_list(*names):
                self._links[values[names.index("record_id")]].append(_row(model, values))

    def detail_differs(self, record: Record) -> bool:
        """Whether the row of the record's kind is missing or says something else."""
        detail = self._details.get(record.pk)
        wanted = detail_columns(record.kind, record.effective, self._terms)
        return detail is None or any(getattr(detail, name) != v for name, v in wanted.items())

    def links_differ(self, record: Record) -> bool:
        """Whether a link is missing, too many, or says something else."""
        rows = link_rows(record, record.effective, self._terms)
        wanted = [_row(type(r), [getattr(r, name) for name in _names(type(r))]) for r in rows]
        return sorted(wanted) != sorted(self._links[record.pk])


def _names(model: type[models.Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields if not field.primary_key]


def _row(model: type[models.Model], values: Iterable[object]) -> tuple[str, ...]:
    """Sortable beside None; 3 and 3.000000 are one number."""
    plain = (to_json(value) if isinstance(value, Decimal) else value for value in values)
    return (model.__name__, *map(str, plain))
