"""Two people and short words for what they do: one proposes, the other approves."""

from django.contrib.auth.models import User

from policies.corrections import adding, deciding, proposing
from policies.models import Correction, Document, Record


def people() -> tuple[User, User]:
    """Return (录入, 审核), made once."""
    author, _ = User.objects.get_or_create(username="lin")
    reviewer, _ = User.objects.get_or_create(username="shen")
    return author, reviewer


def propose(record: Record, field: str, value: object, **more: object) -> Correction:
    said = {"author": people()[0], "reason": "原文如此", "version": record.version} | more
    return proposing.propose(record, field, value, **said)


def approve(correction: Correction, **more: object) -> Correction:
    """Approve as someone who sees the present version."""
    now = Correction.objects.get(pk=correction.pk)
    version = now.record.version if now.record else now.document.version
    return deciding.approve(now, **({"reviewer": people()[1], "version": version} | more))


def correct(ref: str, field: str, value: object) -> Correction:
    """A field corrected and approved."""
    return approve(propose(Record.objects.get(ref=ref), field, value))


def reject(ref: str) -> Correction:
    record = Record.objects.get(ref=ref)
    return approve(
        proposing.reject_record(record, author=people()[0], reason="不是", version=record.version)
    )


def confirm(ref: str) -> Correction:
    record = Record.objects.get(ref=ref)
    return approve(proposing.confirm(record, author=people()[0], version=record.version))


def reanchor(ref: str, quote: str) -> Correction:
    record = Record.objects.get(ref=ref)
    start = record.document.text.index(quote)
    return approve(
        proposing.reanchor(
            record,
            start,
            start + len(quote),
            author=people()[0],
            reason="范围有误",
            version=record.version,
        )
    )


def add(document: Document, kind: str, quote: str, fields: dict) -> Correction:
    start = document.text.index(quote)
    return approve(
        adding.add_record(
            document,
            kind,
            start,
            start + len(quote),
            fields,
            author=people()[0],
            reason="漏抽",
            version=document.version,
        )
    )
