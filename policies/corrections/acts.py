"""One act of proposing: lock, compare and swap, correction, audit row; in one transaction."""

from collections.abc import Callable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from policies.models import Correction, Document, Record, State

from .audit import append_audit
from .checking import check_reason
from .claim import check_document, claim_record, lock_document
from .errors import CorrectionError
from .refs import next_number
from .versions import lock_data_version

User = AbstractBaseUser


def on_record(
    record: Record,
    action: str,
    change: Callable[[Record], dict],
    author: User,
    reason: str,
    version: int,
    token: str,
) -> Correction:
    """Write what `change` says of the record as it now stands; its version rises."""
    with transaction.atomic():
        document = lock_document(record.document_id)
        if made := _made(author, token):
            return made
        now = claim_record(record, version)
        if now.state != State.PRESENT:
            raise CorrectionError(f"{now.ref} 已{now.get_state_display()}，不能再改")
        now.document = document
        columns = {**change(now), "record": now, "kind": now.kind, "document": document}
        return _write(action, columns, author, reason, version, token)


def on_document(
    document: Document,
    action: str,
    change: Callable[[Document], dict],
    author: User,
    reason: str,
    version: int,
    token: str,
) -> Correction:
    """Write what `change` says of the document as it now stands."""
    with transaction.atomic():
        now = lock_document(document.pk)
        if made := _made(author, token):
            return made
        check_document(now, version)
        return _write(action, {**change(now), "document": now}, author, reason, version, token)


def _made(author: User, token: str) -> Correction | None:
    return Correction.objects.filter(author=author, token=token).first() if token else None


def _write(
    action: str, columns: dict, author: User, reason: str, version: int, token: str
) -> Correction:
    lock_data_version()  # numbers are given under it
    correction = Correction.objects.create(
        number=next_number(),
        action=action,
        reason=check_reason(reason),
        base_version=version,
        token=token,
        author=author,
        created_at=timezone.now(),
        **columns,
    )
    append_audit(
        actor=author.get_username(),
        action=f"propose_{action}",
        subject=subject_of(correction),
        before=correction.seen,
        after={"correction": correction.number, **describe(correction)},
        reason=correction.reason,
    )
    return correction


def subject_of(correction: Correction) -> str:
    """What the audit row is about."""
    if correction.record:
        return f"record:{correction.record.ref}"
    return f"document:{correction.document.slug}"


def describe(correction: Correction) -> dict:
    """What the correction says, for the audit row."""
    said = {name: getattr(correction, name) for name in ("field", "key", "value", "start", "end")}
    return {name: value for name, value in said.items() if value not in (None, "")}
