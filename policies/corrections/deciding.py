"""What 审核 does: approve, approve with a change, send back, take back.

Each function writes the decision, the record's columns and links that follow, one audit row, and
raises the data version, in one transaction. Deciding again what one has decided so is no error and
writes nothing. Raises CorrectionError or StaleVersion and then nothing is written.
"""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from policies.models import Correction

from .acts import User, describe, subject_of
from .audit import append_audit
from .checking import check_reason
from .claim import check_document, claim_record, lock_document
from .effects import apply_effects
from .errors import CorrectionError
from .revising import check_still_possible, revise

State = Correction.State
UNCHANGED = object()


def approve(
    correction: Correction,
    *,
    reviewer: User,
    version: int,
    value: object = UNCHANGED,
    answer: str = "",
) -> Correction:
    """Let the correction count; `value`, if given, replaces what was proposed (修改后通过).

    `version` is the record's as the reviewer saw it, or the document's where there is no record.
    """

    def prepare(now: Correction) -> None:
        if value is not UNCHANGED:
            revise(now, value)
        check_still_possible(now)
        _supersede(now)

    return _decide(correction, State.APPROVED, reviewer, version, answer, prepare)


def reject(correction: Correction, *, reviewer: User, version: int, answer: str) -> Correction:
    """Send the correction back; the record stays as it is."""
    return _decide(correction, State.REJECTED, reviewer, version, check_reason(answer))


def revert(correction: Correction, *, actor: User, version: int, reason: str) -> Correction:
    """Take an approved correction back, or one's own that nobody has decided yet."""
    return _decide(correction, State.REVERTED, actor, version, check_reason(reason))


def _decide(
    correction: Correction,
    state: str,
    user: User,
    version: int,
    answer: str,
    prepare: Callable[[Correction], None] = lambda now: None,
) -> Correction:
    with transaction.atomic():
        document = lock_document(correction.document_id)
        now = Correction.objects.select_related("record", "author").get(pk=correction.pk)
        now.document, was = document, now.state
        if was == state and now.reviewer_id in (user.pk, None):
            return now
        _check_may(now, state, user)
        if now.record:
            now.record = claim_record(now.record, version)
        else:
            check_document(document, version)
        before = describe(now)
        prepare(now)
        _settle(now, state, user, answer)
        apply_effects(now, was)
        append_audit(
            actor=user.get_username(),
            action=f"{VERBS[state]}_{now.action}",
            subject=subject_of(now),
            before={"correction": now.number, "state": was, **before},
            after={"correction": now.number, "state": state, **describe(now)},
            reason=answer,
        )
    return now


VERBS = {State.APPROVED: "approve", State.REJECTED: "reject", State.REVERTED: "revert"}


def _check_may(now: Correction, state: str, user: User) -> None:
    own = now.author_id == user.pk
    if state == State.REVERTED and now.state == State.PROPOSED:
        if not own:
            raise CorrectionError("尚未审核的更正只能由提出者撤回")
    elif state == State.REVERTED and now.state == State.APPROVED:
        if own:
            raise CorrectionError("已通过的更正不能由提出者自己撤销")
    elif now.state != State.PROPOSED:
        raise CorrectionError(f"更正 {now} {now.get_state_display()}，不能再审")
    elif own:
        raise CorrectionError("不能审核自己提出的更正")


def _supersede(now: Correction) -> None:
    """A field, a span: one approved correction at a time; the former one has had its day."""
    if now.record:
        same = now.record.corrections.filter(
            action=now.action, field=now.field, state=State.APPROVED
        )
        same.update(state=State.REVERTED, answer=f"由 {now} 取代", decided_at=timezone.now())


def _settle(now: Correction, state: str, user: User, answer: str) -> None:
    now.state, now.answer, now.decided_at = state, answer, timezone.now()
    if user.pk != now.author_id:  # the author who takes back a proposal reviews nothing
        now.reviewer = user
    now.save()
