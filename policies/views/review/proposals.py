"""A correction as the workbench shows it: old, new, and what this user may do with it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser

from policies.models import Correction, field_named

from .access import REVIEW
from .editor import Editor, editor
from .refused import Refused
from .term_names import TermNames
from .typed import Mistyped, Typed, typed_of, value_of
from .words import change_words, fields_words

Action, State = Correction.Action, Correction.State
REVISABLE = (Action.FIELD, Action.SPAN, Action.ADD, Action.GLYPH)


@dataclass(frozen=True)
class Proposal:
    correction: Correction
    label: str  # the field, where there is one
    old: str
    new: str
    may_decide: bool  # 通过, 退回
    may_take_back: bool  # 撤回 one's own, 撤销 what was approved
    editor: Editor | None = None  # for 修改后通过 of a field or an added record
    alike: int = 0  # other records with the same word, where it is a mapping
    typed: Typed | None = None  # what the reviewer typed into a decision that was refused
    facts: tuple[tuple[str, str], ...] = ()  # label and words, of an addition


def proposals(
    corrections: Iterable[Correction],
    user: AbstractBaseUser,
    terms: TermNames,
    refused: Refused | None = None,
) -> list[Proposal]:
    """Return the corrections with what `user` may do; costs the vocabulary's queries only.

    What a reviewer typed into a refused decision stands in its form again.
    """
    return [
        _proposal(correction, user, terms, refused.revised_of(correction) if refused else None)
        for correction in corrections
    ]


def revised_value(correction: Correction, typed: Typed, terms: TermNames) -> object:
    """Return what the reviewer typed in place of the proposed value. Raises Mistyped."""
    kind = kind_of(correction)
    if correction.action == Action.FIELD:
        return value_of(field_named(kind, correction.field), typed, terms, len(_quote(correction)))
    if correction.action == Action.SPAN:
        return [_offset(typed, "start"), _offset(typed, "end")]
    if correction.action == Action.ADD:
        names = correction.value["fields"]
        length = len(correction.quote)
        return {name: value_of(field_named(kind, name), typed, terms, length) for name in names}
    return typed.get("reading", "").strip()


def proposed_value(correction: Correction) -> object:
    """What `revised_value` is compared with: the same form."""
    if correction.action == Action.SPAN:
        return [correction.start, correction.end]
    return correction.value["fields"] if correction.action == Action.ADD else correction.value


def kind_of(correction: Correction) -> str:
    return correction.record.kind if correction.record else correction.kind


def _proposal(
    correction: Correction, user: AbstractBaseUser, terms: TermNames, typed: Typed | None
) -> Proposal:
    own, reviewer = correction.author_id == user.pk, user.has_perm(REVIEW)
    pending = correction.state == State.PROPOSED
    old, new = change_words(correction, kind_of(correction), terms)
    may_decide = pending and reviewer and not own
    named = correction.action == Action.FIELD
    return Proposal(
        correction=correction,
        label=field_named(kind_of(correction), correction.field).label if named else "",
        old=old,
        new=new,
        may_decide=may_decide,
        may_take_back=own
        if pending
        else reviewer and not own and correction.state == State.APPROVED,
        editor=_editor(correction, terms, typed) if may_decide else None,
        typed=typed,
        facts=tuple(fields_words(correction.kind, correction.value["fields"], terms))
        if correction.action == Action.ADD
        else (),
    )


def _editor(correction: Correction, terms: TermNames, typed: Typed | None) -> Editor | None:
    if correction.action not in {Action.FIELD, Action.ADD}:
        return None
    kind = kind_of(correction)
    added = correction.action == Action.ADD
    fields = correction.value["fields"] if added else {correction.field: correction.value}
    typed = typed or typed_of(kind, fields, terms)
    return editor(kind, typed, terms, names=fields, prefix=f"p{correction.number}")


def _quote(correction: Correction) -> str:
    return correction.record.quote if correction.record else correction.quote


def _offset(typed: Typed, name: str) -> int:
    text = typed.get(name, "")
    if not (text.isascii() and text.isdigit()):
        raise Mistyped("起止须为整数")
    return int(text)
