"""Which fields of a record's form were changed against what the person saw, and proposing them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.http import HttpRequest

from policies.corrections.checking import in_order
from policies.corrections.errors import CorrectionError
from policies.corrections.proposing import propose
from policies.models import Correction, Record
from policies.models.checks import fault
from policies.models.fields import FIELDS, Field

from .term_names import TermNames
from .typed import Mistyped, Typed, typed_of, value_of


@dataclass(frozen=True)
class Changes:
    """What a form brought. `mistake`: why something typed is no value, "" where all is."""

    typed: Typed
    seen: Mapping[str, object]  # the fields as the person saw them
    values: Mapping[str, object]  # changed field -> new value
    names: tuple[str, ...]  # of the changed fields, mistyped ones too
    reason: str
    mistake: str = ""


def changes_of(request: HttpRequest, record: Record, terms: TermNames) -> Changes:
    """Compare the form with what it was filled with; an input that is not sent is unchanged."""
    typed, seen = _typed(request), _seen(request, record)
    before = typed_of(record.kind, seen, terms)
    values, names, mistake = {}, [], ""
    for field in FIELDS[record.kind]:
        if inputs(field, typed) == inputs(field, before):
            continue
        try:
            value = value_of(field, typed, terms, len(record.quote))
        except Mistyped as error:
            names.append(field.name)
            mistake = mistake or str(error)
            continue
        if value != seen.get(field.name):
            names.append(field.name)
            values[field.name] = value
    reason = request.POST.get("reason", "")
    return Changes(typed, seen, values, tuple(names), reason, mistake)


def inputs(field: Field, typed: Typed) -> dict[str, str]:
    """What of a form belongs to the field, empty inputs left out."""
    return {
        name: text.replace("\r\n", "\n")
        for name, text in typed.items()
        if text and (name == field.name or name.startswith(f"{field.name}."))
    }


def propose_changes(
    record: Record,
    values: Mapping[str, object],
    *,
    author: AbstractBaseUser,
    reason: str,
    version: int,
    token: str,
) -> list[Correction]:
    """Propose every value, all or none; the same form again makes nothing new.

    Raises CorrectionError or StaleVersion.
    """
    if not values:
        raise CorrectionError("没有改动任何字段")
    names = in_order(record.kind, record.effective, values)
    said = {"author": author, "reason": reason}
    with transaction.atomic():
        return [
            _propose(
                record,
                name,
                values[name],
                beside={earlier: values[earlier] for earlier in names[:place]},
                version=version + place,
                token=f"{token}-{name}"[:64],
                **said,
            )
            for place, name in enumerate(names)
        ]


def _propose(record: Record, name: str, value: object, **said: object) -> Correction:
    made = propose(record, name, value, **said)
    if made.value != (None if value == "" else value):  # the form was sent before, then changed
        raise CorrectionError(f"此表单已经提交过（{made}），请刷新页面后再改")
    return made


def _typed(request: HttpRequest) -> dict[str, str]:
    return {name: text.replace("\r\n", "\n") for name, text in request.POST.items()}


def _seen(request: HttpRequest, record: Record) -> dict:
    """What the form was filled with; what stands now where that is no record's fields."""
    try:
        seen = json.loads(request.POST.get("seen", ""))
        json.dumps(seen, ensure_ascii=False).encode("utf-8")  # no half characters
    except (ValueError, RecursionError):
        return record.effective
    sound = isinstance(seen, dict) and fault(record.kind, seen) is None
    return seen if sound else record.effective
