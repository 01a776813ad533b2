"""One act of proposing: lock, compare and swap, correction, audit row; in one transaction."""

from collections.abc import Callable
from typing import NotRequired, TypedDict, Unpack

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


class Said(TypedDict):
    """Who proposes and why, and the version of record or document that the person saw.

    The same author and token again are the same form sent again.
    """

    author: User
    reason: str
    version: int
    token: NotRequired[str]


def on_record(
    record: Record, action: str, change: Callable[[Record], dict], **said: Unpack[Said]
) -> Correction:
    """Write what `change` says of the record as it now stands; its version rises."""
    with transaction.atomic():
        document = lock_document(record.document_id)
        if made := _made(said):
            return made
        now = claim_record(record, said["version"])
        if now.state != State.PRESENT:
            raise CorrectionError(f"{now.ref} 已{now.get_state_display()}，不能再改")
        now.document = document
        columns = {**change(now), "record": now, "kind": now.kind, "document": document}
        return _write(action, columns, said)


def on_document(
    document: Document, action: str, change: Callable[[Document], dict], **said: Unpack[Said]
) -> Correction:
    """Write what `change` says of the document as it now stands."""
    with transaction.atomic():
        now = lock_document(document.pk)
        if made := _made(said):
            return made
        check_document(now, said["version"])
        return _write(action, {**change(now), "document": now}, said)


def _made(said: Said) -> Correction | None:
    token = said.get("token")
    return Correction.objects.filter(author=said["author"], token=token).first() if token else None


def _write(action: str, columns: dict, said: Said) -> Correction:
    lock_data_version()  # numbers are given under it
    correction = Correction.objects.create(
        number=next_number(),
        action=action,
        reason=check_reason(said["reason"]),
        base_version=said["version"],
        token=said.get("token", ""),
        author=said["author"],
        created_at=timezone.now(),
        **columns,
    )
    append_audit(
        actor=said["author"].get_username(),
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
