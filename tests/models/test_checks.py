"""What fields can be stored, and why not."""

import pytest

from policies.models.checks import fault
from policies.models.fields import FIELDS, LISTS, blank_fields, field_named, key_of

TARGET = blank_fields("target") | {
    "indicator": "技术改造投资", "value": 35, "unit": "%", "comparator": ">=",
    "change": "increase", "accrual": "end",
}  # fmt: skip
MEASURE = blank_fields("measure") | {"force": "unmarked"}
NUMBER = {"value": 1, "value_max": None, "unit": "万元", "comparator": ">=", "what": "设备",
          "role": "floor", "start": 0, "end": 3}  # fmt: skip
ACTOR = {"as_written": "省财政厅", "function": "finance", "level": "province", "role": "lead"}
SECTOR = {"sector": "steel", "relation": "subject", "via": "word"}

CASES = {
    "a target": ("target", TARGET, None),
    "an unknown field": ("target", TARGET | {"colour": 1}, "没有这样的字段：colour"),
    "no value": ("target", TARGET | {"value": None}, "数值：不能为空"),
    "zero is a value": ("target", TARGET | {"value": 0}, None),
    "true is none": ("target", TARGET | {"value": True}, "数值：值的类型或范围不对"),
    "six places": ("target", TARGET | {"value": 0.123456}, None),
    "seven places": ("target", TARGET | {"value": 0.1234567}, "数值：值的类型或范围不对"),
    "fifteen digits": ("target", TARGET | {"value": 123456789012345}, None),
    "sixteen digits": ("target", TARGET | {"value": 1234567890123456}, "数值：值的类型或范围不对"),
    "infinity": ("target", TARGET | {"value": float("inf")}, "数值：值的类型或范围不对"),
    "not a number": ("target", TARGET | {"value": float("nan")}, "数值：值的类型或范围不对"),
    "an empty unit": ("target", TARGET | {"unit": ""}, "单位：不能为空"),
    "a unit too long": ("target", TARGET | {"unit": "个" * 41}, "单位：超过 40 字"),
    "an unknown comparator": ("target", TARGET | {"comparator": "≥"}, "比较：不认识的值“≥”"),
    "an equal maximum": ("target", TARGET | {"value_max": 35}, None),
    "a smaller maximum": ("target", TARGET | {"value_max": 34}, "上限小于数值"),
    "a year": ("target", TARGET | {"due_end": 2015}, None),
    "no year": ("target", TARGET | {"due_end": 15}, "截止年：值的类型或范围不对"),
    "a backward period": ("target", TARGET | {"due_start": 2015, "due_end": 2011}, "截止年早于起始年"),
    "a NUL in a text": ("target", TARGET | {"scope": "a\0"}, "范围：值的类型或范围不对"),
    "a measure": ("measure", MEASURE, None),
    "a number": ("measure", MEASURE | {"numbers": [NUMBER]}, None),
    "a number without a role": (
        "measure",
        MEASURE | {"numbers": [{k: v for k, v in NUMBER.items() if k != "role"}]},
        "数字：值的类型或范围不对",
    ),
    "a number of an unknown role": (
        "measure", MEASURE | {"numbers": [NUMBER | {"role": "x"}]}, "数字：值的类型或范围不对",
    ),
    "an actor": ("measure", MEASURE | {"actors": [ACTOR]}, None),
    "an actor without a name": (
        "measure", MEASURE | {"actors": [ACTOR | {"as_written": ""}]}, "责任单位：值的类型或范围不对",
    ),
    "a sector link": ("measure", MEASURE | {"sectors": [SECTOR]}, None),
    "a sector's bare code": ("measure", MEASURE | {"sectors": ["steel"]}, "行业：值的类型或范围不对"),
    "a list that is a word": ("measure", MEASURE | {"themes": "green"}, "改造方向：值的类型或范围不对"),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "fields", "reason"), CASES.values(), ids=CASES.keys())
def test_fault(kind: str, fields: dict, reason: str | None) -> None:
    assert fault(kind, fields) == reason


@pytest.mark.parametrize("kind", FIELDS)
def test_every_list_is_blank_as_a_list(kind: str) -> None:
    blank = blank_fields(kind)
    assert list(blank) == [field.name for field in FIELDS[kind]]
    assert all((blank[f.name] == []) is (f.type in LISTS) for f in FIELDS[kind])


KEYS = [
    ("target", {"indicators": ["cod", "so2"], "indicator": "化学需氧量"}, "cod"),
    ("target", {"indicators": [], "indicator": "两个百户"}, "两个百户"),
    ("sector_mention", {"sector": "steel"}, "steel"),
    ("tax_policy", {"relief": "vat_reform"}, "vat_reform"),
    ("citation", {"title": "长" * 300}, "长" * 200),
    ("measure", {"force": "unmarked"}, ""),
]


@pytest.mark.parametrize(("kind", "fields", "key"), KEYS)
def test_key_of(kind: str, fields: dict, key: str) -> None:
    assert key_of(kind, fields) == key


def test_an_unknown_field_is_a_key_error() -> None:
    assert field_named("target", "value").label == "数值"
    with pytest.raises(KeyError):
        field_named("goal", "value")
