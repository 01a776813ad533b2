"""Small rows for tests: keyword arguments over sensible defaults, straight through the ORM."""

import hashlib
from itertools import count

from policies.models import (
    KIND_LETTERS,
    Document,
    Goal,
    Kind,
    Measure,
    Part,
    Province,
    Provision,
    Record,
    Relief,
    Target,
    TaxPolicy,
)
from policies.models.fields import blank_fields

_numbers = count(1)


def make_document(slug: str = "", province: str | None = "yunnan", **fields: object) -> Document:
    """A published document; its text is made of its slug unless given."""
    slug = slug or f"document-{next(_numbers)}"
    text = fields.pop("text", f"一、主要任务\n支持{slug}的企业实施技术改造。")
    defaults = {
        "province": province and Province.objects.get(code=province),
        "text": text,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "published": True,
        "kinds_extracted": list(Kind.values),
        "parts_recognised": ["tasks", "targets", "sectors", "safeguards"],
        "extractor_version": "test",
    }
    return Document.objects.create(slug=slug, **(defaults | fields))


def make_provision(document: Document, part: str = "tasks", **fields: object) -> Provision:
    """A headed unit that spans the whole text unless told otherwise."""
    position = next(_numbers)
    defaults = {
        "path": str(position),
        "position": position,
        "marker": "一、",
        "level": 1,
        "heading": "主要任务",
        "start": 0,
        "end": len(document.text),
        "heading_end": min(6, len(document.text)),
        "part": Part.objects.get(code=part),
    }
    return Provision.objects.create(document=document, **(defaults | fields))


def make_record(document: Document, kind: str, **fields: object) -> Record:
    """The shared row of a record; add its detail row with the helpers below.

    `effective`: what the detail row and the links say, in the JSON form of models/fields.py; fields
    not given are blank.
    """
    number = next(_numbers)
    effective = blank_fields(kind) | fields.pop("effective", {})
    start, end = fields.pop("start", 0), fields.pop("end", len(document.text))
    defaults = {
        "ref": f"{document.slug}-{KIND_LETTERS[Kind(kind)]}{number}",
        "key": f"key-{number}",
        "quote": document.text[start:end],
        "part": Part.objects.filter(code=fields.pop("part", "tasks")).first(),
    }
    return Record.objects.create(
        document=document,
        kind=kind,
        start=start,
        end=end,
        effective=effective,
        **(defaults | fields),
    )


def make_measure(document: Document, *, record: dict | None = None, **fields: object) -> Record:
    """A measure of unmarked force."""
    fields = {"force": "unmarked"} | fields
    row = make_record(document, Kind.MEASURE, **({"effective": fields} | (record or {})))
    Measure.objects.create(record=row, **fields)
    return row


def make_target(document: Document, *, record: dict | None = None, **fields: object) -> Record:
    """技术改造投资 ≥ 35 %, by default."""
    defaults = {
        "indicator": "技术改造投资年均增长",
        "value": 35,
        "unit": "%",
        "comparator": ">=",
        "change": "increase",
        "accrual": "yearly_average",
    }
    fields = defaults | fields
    shared = {"part": "targets", "effective": fields} | (record or {})
    row = make_record(document, Kind.TARGET, **shared)
    Target.objects.create(record=row, **fields)
    return row


def make_goal(document: Document, *, record: dict | None = None, **fields: object) -> Record:
    """A goal without a number."""
    fields = {"indicator": "技术装备水平", "statement": "技术装备水平明显提高"} | fields
    shared = {"part": "targets", "effective": fields} | (record or {})
    row = make_record(document, Kind.GOAL, **shared)
    Goal.objects.create(record=row, **fields)
    return row


def make_tax_policy(
    document: Document,
    relief: str = "vat_input_credit",
    *,
    record: dict | None = None,
    **fields: object,
) -> Record:
    """A relief that restates national law, by default."""
    fields = {"scope": "national"} | fields
    shared = {"part": "safeguards", "effective": {"relief": relief} | fields} | (record or {})
    row = make_record(document, Kind.TAX_POLICY, **shared)
    TaxPolicy.objects.create(record=row, relief=Relief.objects.get(code=relief), **fields)
    return row
