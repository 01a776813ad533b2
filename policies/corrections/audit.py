"""The audit chain: one row per act, each row's hash covers the row before it."""

import hashlib
import json
from collections.abc import Iterator

from django.utils import timezone

from policies.models import Audit, DataVersion

from .versions import bump_data_version


def append_audit(
    *,
    actor: str,
    action: str,
    subject: str,
    before: object = None,
    after: object = None,
    reason: str = "",
) -> Audit:
    """Append one row and raise the data version. Call last in the transaction of the act.

    `before` and `after` are JSON values. The data version's row is the lock and holds the head of
    the chain, so that two acts never get one number.
    """
    head = bump_data_version()
    row = Audit(
        sequence=head.audit_sequence + 1,
        at=timezone.now(),
        actor=actor,
        action=action,
        subject=subject,
        before=before,
        after=after,
        reason=reason,
        previous_hash=head.audit_hash,
    )
    row.hash = _hash(row)
    row.save(force_insert=True)
    DataVersion.objects.filter(id=1).update(audit_sequence=row.sequence, audit_hash=row.hash)
    return row


def verify_audit() -> list[str]:
    """Return what is wrong with the chain, one line per fault, in Chinese; [] if it is whole.

    Finds edited, deleted (also at the end), inserted and reordered rows.
    """
    return list(_faults())


def _faults() -> Iterator[str]:
    previous, sequence = "", 0
    for row in Audit.objects.order_by("sequence").iterator():
        sequence += 1
        if row.sequence != sequence:
            yield f"审计第 {sequence} 行缺失或乱序（见到第 {row.sequence} 行）"
            sequence = row.sequence
        if row.previous_hash != previous:
            yield f"审计第 {row.sequence} 行与前一行不衔接"
        if row.hash != _hash(row):
            yield f"审计第 {row.sequence} 行内容被改动"
        previous = row.hash
    head = DataVersion.objects.filter(id=1).first()
    if head is None:
        if sequence:
            yield "数据版本一行缺失，不知审计末行应为第几行"
    elif (head.audit_sequence, head.audit_hash) != (sequence, previous):
        yield f"审计末行应为第 {head.audit_sequence} 行，实为第 {sequence} 行"


def _hash(row: Audit) -> str:
    content = [
        row.previous_hash,
        row.sequence,
        row.at.isoformat(),
        row.actor,
        row.action,
        row.subject,
        row.before,
        row.after,
        row.reason,
    ]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
