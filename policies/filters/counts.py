"""The total and every option's count in one statement, so that no two can disagree.

Each arm of the UNION ALL groups the records that answer all *other* facets by one facet's column;
LEFT JOIN's NULL counts those without an answer.
"""

from dataclasses import dataclass, field

from django.db.models import CharField, Count, F, IntegerField, QuerySet, Value

from policies.models.records import RecordQuerySet

from .expressions import Null
from .facets import Facet
from .filterset import RecordFilterSet
from .terms import Terms

TOTAL = ""
DOCUMENT = "document:"


@dataclass
class Counts:
    """`options`: facet -> code -> records; `documents`: document id -> records of the selection."""

    total: int = 0
    options: dict[str, dict[str, int]] = field(default_factory=dict)
    documents: dict[int, int] = field(default_factory=dict)


def count(filterset: RecordFilterSet, facets: tuple[Facet, ...], terms: Terms) -> Counts:
    """Count the selection, each option of `facets` and each document, in one statement."""
    selected = filterset.narrowed().order_by()
    arms = [
        _arm(selected, TOTAL),
        _arm(selected.annotate(answer=F("document_id")), DOCUMENT, number=True),
        *(_facet_arm(filterset, facet) for facet in facets),
    ]
    by_name = {facet.name: (facet, terms.codes(facet)) for facet in facets}
    counts = Counts(options={facet.name: {} for facet in facets})
    for name, number, text, records in arms[0].union(*arms[1:], all=True):
        if name == TOTAL:
            counts.total = records
        elif name == DOCUMENT:
            counts.documents[number] = records
        else:
            facet, codes = by_name[name]
            code = facet.code_of(number if number is not None else text, codes)
            options = counts.options[name]
            options[code] = options.get(code, 0) + records
    return counts


def _facet_arm(filterset: RecordFilterSet, facet: Facet) -> QuerySet:
    records = facet.answered(filterset.narrowed(facet.name).order_by(), "answer")
    number = facet.answers_in_numbers
    return _arm(records, facet.name, number, not number, facet.repeats)


def _arm(
    records: RecordQuerySet,
    name: str,
    number: bool = False,
    text: bool = False,
    repeats: bool = False,
) -> QuerySet:
    """Rows of (facet, stored number, stored text, records), the `answer` in one of the two."""
    grouped = records.annotate(
        facet=Value(name, CharField()),
        number=F("answer") if number else Null(IntegerField()),
        text=F("answer") if text else Null(CharField()),
    )
    return (
        grouped.values("facet", "number", "text")
        .annotate(records=Count("pk", distinct=repeats))
        .values_list("facet", "number", "text", "records")
    )
