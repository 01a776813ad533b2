"""A record as one dict: the shape of JSON lists, comparison cells, exports and record pages."""

from collections.abc import Mapping
from typing import Any

from .choices import Kind
from .fields import blank_fields
from .records import Record

EVIDENCE = (
    "ref", "kind", "document", "province", "provision", "part", "start", "end", "quote", "status",
    "doubt", "url",
)  # fmt: skip
OWN = ("ref", "kind", "start", "end", "quote", "status", "doubt")  # columns of the record itself
SECTOR = ("sector", "relation", "via")
ACTOR = ("as_written", "function", "level", "role")
NUMBER = ("value", "value_max", "unit", "comparator", "what", "role", "start", "end")
PARAMETER = ("value", "unit", "what")


def facts(record: Record) -> dict:
    """Return the record's effective fields under the names of the design, with its evidence.

    Costs no query on what `Record.objects.with_facts()` gave; `facts_of` says what is in it.
    """
    return facts_of(_evidence(record), record.effective, _sector_names(record))


def facts_of(evidence: Mapping[str, Any], effective: dict, sectors: Mapping[str, str]) -> dict:
    """Return the evidence and, under the names of the design, the fields of a record.

    `evidence` holds EVIDENCE, province and part as codes or None; `sectors` names the codes of its
    sectors as staff call them now. Codes throughout; beside them, for readers: `sector`, `sectors`
    and `canonical` are names, `sector_code` and `sector_relations` say which. `actors` are names
    as written, `actor_roles` the rest. A tax policy's `kind` is the record's, its relief stands
    in `relief`.
    """
    fields = blank_fields(evidence["kind"]) | effective  # in the order of the table of fields
    common = {name: evidence[name] for name in EVIDENCE} | {"doubt": evidence["doubt"] or None}
    words = {"text": evidence["quote"]} if evidence["kind"] == Kind.MEASURE else {}
    return {**common, **words, **SHAPES[evidence["kind"]](fields, sectors, evidence["start"])}


def _evidence(record: Record) -> dict:
    own = {name: getattr(record, name) for name in OWN}
    return {
        **own,
        "document": record.document.slug,
        "province": record.document.province.code if record.document.province else None,
        "provision": record.provision.path if record.provision else None,
        "part": record.part.code if record.part else None,
        "url": record.get_absolute_url(),
    }


def _aim(fields: dict, names: Mapping[str, str], start: int) -> dict:
    """Target, goal: the sector by name, its code beside it."""
    code = fields["sector"]
    return {**fields, "sector": names.get(code), "sector_code": code}


def _sector(fields: dict, names: Mapping[str, str], start: int) -> dict:
    """Passage on a sector, mention of one: `canonical` is the sector's name."""
    code = fields.pop("sector")
    return {"canonical": names.get(code), "sector_code": code, **fields}


def _measure(fields: dict, names: Mapping[str, str], start: int) -> dict:
    links, actors = fields["sectors"], fields["actors"]
    return {
        **fields,
        "sectors": [names.get(link["sector"]) for link in links],
        "sector_relations": [
            {**_ordered(link, SECTOR), "name": names.get(link["sector"])} for link in links
        ],
        "actors": [actor["as_written"] for actor in actors],
        "actor_roles": [_ordered(actor, ACTOR) for actor in actors],
        "numbers": [_placed(number, start) for number in fields["numbers"]],
    }


def _placed(number: dict, start: int) -> dict:
    """The number with its span in the document's text."""
    placed = {"start": start + number["start"], "end": start + number["end"]}
    return _ordered(number, NUMBER) | placed


def _ordered(item: dict, names: tuple[str, ...]) -> dict:
    """PostgreSQL does not keep the order of keys; answers are the same on both databases."""
    return {name: item[name] for name in names}


def _tax_policy(fields: dict, names: Mapping[str, str], start: int) -> dict:
    parameters = [_ordered(parameter, PARAMETER) for parameter in fields["parameters"]]
    return {**fields, "parameters": parameters}


def _citation(fields: dict, names: Mapping[str, str], start: int) -> dict:
    return fields


def _sector_names(record: Record) -> dict[str, str]:
    """Code -> name as staff call it now."""
    return {link.sector.code: link.sector.name for link in record.sector_links.all()}


SHAPES = {
    Kind.TARGET: _aim,
    Kind.GOAL: _aim,
    Kind.SECTOR_DIRECTION: _sector,
    Kind.SECTOR_MENTION: _sector,
    Kind.MEASURE: _measure,
    Kind.TAX_POLICY: _tax_policy,
    Kind.CITATION: _citation,
}
