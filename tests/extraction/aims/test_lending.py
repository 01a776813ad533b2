"""What a clause says once for several numbers, and near misses where it does not."""

import pytest

from tests.extraction.aims.clauses import TARGETS, TASKS, aims, numbers

# clauses, (indicator, number, annual) of each target
YEARLY = [
    (
        "每年实施800个重点技改项目，推动5000家企业实施智能化改造。",
        [("每年实施重点技改项目数", "800", True), ("每年推动实施智能化改造的企业数", "5000", True)],
    ),
    (
        "每年从完工项目中，评选10个标杆项目。",
        [("每年评选标杆项目数", "10", True)],
    ),
    # a level and a total are no numbers of each year
    (
        "每年新增国家级企业技术中心2家，总数达到30家。",
        [("每年新增国家级企业技术中心数", "2", True), ("国家级企业技术中心数", "30", False)],
    ),
    (
        "每年实施800个重点技改项目，到2020年建成智能车间300个。",
        [("每年实施重点技改项目数", "800", True), ("智能车间数", "300", False)],
    ),
]


@pytest.mark.parametrize(("clauses", "expected"), YEARLY)
def test_each_year(clauses: str, expected: list[tuple[str, str, bool]]) -> None:
    found = [(t.indicator, str(t.value), t.annual) for t in aims(clauses)[0]]
    assert [row[1:] for row in found] == [row[1:] for row in expected]
    assert found[0] == expected[0]


# clauses, (indicator, number) of each target
SHARED = [
    (
        "工业增加值年均增长保持在7%左右、力争达到8%。",
        [("工业增加值年均增长率", "~7%"), ("工业增加值年均增长率", "=8%")],
    ),
    ("利润率提高2个百分点，税率达到5%。", [("利润率", "=2百分点"), ("税率", "=5%")]),  # own subject
    (
        "形成3个千亿级和5个百亿级产业集群。",
        [("千亿级产业集群数", "=3个"), ("百亿级产业集群数", "=5个")],
    ),
    (
        "建成2个国家级、9个省级工业设计中心。",
        [("国家级工业设计中心数", "=2个"), ("省级工业设计中心数", "=9个")],
    ),
    ("建成3个特色园区和5个市级产业集群。", [("特色园区数", "=3个"), ("市级产业集群数", "=5个")]),
]


@pytest.mark.parametrize(("clauses", "expected"), SHARED)
def test_said_once(clauses: str, expected: list[tuple[str, str]]) -> None:
    assert numbers(clauses) == expected


# frame, clauses, (indicator, number) of each target: names a reader would recognise
NAMED = [
    (TARGETS, "到2015年，工业总资产达到900亿元，年均增长20%。", [("工业总资产", "=900亿元"), ("工业总资产年均增长率", "=20%")]),
    (TARGETS, "到2015年，全员劳动生产率年均提高8%。", [("全员劳动生产率", "=8%")]),
    (TARGETS, "技改投资规模较2023年增长30%以上。", [("技改投资规模增长率", ">=30%")]),
    (TARGETS, "到2020年，淘汰炼铁300万吨、水泥500万吨。", [("淘汰炼铁产能", "=300万吨"), ("淘汰水泥产能", "=500万吨")]),
    (TARGETS, "关停小煤矿20处。", [("关停小煤矿数", "=20处")]),
    (TARGETS, "到2020年，水泥产能达到500万吨。", [("水泥产能", "=500万吨")]),  # nothing is ended
    (TARGETS, "推动500家规模以上企业开展诊断服务。", [("开展诊断服务的规模以上企业数", "=500家")]),
    (TARGETS, "培育500家开展诊断服务的机构。", [("开展诊断服务的机构数", "=500家")]),
    (TARGETS, "2018—2020年3年技改总投资不低于600亿元。", [("技改总投资额", ">=600亿元")]),
    (TARGETS, "3年期技改贷款余额达到600亿元。", [("3年期技改贷款余额", "=600亿元")]),  # a kind of loan
    (TARGETS, "到2011年，工业销售收入达到3000亿元，其中装备制造业达到800亿元。", [("工业销售收入", "=3000亿元"), ("装备制造业销售收入", "=800亿元")]),
    (TARGETS, "到2011年，新产品产值率达到20%，技改贷款达到80亿元。", [("新产品产值率", "=20%"), ("技改贷款", "=80亿元")]),
    (TARGETS, "技改投资突破300亿，年均增长12%。", [("技改投资额", ">300亿元"), ("技改投资年均增长率", "=12%")]),
    (TARGETS, "到2025年，产业集群总量超过五千亿规模。", [("产业集群总量", ">5000亿元")]),
    (TARGETS, "到2025年，用户数达到3亿。", []),  # of what, nobody says
    (TARGETS, "强化两个开发区的配套建设。", []),  # only how many there are
    (TARGETS, "建设两个开发区。", [("开发区数", "=2个")]),
    (TASKS, "每年评选不多于5个标杆项目。", []),  # a limit, not an aim
    (TASKS, "每年评选不少于5个标杆项目。", [("标杆项目数", ">=5个")]),
]  # fmt: skip


@pytest.mark.parametrize(("frame", "clauses", "expected"), NAMED)
def test_names(frame: str, clauses: str, expected: list[tuple[str, str]]) -> None:
    found = [(name.removeprefix("每年评选"), number) for name, number in numbers(clauses, frame)]
    assert found == expected


SECTORS = [
    ("到2015年，装备制造、食品、能源三大产业产值占比达到90%。", None),  # of all together
    ("到2015年，装备制造业产值占比达到30%。", "equipment"),
]


@pytest.mark.parametrize(("clauses", "sector"), SECTORS)
def test_one_sector_or_none(clauses: str, sector: str | None) -> None:
    assert [target.sector for target in aims(clauses)[0]] == [sector]


# clauses, (indicator) of each goal
GOALS = [
    ("尽快提高经济规模。", ["经济规模"]),
    ("产业结构与资源条件相适应。", ["产业结构"]),
    ("行业平均负债率保持合理。", ["行业平均负债率"]),
    ("总量规模、质量效益同步提升。", ["总量规模、质量效益"]),
]


@pytest.mark.parametrize(("clauses", "expected"), GOALS)
def test_goals(clauses: str, expected: list[str]) -> None:
    assert [goal.indicator for goal in aims(clauses)[1]] == expected
