"""What readers report (这条有误), and what staff answer to anything that waits."""

from django.db import transaction
from django.utils import timezone

from policies.models import Record, ReviewItem

from .acts import User
from .audit import append_audit
from .claim import lock_document
from .errors import CorrectionError
from .queue import Cause, Doubt, open_items

REPORT_LENGTH = 1000


def report_error(record: Record, text: str) -> ReviewItem | None:
    """Queue a reader's report; the same words on the same record are one item (then None)."""
    text = text.strip()
    if not text or len(text) > REPORT_LENGTH:
        raise CorrectionError(f"请写明哪里有误，至多 {REPORT_LENGTH} 字")
    with transaction.atomic():
        document = lock_document(record.document_id)
        items = open_items(document, [Doubt(Cause.REPORT, {"text": text}, record)])
        if items:
            append_audit(
                actor="reader",
                action="report",
                subject=f"record:{record.ref}",
                after={"text": text},
            )
    return items[0] if items else None


def answer_item(item: ReviewItem, *, user: User, answer: str) -> ReviewItem:
    """Close what waited, with an answer; the answer to a report is public.

    Answering again with the same words is no error; an item that someone else has closed is.
    """
    with transaction.atomic():
        lock_document(item.document_id)
        now = ReviewItem.objects.get(pk=item.pk)
        if now.closed_at is not None:
            if (now.closed_by_id, now.answer) == (user.pk, answer):
                return now
            raise CorrectionError("此事项已处理")
        now.closed_at, now.closed_by, now.answer = timezone.now(), user, answer
        now.save(update_fields=["closed_at", "closed_by", "answer"])
        append_audit(
            actor=user.get_username(),
            action="answer",
            subject=f"record:{now.record.ref}" if now.record else f"document:{now.document.slug}",
            before={"cause": now.cause, "detail": now.detail},
            after={"answer": answer},
        )
    return now
