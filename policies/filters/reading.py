"""Read what the records of a list answer: two statements, to be of one moment (snapshot.py).

Each row of the second is one answer with the ids of all records that give it, in the order of an
index: the cheapest form in which a database hands over some million links.
"""

import json
from array import array
from collections.abc import Iterator
from itertools import chain

from django.db.models import CharField, F, IntegerField, Model, Q, QuerySet, Value

from policies.models import Measure, Record, Target, TaxPolicy
from policies.models.records import RecordQuerySet

from .answers import NOWHERE, Answers, Records, compact, everything, packed, union
from .expressions import AsNumber, Ids, Null
from .facets import PROVINCE, Facet, Specific

FIRM = "firm:"
FIRM_ROWS = (
    (Target, Q()),
    (Measure, Q(specific=True)),
    (TaxPolicy, ~Q(parameters=[])),
)
"""Detail rows that say it in figures or terms one can hold someone to, rather than in general."""
AT_ONCE = 20  # rows: one can hold megabytes of ids


def read_answers(facets: tuple[Facet, ...], records: RecordQuerySet) -> Answers:
    """Return the answers of `records` to `facets`."""
    answers = Answers(facets={facet.name: {} for facet in facets})
    places = _place(answers, records)
    for name, number, text, ids in _rows(facets, records, last=len(places) - 1):
        stored = number if number is not None else text
        if name == FIRM:
            answers.firm |= packed(map(places.__getitem__, _numbers(ids)), answers.size)
        elif stored is not None:
            of = _of_documents if name == PROVINCE.name else _of_records
            answers.facets[name][stored] = of(_numbers(ids), answers, places)
    for facet in facets:
        if not facet.required:
            found = union(answers.facets[facet.name].values(), answers.size)
            answers.facets[facet.name][None] = everything(answers.size) & ~found
    return answers


def _place(answers: Answers, records: RecordQuerySet) -> array:
    """Give each record its place; return id -> place."""
    rows = records.order_by().values_list("document_id").annotate(ids=Ids("pk"))
    by_document = {document: _numbers(ids) for document, ids in rows.iterator()}
    places = array("I", [NOWHERE]) * (max(map(max, by_document.values()), default=0) + 1)
    for document, ids in by_document.items():
        for place, record in enumerate(ids, answers.size):
            places[record] = place
        answers.documents[document] = answers.size, answers.size + len(ids)
        answers.size += len(ids)
    return places


def _rows(facets: tuple[Facet, ...], records: RecordQuerySet, last: int) -> Iterator[tuple]:
    """(facet, stored number, stored text, ids of records; of documents for the province)."""
    arms = [_arm(facet, *_source(facet, records, last)) for facet in facets]
    arms += [_firm_arm(table.objects.filter(said, pk__lte=last)) for table, said in FIRM_ROWS]
    return arms[0].union(*arms[1:], all=True).iterator(chunk_size=AT_ONCE)


def _source(facet: Facet, records: RecordQuerySet, last: int) -> tuple[QuerySet, str, str]:
    """Where the answers stand: rows (the list's and others), column, column of whose they are."""
    if facet.links is not None:
        links = facet.links.objects.filter(**dict(facet.only), record_id__lte=last)
        return links, facet.link_column, "record_id"
    if "__" not in facet.column:
        return records, facet.column, "pk"
    table: type[Model] = Record._meta.get_field(facet.link_name).related_model
    rows = table.objects.all() if facet == PROVINCE else table.objects.filter(pk__lte=last)
    return rows, facet.link_column, "pk"


def _arm(facet: Facet, rows: QuerySet, column: str, owner: str) -> QuerySet:
    answer = AsNumber(column) if facet.terms is Specific else F(column)
    number = facet.answers_in_numbers
    answered = rows if number else rows.exclude(**{column: ""})
    grouped = answered.order_by().annotate(
        facet=Value(facet.name, CharField()),
        coded=answer if number else Null(IntegerField()),
        worded=Null(CharField()) if number else answer,
    )
    return grouped.values_list("facet", "coded", "worded").annotate(ids=Ids(owner))


def _firm_arm(rows: QuerySet) -> QuerySet:
    marked = rows.order_by().annotate(
        facet=Value(FIRM, CharField()),
        coded=Null(IntegerField()),
        worded=Null(CharField()),
    )
    return marked.values_list("facet", "coded", "worded").annotate(ids=Ids("pk"))


def _numbers(ids: str | None) -> list[int]:
    return json.loads(f"[{ids or ''}]")


def _of_records(ids: list[int], answers: Answers, places: array) -> Records:
    return compact(map(places.__getitem__, ids), len(ids), answers.size)


def _of_documents(ids: list[int], answers: Answers, places: array) -> Records:
    ranges = [range(*answers.documents.get(document, (0, 0))) for document in ids]
    return compact(chain.from_iterable(ranges), sum(map(len, ranges)), answers.size)
