"""What the JSON holds: schemas of records from the table of fields, and of answers around them."""

from policies.models import Kind, Status
from policies.models.fields import FIELDS, Field

TEXT, WHOLE, NUMBER = {"type": "string"}, {"type": "integer"}, {"type": "number"}
FLAG = {"type": "boolean"}


def ref(name: str) -> dict:
    return {"$ref": f"#/components/schemas/{name}"}


def nullable(schema: dict) -> dict:
    """The schema, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def listed(schema: dict) -> dict:
    return {"type": "array", "items": schema}


def closed(**properties: dict) -> dict:
    """An object that has exactly these."""
    return {
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


def opened(**properties: dict) -> dict:
    """An object that has these and may have more."""
    return {"type": "object", "required": list(properties), "properties": properties}


EVIDENCE = {
    "ref": TEXT,
    "document": TEXT,
    "province": nullable(TEXT),
    "provision": nullable(TEXT),
    "part": nullable(TEXT),
    "start": WHOLE,
    "end": WHOLE,
    "quote": TEXT,
    "status": {"type": "string", "enum": Status.values},
    "doubt": nullable(TEXT),
    "url": TEXT,
}
SECTOR_RELATION = closed(sector=TEXT, relation=TEXT, via=TEXT, name=nullable(TEXT))
ACTOR_ROLE = closed(as_written=TEXT, function=TEXT, level=TEXT, role=TEXT)
NUMBER_FOUND = closed(
    value=NUMBER,
    value_max=nullable(NUMBER),
    unit=TEXT,
    comparator=TEXT,
    what=TEXT,
    role=TEXT,
    start=WHOLE,
    end=WHOLE,
)
TYPES = {
    "decimal": nullable(NUMBER),
    "integer": nullable(WHOLE),
    "flag": FLAG,
    "words": listed(TEXT),
    "parameters": listed(closed(value=NUMBER, unit=TEXT, what=TEXT)),
    "relief": TEXT,
    "indicators": listed(TEXT),
    "themes": listed(TEXT),
    "instruments": listed(TEXT),
    "tools": listed(TEXT),
    "sectors": listed(nullable(TEXT)),
    "actors": listed(TEXT),
    "numbers": listed(NUMBER_FOUND),
}
MORE = {
    Kind.TARGET: {"sector_code": nullable(TEXT)},
    Kind.GOAL: {"sector_code": nullable(TEXT)},
    Kind.MEASURE: {
        "text": TEXT,
        "sector_relations": listed(SECTOR_RELATION),
        "actor_roles": listed(ACTOR_ROLE),
    },
}


def record_schema(kind: str) -> dict:
    """The record as `facts()` gives it."""
    fields = {field.name: _field(field) for field in FIELDS[kind]}
    return opened(kind={"const": str(kind)}, **EVIDENCE, **fields, **MORE.get(kind, {}))


def _field(field: Field) -> dict:
    if field.type == "choice":
        codes = {"type": "string", "enum": [code for code, _ in field.choices]}
        return {**codes} if field.required else nullable(codes)
    if field.type in {"text", "sector"}:
        return {**TEXT} if field.required and field.type == "text" else nullable(TEXT)
    return TYPES[field.type]


CELL = opened(
    state={"type": "string", "enum": ["stated", "absent", "not_applicable", "not_extracted"]},
    records=listed({"type": "object"}),
)
ROW = opened(
    key=TEXT,
    label=TEXT,
    group=nullable(TEXT),
    coverage={"type": "string", "enum": ["all", "some", "one"]},
    agreement={"type": "string", "enum": ["same", "different", "not_comparable", "single"]},
    cells=listed(CELL),
)
SCHEMAS = {
    "Target": record_schema(Kind.TARGET),
    "Goal": record_schema(Kind.GOAL),
    "Aim": {"oneOf": [ref("Target"), ref("Goal")]},
    "Measure": record_schema(Kind.MEASURE),
    "TaxPolicy": record_schema(Kind.TAX_POLICY),
    "Option": closed(value=TEXT, label=TEXT, count=WHOLE, selected=FLAG),
    "Ignored": {"type": "object", "additionalProperties": listed(TEXT)},
    "Passage": opened(
        document=TEXT,
        province=nullable(TEXT),
        provision=nullable(TEXT),
        place=TEXT,
        start=WHOLE,
        end=WHOLE,
        quote=TEXT,
        marks=listed(listed(WHOLE)),
        why=listed(closed(phrase=TEXT, as_written=TEXT, times=WHOLE)),
        records=listed(TEXT),
        url=TEXT,
    ),
    "Related": closed(query=TEXT, why=TEXT, count=WHOLE),
    "Comparison": opened(
        dimension=TEXT,
        data_version=WHOLE,
        columns=listed(opened(document=TEXT, province=nullable(TEXT), label=TEXT)),
        rows=listed(ROW),
    ),
    "Health": opened(status={"const": "ok"}),
}
