"""What a record answers to each facet, in plain Python from its `effective`: no SQL shared."""

from collections.abc import Iterable

from policies.filters.facets import NONE
from policies.models import Kind, Record
from policies.models.term_index import TermIndex


def answers(record: Record, terms: TermIndex) -> dict[str, set[str]]:
    """Facet -> codes; {"none"} where there is no answer."""
    fields = record.effective
    found = {
        "province": [record.document.province and record.document.province.code],
        "kind": [record.kind],
        "part": [record.part and record.part.code],
        "status": [record.status],
        "theme": fields.get("themes", []),
        "instrument": fields.get("instruments", []),
        "tool": fields.get("tools", []),
        "force": [fields.get("force")],
        "actor": [actor["function"] for actor in fields.get("actors", [])],
        "role": [number["role"] for number in fields.get("numbers", [])],
        "scope": [fields.get("scope")],
        "specific": ["yes" if fields.get("specific") else "no"],
        "beneficiary": fields.get("beneficiaries", []),
        "relief": [fields.get("relief")],
        "tax": [fields.get("tax")],
        "indicator": _with(terms.indicator_ancestors, fields.get("indicators", [])),
        "sector": _with(terms.sector_ancestors, _subjects(record)),
    }
    return {name: {code for code in codes if code} or {NONE} for name, codes in found.items()}


def _subjects(record: Record) -> list[str]:
    if record.kind != Kind.MEASURE:
        return [code for code in [record.effective.get("sector")] if code]
    links = record.effective["sectors"]
    return [link["sector"] for link in links if link["relation"] == "subject"]


def _with(ancestors: object, codes: Iterable[str]) -> list[str]:
    return [each for code in codes for each in (code, *ancestors(code))]
