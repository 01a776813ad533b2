"""Records of many documents as plain facts, in one query whatever the number of documents.

A comparison of 31 documents reads some thousand records. Model instances with their related rows
would take longer than the whole answer may, so rows are read as values.
"""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from django.db.models import QuerySet

from policies.models import Document, Record
from policies.models.facts import facts

from .places import PROVISION_COLUMNS, place_of
from .shapes import Fact
from .terms import Terms

_EVIDENCE = ("ref", "kind", "start", "end", "quote", "status", "doubt")
_COLUMNS = (*_EVIDENCE, "document_id", "part__code", "effective", *PROVISION_COLUMNS)


def read_facts(
    documents: Sequence[Document], kinds: Sequence[str], among: QuerySet | None = None
) -> list[Fact]:
    """Return the present records of these kinds, in the documents' order and then text order.

    A fact is the record's effective fields in their JSON form (models/fields.py) and its evidence:
    ref, kind, document, province, part, provision, place (五、（七）), start, end, quote, status,
    doubt, url. `among` are the present records to choose from (a facet selection).
    """
    if not documents or not kinds:
        return []
    records = Record.objects.present() if among is None else among
    records = records.of_kind(*kinds).filter(document__in=documents).order_by()
    columns = {document.pk: (place, document) for place, document in enumerate(documents)}
    rows = [dict(zip(_COLUMNS, row, strict=True)) for row in records.values_list(*_COLUMNS)]
    rows.sort(key=lambda r: (columns[r["document_id"]][0], r["start"], r["end"], r["ref"]))
    return [_fact(row, columns[row["document_id"]][1]) for row in rows]


def _fact(row: Mapping[str, Any], document: Document) -> Fact:
    return {
        **row["effective"],
        **{name: row[name] for name in _EVIDENCE},
        "document": document.slug,
        "province": document.province.code if document.province else None,
        "part": row["part__code"],
        "provision": row["provision__path"],
        "place": place_of(row),
        "url": f"/records/{row['ref']}/",
        "effective": row["effective"],
    }


def as_json(fact: Fact, sectors: Terms) -> dict:
    """Return a fact in the shape of every other page: `facts(record)`, with the record's place."""
    if "effective" not in fact:  # a provision: the outline has no records
        return dict(fact)
    province = SimpleNamespace(code=fact["province"]) if fact["province"] else None
    record = SimpleNamespace(
        **{name: fact[name] for name in (*_EVIDENCE, "effective")},
        document=SimpleNamespace(slug=fact["document"], province=province),
        provision=SimpleNamespace(path=fact["provision"]) if fact["provision"] else None,
        part=SimpleNamespace(code=fact["part"]) if fact["part"] else None,
        sector_links=SimpleNamespace(all=lambda: _sectors(fact, sectors)),
        get_absolute_url=lambda: fact["url"],
    )
    return {**facts(record), "place": fact["place"]}


def sectors_of(fact: Fact) -> list[str]:
    """Codes of the sectors that a record of any kind names, without their ancestors."""
    if fact.get("sectors"):
        return [link["sector"] for link in fact["sectors"]]
    return [fact["sector"]] if fact.get("sector") else []


def _sectors(fact: Fact, terms: Terms) -> list[SimpleNamespace]:
    found = (terms.get(code) for code in sectors_of(fact))
    return [SimpleNamespace(sector=term) for term in found if term]
