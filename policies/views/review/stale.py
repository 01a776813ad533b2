"""A form that someone else overtook: both versions side by side, what was typed kept."""

from collections.abc import Iterator

from policies.models import Record
from policies.models.fields import FIELDS, Field

from .changes import Changes, inputs
from .refused import Refused
from .term_names import TermNames
from .typed import Mistyped, typed_of, value_of
from .words import value_words


def stale(record: Record, changes: Changes, message: str) -> Refused:
    """Return the 409: the record as it now stands, with what the person changed laid over it."""
    terms = TermNames()
    typed = typed_of(record.kind, record.effective, terms)
    for field in FIELDS[record.kind]:
        if field.name in changes.names:
            for name in inputs(field, typed):
                del typed[name]
            typed |= inputs(field, changes.typed)
    both = tuple(_both(record, changes, terms))
    return Refused(message, 409, typed, changes.names, changes.reason, both)


def _both(
    record: Record, changes: Changes, terms: TermNames
) -> Iterator[tuple[str, str, str, str]]:
    """Fields that someone else changed or that the person did: seen, now, typed."""
    for field in FIELDS[record.kind]:
        seen, now = changes.seen.get(field.name), record.effective.get(field.name)
        if seen != now or field.name in changes.names:
            typed = _typed_words(record, field, changes, terms)
            yield field.label, _words(field, seen, terms), _words(field, now, terms), typed


def _words(field: Field, value: object, terms: TermNames) -> str:
    try:
        return value_words(field, value, terms)
    except (AttributeError, TypeError, KeyError, ValueError):  # `seen` came from the browser
        return "（无法显示）"


def _typed_words(record: Record, field: Field, changes: Changes, terms: TermNames) -> str:
    if field.name not in changes.names:
        return "（未改）"
    try:
        return value_words(field, value_of(field, changes.typed, terms, len(record.quote)), terms)
    except Mistyped:
        return " ".join(inputs(field, changes.typed).values())
