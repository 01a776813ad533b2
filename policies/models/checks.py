"""Whether fields in JSON form can be stored: types, choices, ranges. Reasons in Chinese."""

from collections.abc import Callable

from .choices import ActorLevel, ActorRole, Comparator, NumberRole, Relation, Via
from .fields import FIELDS, Field
from .numbers import fits, to_decimal

YEARS = range(1900, 2101)
SHORT = {"unit": 40, "due": 40}  # columns with a limit
Shape = dict[str, Callable[[object], bool]]


def fault(kind: str, fields: dict) -> str | None:
    """Return why `fields` cannot be a record of `kind`, or None. Codes are not looked up here."""
    names = {field.name for field in FIELDS[kind]}
    if unknown := fields.keys() - names:
        return f"没有这样的字段：{'、'.join(sorted(unknown))}"
    for field in FIELDS[kind]:
        if reason := field_fault(field, fields.get(field.name)):
            return f"{field.label}：{reason}"
    return _range_fault(fields)


def field_fault(field: Field, value: object) -> str | None:
    """Return why `value` cannot stand in `field`, or None."""
    if value is None or value == "":
        return "不能为空" if field.required else None
    if field.type == "choice":
        return None if value in dict(field.choices) else f"不认识的值“{value}”"
    if not TYPES[field.type](value):
        return "值的类型或范围不对"
    if field.name in SHORT and len(value) > SHORT[field.name]:
        return f"超过 {SHORT[field.name]} 字"
    return None


def _range_fault(fields: dict) -> str | None:
    value, value_max = fields.get("value"), fields.get("value_max")
    if value is not None and value_max is not None and value_max < value:
        return "上限小于数值"
    start, end = fields.get("due_start"), fields.get("due_end")
    if start is not None and end is not None and end < start:
        return "截止年早于起始年"
    return None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and "\0" not in value


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and _fits(value)


def _fits(value: int | float) -> bool:
    return abs(value) < float("inf") and fits(to_decimal(value))


def _is_number_or_none(value: object) -> bool:
    return value is None or _is_number(value)


def _is_offset(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_year(value: object) -> bool:
    return isinstance(value, int) and value in YEARS


def _list_of(check: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(check(item) for item in value)


def _one_of(choices: type) -> Callable[[object], bool]:
    return lambda value: value in choices.values


def _shaped(shape: Shape) -> Callable[[object], bool]:
    return lambda item: (
        isinstance(item, dict)
        and item.keys() == shape.keys()
        and all(check(item[name]) for name, check in shape.items())
    )


def _up_to(length: int) -> Callable[[object], bool]:
    return lambda value: _is_text(value) and 0 < len(value) <= length


_PARAMETER: Shape = {"value": _is_number, "unit": _is_text, "what": _is_text}
_SECTOR: Shape = {"sector": _is_text, "relation": _one_of(Relation), "via": _one_of(Via)}
_ACTOR: Shape = {
    "as_written": _up_to(200),
    "function": _is_text,
    "level": _one_of(ActorLevel),
    "role": _one_of(ActorRole),
}
_NUMBER: Shape = {
    "value": _is_number,
    "value_max": _is_number_or_none,
    "unit": lambda value: _is_text(value) and len(value) <= SHORT["unit"],
    "comparator": _one_of(Comparator),
    "what": _is_text,
    "role": _one_of(NumberRole),
    "start": _is_offset,
    "end": _is_offset,
}
_codes = _list_of(_is_text)
TYPES: dict[str, Callable[[object], bool]] = {
    "text": _is_text,
    "decimal": _is_number,
    "integer": _is_year,
    "flag": lambda value: isinstance(value, bool),
    "words": _list_of(_is_text),
    "parameters": _list_of(_shaped(_PARAMETER)),
    "relief": _is_text,
    "sector": _is_text,
    "indicators": _codes,
    "themes": _codes,
    "instruments": _codes,
    "tools": _codes,
    "sectors": _list_of(_shaped(_SECTOR)),
    "actors": _list_of(_shaped(_ACTOR)),
    "numbers": _list_of(_shaped(_NUMBER)),
}
