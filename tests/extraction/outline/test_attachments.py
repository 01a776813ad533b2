"""Attached tables are no text of the policy; attached plans are."""

import pytest

from policies.extraction import extract, load_vocabulary

NOTICE = "　　一、主要任务\n　　加快改造。\n　　二、保障措施\n　　加强领导。\n某市人民政府\n2016年5月20日\n"
ROWS = "一、装备制造\n1．某公司技改项目，总投资3亿元，新增生产线2条。\n二、食品\n2．某粮油公司植物油项目。\n"

# lines behind the closing, how many measures they give
ATTACHED = [
    ("附件1\n某市重点技改项目表\n" + ROWS, 0),
    ("附件\n2016年重点任务分工清单（第一批）\n" + ROWS, 0),
    ("附件1\n某市重点项目表\n" + ROWS + "附件2\n某市技改行动计划\n一、重点任务\n支持改造。\n", 1),
    ("附件\n某市技改行动计划\n一、重点任务\n支持改造。\n", 1),  # a plan
    ("附件\n关于项目表管理的规定\n一、重点任务\n支持改造。\n", 1),  # speaks of tables, is none
]


@pytest.mark.parametrize(("lines", "count"), ATTACHED)
def test_rows_of_a_table_are_no_measures(lines: str, count: int) -> None:
    found = extract(NOTICE + lines, load_vocabulary())
    assert len(found.measures) == 2 + count
    assert not found.targets
