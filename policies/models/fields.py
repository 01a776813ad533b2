"""The fields of each kind of record: name, Chinese label, type, choices.

A record's `effective` and `extracted` hold these fields by name in one form, the JSON form:
text          str or None ("" in the database)
decimal       int or float without trailing zeros, or None
integer       int or None
flag          bool
choice        one of `choices`, or None where not required
words         list of str
parameters    list of {value, unit, what}
relief        code of a Relief
sector        code of a Sector or None
indicators · themes · instruments · tools    list of codes, the primary one first
sectors       list of {sector, relation, via}
actors        list of {as_written, function, level, role}
numbers       list of {value, value_max, unit, comparator, what, role, start, end}; the span counts
              from the record's start, so that it holds when the record moves
"""

from dataclasses import dataclass

from .choices import Accrual, Change, Comparator, Force, Kind, PolicyScope, Via


@dataclass(frozen=True)
class Field:
    name: str  # as in JSON; the column's name where the type has a column
    label: str
    type: str
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()


def _choice(name: str, label: str, choices: type, required: bool = True) -> Field:
    return Field(name, label, "choice", required, tuple(choices.choices))


TIMED = (
    Field("due", "时限", "text"),
    Field("due_start", "起始年", "integer"),
    Field("due_end", "截止年", "integer"),
    Field("aspirational", "力争", "flag"),
    Field("sector", "行业", "sector"),
)

FIELDS: dict[str, tuple[Field, ...]] = {
    Kind.TARGET: (
        Field("indicator", "指标", "text", True),
        Field("indicators", "对应指标", "indicators"),
        Field("value", "数值", "decimal", True),
        Field("value_max", "上限", "decimal"),
        Field("baseline", "基数", "decimal"),
        Field("unit", "单位", "text", True),
        _choice("comparator", "比较", Comparator),
        _choice("change", "变化", Change),
        Field("base", "基期", "text"),
        Field("base_year", "基年", "integer"),
        Field("annual", "按年", "flag"),
        _choice("accrual", "口径", Accrual),
        Field("scope", "范围", "text"),
        Field("part_of", "其中", "text"),
        Field("threshold", "门槛", "flag"),
        *TIMED,
    ),
    Kind.GOAL: (
        Field("indicator", "事项", "text", True),
        Field("indicators", "对应指标", "indicators"),
        Field("statement", "表述", "text", True),
        *TIMED,
    ),
    Kind.SECTOR_DIRECTION: (
        Field("heading", "标题", "text", True),
        Field("sector", "行业", "sector", True),
    ),
    Kind.SECTOR_MENTION: (
        Field("sector", "行业", "sector", True),
        Field("as_written", "原词", "text", True),
        _choice("via", "依据", Via),
    ),
    Kind.MEASURE: (
        Field("themes", "改造方向", "themes"),
        Field("instruments", "政策工具", "instruments"),
        Field("tools", "具体工具", "tools"),
        Field("sectors", "行业", "sectors"),
        Field("actors", "责任单位", "actors"),
        Field("beneficiaries", "受益对象", "words"),
        Field("conditions", "条件", "words"),
        Field("exceptions", "例外", "words"),
        _choice("scope", "性质", PolicyScope, required=False),
        Field("numbers", "数字", "numbers"),
        _choice("force", "措辞刚性", Force),
        Field("force_cue", "刚性用语", "text"),
        Field("hedges", "保留用语", "words"),
        Field("specific", "具体", "flag"),
    ),
    Kind.TAX_POLICY: (
        Field("relief", "优惠类型", "relief", True),
        Field("tax", "税种", "text"),
        Field("parameters", "参数", "parameters"),
        Field("conditions", "条件", "text"),
        _choice("scope", "性质", PolicyScope),
    ),
    Kind.CITATION: (
        Field("title", "题名", "text", True),
        Field("number", "文号", "text"),
        Field("planned", "拟制定", "flag"),
        Field("bracketed", "有书名号", "flag"),
        Field("form", "文件类型", "text"),
    ),
}

KEY_LENGTH = 200  # of Record.key; the full words stand in the fields
LISTS = {
    "words",
    "parameters",
    "indicators",
    "themes",
    "instruments",
    "tools",
    "sectors",
    "actors",
    "numbers",
}
COLUMN_TYPES = {"text", "decimal", "integer", "flag", "choice", "words", "parameters"}


def field_named(kind: str, name: str) -> Field:
    """Return the field. Raises KeyError where the kind has none of that name."""
    for field in FIELDS[kind]:
        if field.name == name:
            return field
    raise KeyError(f"{kind}.{name}")


def blank_fields(kind: str) -> dict:
    """Every field of the kind with nothing in it."""
    return {
        field.name: [] if field.type in LISTS else False if field.type == "flag" else None
        for field in FIELDS[kind]
    }


def key_of(kind: str, fields: dict) -> str:
    """What a record with these fields is about; part of its identity. "" for measures."""
    about = fields.get("indicators") or []
    names = {
        Kind.TARGET: about[0] if about else fields.get("indicator"),
        Kind.GOAL: about[0] if about else fields.get("indicator"),
        Kind.SECTOR_DIRECTION: fields.get("sector"),
        Kind.SECTOR_MENTION: fields.get("sector"),
        Kind.TAX_POLICY: fields.get("relief"),
        Kind.CITATION: fields.get("title"),
    }
    return (names.get(kind) or "")[:KEY_LENGTH]
