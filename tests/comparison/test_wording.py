"""Facts in normal form."""

import pytest

from policies.comparison.wording import normal_form
from policies.models import Kind

from .makers import DEFAULTS

NUMBER = {
    "value": 20,
    "value_max": None,
    "unit": "个工作日",
    "comparator": "<=",
    "role": "time_limit",
}
LEAD = {"as_written": "省工信厅", "function": "industry", "level": "province", "role": "lead"}


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        (Kind.TARGET, {}, "≥ 35 % 年均增长，2011–2015"),
        (Kind.TARGET, {"comparator": "=", "value": 18, "change": "level", "accrual": "end", "due": "2015"},
         "达到 18 %，2015"),  # 达到, never =
        (Kind.TARGET, {"value": 35, "value_max": 40, "comparator": "=", "due": None}, "35–40 % 年均增长"),
        (Kind.TARGET, {"aspirational": True, "value": 5000, "unit": "亿元", "change": "level",
                       "accrual": "cumulative", "due": None}, "力争 ≥ 5000 亿元 累计"),
        (Kind.TARGET, {"value": 6.2, "comparator": "=", "change": "decrease", "accrual": "end",
                       "base": "2010年", "due": None}, "6.2 % 下降（比2010年）"),
        (Kind.TARGET, {"value": 15, "doubt": "damaged_glyph: 疑为1.5%", "change": "level", "accrual": "end",
                       "due": None}, "〔疑为1.5%〕"),  # never 15 as plain fact
        (Kind.TARGET, {"value": 10, "unit": "个", "comparator": "=", "accrual": "end", "due": None,
                       "scope": "全省"}, "10 个 新增（全省）"),
        (Kind.GOAL, {}, "定性目标"),
        (Kind.TAX_POLICY, {}, "未写明比例"),
        (Kind.TAX_POLICY, {"parameters": [{"value": 10, "unit": "%", "what": "投资额"}]}, "10 %（投资额）"),
        (Kind.TAX_POLICY, {"scope": "provincial"}, "本省规定：未写明比例"),
        (Kind.TAX_POLICY, {"scope": "implementing"}, "承诺落实"),
        (Kind.MEASURE, {}, ""),  # only its words can say it
        (Kind.MEASURE, {"force": "committed", "actors": [LEAD], "numbers": [NUMBER]},
         "承诺 · 牵头 省工信厅 · ≤ 20 个工作日"),
        (Kind.MEASURE, {"numbers": [NUMBER | {"what": "备案"}, NUMBER | {"value": 10, "unit": "%", "comparator": "=",
                                    "role": "growth", "what": "上年总额"}]},
         "≤ 20 个工作日（备案），增长 10 %（上年总额）"),  # two 10 % are hardly ever the same thing
        (Kind.SECTOR_DIRECTION, {}, "钢铁行业"),
        (Kind.SECTOR_MENTION, {}, ""),
    ],
)  # fmt: skip
def test_normal_form(kind: str, fields: dict, expected: str) -> None:
    assert normal_form({"kind": kind, "doubt": ""} | DEFAULTS[kind] | fields) == expected
