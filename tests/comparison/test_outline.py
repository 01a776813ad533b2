"""Outline: usual headings, whatever their words; paragraphs that open a part stand in two rows."""

import pytest

from policies.comparison.dimensions.outline import keys
from policies.comparison.headings import subject_of


@pytest.mark.parametrize(
    ("part", "heading", "subject"),
    [
        ("safeguards", "加大财政支持力度", "instrument:fiscal_fund"),
        ("safeguards", "强化用地保障", "instrument:land"),
        ("safeguards", "提升质量水平", "theme:quality_brand"),
        ("safeguards", "提高服务质量水平", "提高服务质量水平"),  # of offices, not of products
        ("tasks", "推进装备改造升级", "theme:equipment_upgrade"),
        ("tasks", "加快传统产业改造升级", "加快传统产业改造升级"),  # industries, not machines
        ("sectors", "钢铁工业", "sector:steel"),
        ("targets", "提高技术装备水平", "theme:equipment_upgrade"),
        ("targets", "技术装备水平显著提升", "theme:equipment_upgrade"),
        ("targets", "“两化”融合", "theme:digitalisation"),
        ("targets", "工业效益", "工业效益"),
        ("guidance", "总体思路", "指导思想"),
        ("principles", "坚持创新驱动", "坚持创新驱动"),
    ],
)
def test_what_a_heading_is_about(part: str, heading: str, subject: str) -> None:
    assert subject_of(part, heading) == subject


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"heading": "重点行业", "opens_part": True, "level": 1}, ("sectors",)),
        ({"heading": "钢铁", "opens_part": False, "level": 2}, ("sectors:sector:steel",)),
        # 钢铁：… right among the tasks: the part has no head of its own
        ({"heading": "钢铁", "opens_part": True, "level": 3}, ("sectors", "sectors:sector:steel")),
        ({"heading": "其他", "opens_part": True, "level": 3}, ("sectors",)),
    ],
)
def test_rows_of_a_provision(fields: dict, expected: tuple[str, ...]) -> None:
    assert keys({"part": "sectors"} | fields, {}) == expected
