"""What 管理 does to a document: show it to readers, or take it back to staff."""

from django.db import transaction

from policies.models import Document

from .acts import User
from .audit import append_audit
from .claim import check_document, lock_document


def publish(document: Document, *, user: User, version: int, published: bool = True) -> Document:
    """Set whether anonymous readers see the document; no act where they already do.

    Raises StaleVersion where it has changed since `version`.
    """
    with transaction.atomic():
        now = lock_document(document.pk)
        if now.published == published:
            return now
        check_document(now, version)
        now.published, now.version = published, now.version + 1
        now.save(update_fields=["published", "version"])
        append_audit(
            actor=user.get_username(),
            action="publish" if published else "unpublish",
            subject=f"document:{now.slug}",
            before={"published": not published},
            after={"published": published},
        )
    return now
