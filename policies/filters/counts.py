"""The total and every option's count in one statement, so that no two can disagree.

Each arm of the UNION ALL groups the records that answer all *other* facets by one facet's column;
LEFT JOIN's NULL counts those without an answer.
"""

from dataclasses import dataclass, field

from django.db.models import CharField, Count, F, FilteredRelation, IntegerField, Q, QuerySet, Value
from django.db.models.functions import Cast

from policies.models.records import RecordQuerySet

from .facets import NONE, Facet, Specific
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
        _arm(selected, TOTAL, None, None),
        _arm(selected, DOCUMENT, F("document_id"), None),
        *(_facet_arm(filterset, facet) for facet in facets),
    ]
    by_name = {facet.name: facet for facet in facets}
    counts = Counts(options={facet.name: {} for facet in facets})
    codes = {
        facet.name: {term.stored: term.code for term in terms.of(facet).values()}
        for facet in facets
    }
    for name, number, text, records in arms[0].union(*arms[1:], all=True):
        if name == TOTAL:
            counts.total = records
        elif name == DOCUMENT:
            counts.documents[number] = records
        else:
            code = _code(by_name[name], number, text, codes[name])
            options = counts.options[name]
            options[code] = options.get(code, 0) + records
    return counts


def _facet_arm(filterset: RecordFilterSet, facet: Facet) -> QuerySet:
    records = filterset.narrowed(ignoring=facet.name).order_by()
    column = facet.column
    if facet.only:
        condition = Q(**{f"{facet.link_name}__{name}": value for name, value in facet.only})
        records = records.annotate(link=FilteredRelation(facet.link_name, condition=condition))
        column = f"link__{facet.link_column}"
    if facet.terms is Specific:
        return _arm(records, facet.name, Cast(column, IntegerField()), None)
    if facet.by_id:
        return _arm(records, facet.name, F(column), None, facet.repeats)
    return _arm(records, facet.name, None, F(column), facet.repeats)


def _arm(
    records: RecordQuerySet, name: str, number: F | None, text: F | None, repeats: bool = False
) -> QuerySet:
    """Rows of (facet, id, code, records); a group column is bare, so that an index can serve it."""
    grouped = records.annotate(
        facet=Value(name, CharField()),
        number=Cast(Value(None), IntegerField()) if number is None else number,
        text=Cast(Value(None), CharField()) if text is None else text,
    )
    return (
        grouped.values("facet", "number", "text")
        .annotate(records=Count("pk", distinct=repeats))
        .values_list("facet", "number", "text", "records")
    )


def _code(facet: Facet, number: int | None, text: str | None, codes: dict) -> str:
    if facet.terms is Specific:
        return Specific.YES if number else Specific.NO
    if facet.by_id:
        return NONE if number is None else codes[number]
    return text or NONE
