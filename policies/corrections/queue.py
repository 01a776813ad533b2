"""What waits for a person: items are opened once and closed when their cause is gone."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from policies.models import Correction, Document, Record, ReviewItem

Cause = ReviewItem.Cause


@dataclass(frozen=True)
class Doubt:
    """One thing to look at; equal doubts of a document are one item."""

    cause: str
    detail: dict  # JSON; enters the fingerprint
    record: Record | None = None
    correction: Correction | None = None

    @property
    def fingerprint(self) -> str:
        about = [
            self.record.ref if self.record else None,
            self.correction.number if self.correction else None,
            self.detail,
        ]
        text = json.dumps(about, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def open_items(document: Document, doubts: Iterable[Doubt]) -> list[ReviewItem]:
    """Queue what is not queued yet and was not answered by a person; return the new items."""
    answered = Q(closed_at__isnull=True) | Q(closed_by__isnull=False)
    known = set(document.review_items.filter(answered).values_list("cause", "fingerprint"))
    once = {(doubt.cause, doubt.fingerprint): doubt for doubt in doubts}
    return ReviewItem.objects.bulk_create(
        ReviewItem(
            document=document,
            cause=cause,
            fingerprint=fingerprint,
            record=doubt.record,
            correction=doubt.correction,
            detail=doubt.detail,
            opened_at=timezone.now(),
        )
        for (cause, fingerprint), doubt in once.items()
        if (cause, fingerprint) not in known
    )


def close_returned(document: Document, records: Iterable[Record]) -> int:
    """Close what was queued because a text had lost these records: they are back."""
    lost = document.review_items.filter(
        cause__in=(Cause.VANISHED, Cause.AMBIGUOUS), closed_at__isnull=True
    )
    ids = [record.pk for record in records]
    return lost.filter(record__in=ids).update(closed_at=timezone.now(), answer="原文已恢复")
