"""Pairs that must never be ranked (domain notes, section 2), and near ones that may."""

import pytest

from policies.comparison.bases import unrankable, why_not
from policies.models import Kind

from .makers import DEFAULTS

TARGET = DEFAULTS[Kind.TARGET] | {"doubt": ""}
END = {"accrual": "end", "change": "level", "due": "2015"}
SHARE = END | {"indicators": ["emerging_share_gdp"], "indicator": "战略性新兴产业占生产总值比重"}
CENTRES = END | {"indicators": ["tech_center_provincial"], "value": 100, "unit": "家"}
PROJECTS = {"indicators": ["key_projects_yearly"], "unit": "个", "change": "level"}
BRANDS = END | {"indicators": ["provincial_brands"], "unit": "个"}

NEVER = [
    ("growth over different periods", {"due": "2011-2015"}, {"due": "2013-2017"}),
    ("growth against a share", {}, END | {"indicators": ["investment_share"]}),
    (
        "added N against reached N",
        CENTRES | {"change": "increase", "accrual": "cumulative"},
        CENTRES,
    ),
    ("省级 against 省级以上", CENTRES, CENTRES | {"scope": "省级以上"}),
    ("of GDP against of industry", SHARE, SHARE | {"indicators": ["emerging_share_industry"]}),
    (
        "高技术 against 高新技术",
        END | {"indicators": ["hightech_share_industry"]},
        {"indicators": ["hnte_output_growth"]},
    ),
    (
        "of firms against of equipment",
        END | {"indicators": ["equipment_international"], "scope": "重点企业"},
        END | {"indicators": ["equipment_international"], "scope": "主要装备"},
    ),
    (
        "重点骨干企业 against 中小企业",
        END | {"indicators": ["erp_rate"], "scope": "重点骨干企业"},
        END | {"indicators": ["erp_rate"], "scope": "中小企业"},
    ),
    ("规模以上 against the whole", {"scope": "规模以上企业"}, {"scope": "全省"}),
    (
        "规模以上中小企业 against 规模以上企业",
        {"scope": "规模以上中小企业"},
        {"scope": "规模以上企业"},
    ),
    ("百分点 against %", {"unit": "百分点"}, {"unit": "%"}),
    (
        "per year against a programme's total",
        PROJECTS | {"accrual": "per_year"},
        PROJECTS | {"accrual": "cumulative"},
    ),
    (
        "a province's own title",
        BRANDS | {"indicator": "山东名牌产品数"},
        BRANDS | {"indicator": "云南名牌产品数"},
    ),
    (
        "a change without a base",
        {"indicators": ["energy_intensity"], "accrual": "end", "change": "decrease"},
        {"indicators": ["energy_intensity"], "accrual": "end", "change": "decrease"},
    ),
    ("different base years", {"base_year": 2010}, {"base_year": 2012}),
    ("different sectors", {"sector": "steel"}, {"sector": "coal"}),
    ("a doubtful number", {"doubt": "damaged_glyph: 疑为1.5%"}, {}),
    ("a threshold", {"threshold": True}, {"threshold": True}),
]
MAY = [
    ("equal bases", {"value": 30}, {"value": 35}),
    (
        "个 and 项",
        PROJECTS | {"accrual": "per_year"},
        PROJECTS | {"accrual": "per_year", "unit": "项"},
    ),
    ("全省 is the whole", {"scope": "全省"}, {"scope": None}),
    ("全省 and 全区 are each the whole", {"scope": "全省"}, {"scope": "全区"}),
    ("亿元 and 万元", {"unit": "亿元"}, {"unit": "万元"}),
]


@pytest.mark.parametrize(("name", "one", "other"), NEVER, ids=[case[0] for case in NEVER])
def test_never_ranked(name: str, one: dict, other: dict) -> None:
    assert why_not(TARGET | one, TARGET | other)
    assert why_not(TARGET | other, TARGET | one)


@pytest.mark.parametrize(("name", "one", "other"), MAY, ids=[case[0] for case in MAY])
def test_may_be_ranked(name: str, one: dict, other: dict) -> None:
    assert why_not(TARGET | one, TARGET | other) == ""


def test_a_threshold_is_ranked_against_nothing() -> None:
    assert unrankable(TARGET | {"threshold": True})
    assert not unrankable(TARGET)
