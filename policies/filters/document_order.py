"""Published documents in column order, as pages of lists and of search sort by it."""

from policies.models import Document

from .kept import kept_in_process

Place = tuple[int, int | None]  # in column order; id of the province


def document_order(version: int | None) -> dict[int, Place]:
    """Return the places by id of the document, in order; kept for a data `version`."""
    return _read() if version is None else kept_in_process(version, "documents", _read)


def _read() -> dict[int, Place]:
    ordered = Document.objects.published().in_column_order().values_list("pk", "province_id")
    return {pk: (place, province) for place, (pk, province) in enumerate(ordered.iterator())}
