"""What people changed of a record, in words; and what readers reported and were answered."""

from collections.abc import Iterable
from dataclasses import dataclass

from policies.models import Correction, Record, ReviewItem, field_named

from .review.term_names import TermNames
from .review.words import change_words


@dataclass(frozen=True)
class Past:
    """One decided correction: field, old, new."""

    correction: Correction
    field: str
    old: str
    new: str


def past_corrections(corrections: Iterable[Correction]) -> list[Past]:
    """Return the corrections in words. One query per vocabulary they name."""
    terms = TermNames()
    return [_past(correction, terms) for correction in corrections]


def answered_reports(record: Record) -> list[ReviewItem]:
    """Readers' reports that staff answered; what a reader typed is not shown, the answer is."""
    reports = record.review_items.filter(cause=ReviewItem.Cause.REPORT, closed_by__isnull=False)
    return list(reports.order_by("-closed_at"))


def _past(correction: Correction, terms: TermNames) -> Past:
    kind = correction.record.kind if correction.record else correction.kind
    named = correction.action == Correction.Action.FIELD
    label = field_named(kind, correction.field).label if named else ""
    return Past(correction, label, *change_words(correction, kind, terms))
