"""A record as one dict: the shape of JSON lists, comparison cells, exports and record pages."""

from .choices import Kind
from .fields import blank_fields
from .records import Record

SECTOR = ("sector", "relation", "via")
ACTOR = ("as_written", "function", "level", "role")
NUMBER = ("value", "value_max", "unit", "comparator", "what", "role", "start", "end")
PARAMETER = ("value", "unit", "what")


def facts(record: Record) -> dict:
    """Return the record's effective fields under the names of the design, with its evidence.

    Common keys: ref, kind, document, province (code or None), provision (path), part, start, end,
    quote, status, doubt, url. Codes throughout; beside them, for readers: `sector`, `sectors` and
    `canonical` are names, `sector_code` and `sector_relations` say which. `actors` are names as
    written, `actor_roles` the rest. A tax policy's `kind` is the record's, its relief stands in
    `relief`. Costs no query on what `Record.objects.with_facts()` gave.
    """
    fields = blank_fields(record.kind) | record.effective  # in the order of the table of fields
    return {**_evidence(record), **SHAPES[record.kind](record, fields)}


def _evidence(record: Record) -> dict:
    return {
        "ref": record.ref,
        "kind": record.kind,
        "document": record.document.slug,
        "province": record.document.province.code if record.document.province else None,
        "provision": record.provision.path if record.provision else None,
        "part": record.part.code if record.part else None,
        "start": record.start,
        "end": record.end,
        "quote": record.quote,
        "status": record.status,
        "doubt": record.doubt or None,
        "url": record.get_absolute_url(),
    }


def _aim(record: Record, fields: dict) -> dict:
    """Target, goal: the sector by name, its code beside it."""
    code = fields["sector"]
    return {**fields, "sector": _sector_names(record).get(code), "sector_code": code}


def _sector(record: Record, fields: dict) -> dict:
    """Passage on a sector, mention of one: `canonical` is the sector's name."""
    code = fields.pop("sector")
    return {"canonical": _sector_names(record).get(code), "sector_code": code, **fields}


def _measure(record: Record, fields: dict) -> dict:
    names = _sector_names(record)
    links, actors = fields["sectors"], fields["actors"]
    return {
        "text": record.quote,
        **fields,
        "sectors": [names.get(link["sector"]) for link in links],
        "sector_relations": [
            {**_ordered(link, SECTOR), "name": names.get(link["sector"])} for link in links
        ],
        "actors": [actor["as_written"] for actor in actors],
        "actor_roles": [_ordered(actor, ACTOR) for actor in actors],
        "numbers": [_placed(number, record.start) for number in fields["numbers"]],
    }


def _placed(number: dict, start: int) -> dict:
    """The number with its span in the document's text."""
    placed = {"start": start + number["start"], "end": start + number["end"]}
    return _ordered(number, NUMBER) | placed


def _ordered(item: dict, names: tuple[str, ...]) -> dict:
    """PostgreSQL does not keep the order of keys; answers are the same on both databases."""
    return {name: item[name] for name in names}


def _tax_policy(record: Record, fields: dict) -> dict:
    parameters = [_ordered(parameter, PARAMETER) for parameter in fields["parameters"]]
    return {**fields, "parameters": parameters}


def _citation(record: Record, fields: dict) -> dict:
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
