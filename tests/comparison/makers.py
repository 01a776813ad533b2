"""Records for comparisons: effective fields over sensible defaults, straight through the ORM."""

from policies.models import KIND_LETTERS, Document, Kind, Part, Record

DEFAULTS = {
    Kind.TARGET: {
        "indicator": "技术改造投资年均增长", "indicators": ["investment_growth"], "value": 35,
        "value_max": None, "baseline": None, "unit": "%", "comparator": ">=", "change": "increase",
        "base": None, "base_year": None, "annual": True, "accrual": "yearly_average",
        "scope": None, "part_of": None, "threshold": False, "due": "2011-2015", "due_start": 2011,
        "due_end": 2015, "aspirational": False, "sector": None,
    },
    Kind.GOAL: {
        "indicator": "技术装备水平", "indicators": ["equipment_domestic"],
        "statement": "技术装备水平明显提高", "due": None, "due_start": None, "due_end": None,
        "aspirational": False, "sector": None,
    },
    Kind.SECTOR_DIRECTION: {"heading": "钢铁行业", "sector": "steel"},
    Kind.SECTOR_MENTION: {"sector": "steel", "as_written": "钢铁", "via": "word"},
    Kind.MEASURE: {
        "themes": [], "instruments": [], "tools": [], "sectors": [], "actors": [],
        "beneficiaries": [], "conditions": [], "exceptions": [], "scope": None, "numbers": [],
        "force": "unmarked", "force_cue": "", "hedges": [], "specific": False,
    },
    Kind.TAX_POLICY: {
        "relief": "vat_input_credit", "tax": "增值税", "parameters": [], "conditions": "",
        "scope": "national",
    },
}  # fmt: skip
PARTS = {Kind.TARGET: "targets", Kind.GOAL: "targets", Kind.TAX_POLICY: "safeguards"}


def say(document: Document, kind: str, **fields: object) -> Record:
    """Add a record of `kind` to the document; `quote`, `doubt`, `start` are the record's own."""
    number = document.records.count() + 1
    quote = fields.pop("quote", document.text[:10])
    start = fields.pop("start", number)
    return Record.objects.create(
        ref=f"{document.slug}-{KIND_LETTERS[Kind(kind)]}{number}",
        kind=kind,
        document=document,
        part=Part.objects.filter(code=PARTS.get(kind, "tasks")).first(),
        start=start,
        end=fields.pop("end", start + len(quote)),
        key=str(number),
        quote=quote,
        doubt=fields.pop("doubt", ""),
        effective=DEFAULTS[kind] | fields,
    )
