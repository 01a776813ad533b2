"""Clauses of the targets part to goals, with what is no goal beside them."""

import pytest

from tests.extraction.aims.clauses import SAFEGUARDS, TARGETS, TASKS, aims, quote

# clauses, (indicator, statement) of each goal
HITS = [
    (
        "到2020年，装备水平明显提高，创新能力明显增强。",
        [("装备水平", "装备水平明显提高"), ("创新能力", "创新能力明显增强")],
    ),
    # a verb first: what it acts on
    (
        "加快新一代信息技术应用，推动两化融合取得实质进展。",
        [
            ("新一代信息技术应用", "加快新一代信息技术应用"),
            ("两化融合", "推动两化融合取得实质进展"),
        ],
    ),
    (
        "亿元工业增加值事故死亡率持续下降。",
        [("亿元工业增加值事故死亡率", "亿元工业增加值事故死亡率持续下降")],
    ),
    # what a group does is what it is about
    ("水泥行业全部实施脱硝改造。", [("水泥行业脱硝改造", "水泥行业全部实施脱硝改造")]),
    ("大型企业率先建立研发机构。", [("大型企业研发机构", "大型企业率先建立研发机构")]),
    ("重点企业实现全覆盖。", [("重点企业", "重点企业实现全覆盖")]),
    ("建成一批示范基地。", [("示范基地", "建成一批示范基地")]),
    ("形成一批具有自主创新能力的优势企业。", [("优势企业", "形成一批具有自主创新能力的优势企业")]),
    # a subject left out
    (
        "化工行业保持全国领先，部分达到国际先进水平。",
        [("化工行业", "化工行业保持全国领先"), ("化工行业", "化工行业部分达到国际先进水平")],
    ),
    # 其中 names parts of what was said
    (
        "装备水平明显提高，其中，烟草行业继续保持全国领先。",
        [("装备水平", "装备水平明显提高"), ("烟草行业装备水平", "烟草行业继续保持全国领先")],
    ),
    # after a number
    ("融合指数达到65%以上，总体接近全国平均水平。", [("融合指数", "融合指数总体接近全国平均水平")]),
    # parallel statements, and a list of things with one
    (
        "促进产业发展增效益、结构调整上档次。",
        [("产业发展", "促进产业发展增效益"), ("结构调整", "结构调整上档次")],
    ),
    (
        "单位产值能耗、水耗等指标优于国家下达的指标。",
        [("单位产值能耗、水耗等指标", "单位产值能耗、水耗等指标优于国家下达的指标")],
    ),
    ("能耗完成目标任务。", [("能耗", "能耗完成目标任务")]),
    # circumstances before an aim
    ("通过技术改造，促进结构调整。", [("结构调整", "促进结构调整")]),
    # a programme's name counts nothing
    ("打造“百项技术改造示范工程”。", [("百项技术改造示范工程", "打造“百项技术改造示范工程”")]),
    # so does a size in a name
    ("千亿元企业实现零的突破。", [("千亿元企业", "千亿元企业实现零的突破")]),
    ("规模以上企业研发机构全覆盖。", [("规模以上企业研发机构", "规模以上企业研发机构全覆盖")]),
    (
        "达到国内领先水平的产品比例明显提高。",
        [("达到国内领先水平的产品比例", "达到国内领先水平的产品比例明显提高")],
    ),
    ("率先建成区域制造中心。", [("区域制造中心", "率先建成区域制造中心")]),
    ("绿色制造体系日趋完善。", [("绿色制造体系", "绿色制造体系日趋完善")]),
    ("促进产业链向高端延伸发展。", [("产业链向高端延伸发展", "促进产业链向高端延伸发展")]),
]


@pytest.mark.parametrize(("clauses", "expected"), HITS)
def test_goals(clauses: str, expected: list[tuple[str, str]]) -> None:
    assert [(goal.indicator, goal.statement) for goal in aims(clauses)[1]] == expected


NO_GOALS = [
    (TARGETS, "到2020年，数控化率达到50%以上。"),  # a number: a target
    (TARGETS, "通过技术改造，数控化率达到50%。"),
    (TARGETS, "围绕结构调整，以创新为动力，数控化率达到50%。"),
    (TARGETS, "到2020年，实现以下目标：\n　　数控化率达到50%。"),
    (TARGETS, "提高创新能力。数控化率达到50%。"),  # a run-in heading
    (TARGETS, "大力推进老旧设备更新。"),  # work to be done, no state
    (TARGETS, "支持企业实施技术改造，完善项目推进机制。"),
    (TARGETS, "以创新为主线，加快产业升级，打造制造高地。"),  # guidance
    (TASKS, "装备水平明显提高。"),  # not in the targets part
    (SAFEGUARDS, "专项资金逐步实现明显增加。"),
]


@pytest.mark.parametrize(("frame", "clauses"), NO_GOALS)
def test_no_goals(frame: str, clauses: str) -> None:
    assert aims(clauses, frame)[1] == ()


# clauses, field, its value in each goal
FIELDS = [
    ("到2020年，装备水平明显提高，创新能力增强。", "due", ["2020", "2020"]),
    ("创新能力增强，到2020年，装备水平明显提高。", "due", [None, "2020"]),
    ("“十三五”期间，装备水平明显提高。结构进一步优化。", "due", ["2016-2020", "2016-2020"]),
    ("“十三五”期间，装备水平明显提高。", "due_start", [2016]),
    ("“十三五”期间，装备水平明显提高。", "due_end", [2020]),
    ("力争装备水平明显提高，创新能力增强。", "aspirational", [True, True]),
    ("装备水平明显提高，力争创新能力增强。", "aspirational", [False, True]),
    ("装备水平明显提高。", "indicators", [("equipment_level",)]),
    ("重点企业技术装备达到国内先进水平。", "key", ["equipment_domestic"]),
    (
        "装备水平提高，其中，烟草行业保持全国领先，部分达到国际先进水平。",
        "key",
        ["equipment_level", "equipment_domestic", "equipment_international"],
    ),
    (
        "工业单位产值能耗、水耗优于国家指标。",
        "indicators",
        [("energy_intensity", "water_intensity")],
    ),
    ("企业发展上层次。", "key", ["企业发展"]),
]


@pytest.mark.parametrize(("clauses", "field", "values"), FIELDS)
def test_field(clauses: str, field: str, values: list[object]) -> None:
    assert [getattr(goal, field) for goal in aims(clauses)[1]] == values


QUOTES = [
    ("到2020年，全省装备水平明显提高。", ["装备水平明显提高"]),
    (
        "化工行业保持领先，部分达到国际先进水平。",
        ["化工行业保持领先", "化工行业保持领先，部分达到国际先进水平"],
    ),
]


@pytest.mark.parametrize(("clauses", "expected"), QUOTES)
def test_span(clauses: str, expected: list[str]) -> None:
    assert [quote(goal, clauses) for goal in aims(clauses)[1]] == expected
