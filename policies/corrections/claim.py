"""Locks and versions: who may write now, on what was last seen."""

from django.db.models import F

from policies.models import Document, Record

from .errors import StaleVersion


def lock_document(document_id: int) -> Document:
    """Return the document, locked until commit: loads and acts on it come one after the other.

    SQLite needs no row lock, its transactions begin IMMEDIATE.
    """
    return Document.objects.select_for_update(no_key=True).get(pk=document_id)


def lock_documents() -> None:
    """Hold all documents until commit, for acts that write links of every record."""
    list(Document.objects.select_for_update(no_key=True).order_by("pk").values_list("pk"))


def claim_record(record: Record, version: int) -> Record:
    """Raise the record's version if it still is `version`; return the record as it now stands.

    Compare and swap: of two acts on one version one wins. Raises StaleVersion.
    """
    same = Record.objects.filter(pk=record.pk, version=version)
    if not same.update(version=F("version") + 1):
        current = Record.objects.values_list("version", flat=True).get(pk=record.pk)
        raise StaleVersion(record.ref, version, current)
    return Record.objects.prefetch_related("corrections").get(pk=record.pk)


def check_document(document: Document, version: int) -> None:
    """Raises StaleVersion where the locked document's text or state changed since `version`.

    Acts that add to a document do not exclude each other, so its version is not raised by them.
    """
    if document.version != version:
        raise StaleVersion(document.slug, version, document.version)
