"""Documents as columns."""

from collections.abc import Iterable
from dataclasses import replace

from policies.models import Document, Validity

from .shapes import Column


def column_of(document: Document, base: str | None = None) -> Column:
    """Return the document's column head; `base` is the slug of the base column."""
    province = document.province
    return Column(
        document=document.slug,
        province=province.code if province else "",
        gb_code=province.gb_code if province else "",
        label=document.label,
        title=document.title,
        title_is_editorial=document.title_is_editorial,
        number=document.document_number,
        issued_on=document.issued_on,
        validity=Validity(document.validity).label,
        kinds=frozenset(document.kinds_extracted),
        parts=frozenset(document.parts_recognised),
        base=document.slug == base,
        synthetic=document.synthetic,
    )


def with_distinct_labels(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Number the columns that share a label: 云南（1） 云南（2） for two documents of one province."""
    columns = tuple(columns)
    labels = [column.label for column in columns]
    if len(set(labels)) == len(labels):
        return columns
    return tuple(_numbered(column, labels, place) for place, column in enumerate(columns))


def _numbered(column: Column, labels: list[str], place: int) -> Column:
    if labels.count(column.label) == 1:
        return column
    return replace(column, label=f"{column.label}（{labels[: place + 1].count(column.label)}）")
