"""What counts as the same: typed facts, and words only where there are none."""

import pytest

from policies.comparison.sameness import (
    amount,
    measure_facts,
    same_words,
    target_facts,
    tax_facts,
    unit_class,
)
from policies.models import Kind

from .makers import DEFAULTS

TARGET, TAX, MEASURE = (DEFAULTS[k] for k in (Kind.TARGET, Kind.TAX_POLICY, Kind.MEASURE))
NUMBER = {"value": 20, "value_max": None, "unit": "日", "comparator": "<=", "role": "time_limit"}
FINANCE = {"function": "finance", "as_written": "省财政厅", "role": "lead"}


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({}, True),
        ({"indicator": "技改投资增速"}, True),  # the words that name it are no fact
        ({"base": "2010年"}, True),  # the wording of a base; its year counts
        ({"value": 30}, False),
        ({"comparator": "="}, False),
        ({"change": "level"}, False),
        ({"accrual": "end"}, False),
        ({"base_year": 2010}, False),
        ({"due": "2015"}, False),
        ({"value_max": 40}, False),
    ],
)
def test_targets(changed: dict, same: bool) -> None:
    assert (target_facts(TARGET | changed) == target_facts(TARGET)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((200, "个"), (200, "项"), True),  # counts count alike
        ((5000, "亿元"), (50000000, "万元"), True),
        ((5000, "亿元"), (5000, "万元"), False),
        ((2, "%"), (2, "百分点"), False),
    ],
)
def test_units(one: tuple, other: tuple, same: bool) -> None:
    facts = [(amount(value, unit), unit_class(unit)) for value, unit in (one, other)]
    assert (facts[0] == facts[1]) is same


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({"conditions": "符合规定"}, True),
        ({"parameters": [{"value": 10, "unit": "%", "what": "投资额"}]}, False),
        ({"tax": "企业所得税"}, False),
        ({"scope": "provincial"}, False),
    ],
)
def test_taxes(changed: dict, same: bool) -> None:
    assert (tax_facts(TAX | changed) == tax_facts(TAX)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"actors": [FINANCE]}, {"actors": [FINANCE | {"as_written": "财政部门"}]}, True),
        ({"actors": [FINANCE]}, {"actors": []}, False),
        ({"force": "committed"}, {"force": "directive"}, False),
        ({"numbers": [NUMBER]}, {"numbers": [NUMBER | {"value": 15}]}, False),
        ({"numbers": [NUMBER]}, {"numbers": [NUMBER | {"role": "cap"}]}, False),
    ],
)
def test_measures(one: dict, other: dict, same: bool) -> None:
    assert (measure_facts(MEASURE | one) == measure_facts(MEASURE | other)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "加快推进重点技术改造项目建设。",
            "加快推进，重点技术改造项目建设",
            True,
        ),  # punctuation aside
        ("加快推进重点技术改造项目建设", "加快推进重点技术改造项目", True),  # 92 %
        ("加快推进重点技术改造项目建设", "加快推进重点技术改造", False),  # 83 %
        ("鼓励企业技术改造", "限制企业技术改造", False),
    ],
)
def test_words(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same
