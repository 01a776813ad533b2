"""The outline: numbers, levels, headings, parts."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.extraction.normalise import normalise
from policies.extraction.outline.structure import as_printed, parse_structure
from policies.extraction.records import Provision
from policies.extraction.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[3]
PIECES = [
    "一、",
    "（一）",
    "1.",
    "第一条",
    "——",
    "一是",
    "化工：",
    "。",
    "；",
    "：",
    "\n",
    "\u3000\u3000",
]
PIECES += ["主要目标", "重点行业", "2013年3月5日", "某省人民政府", "附件1", "（", "《", "支持"]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60).map("".join)


def outline(text: str) -> list[str]:
    """One line a provision: path, marker, heading, part."""
    provisions = parse_structure(normalise(text), load_vocabulary())
    return [f"{p.path} {p.marker}{p.heading} {p.part}" for p in provisions]


@pytest.mark.parametrize("name", ["yunnan", "henan", "shandong"])
def test_outline_of_the_annotated_documents(name: str) -> None:
    text = (ROOT / f"seeds/{name}.txt").read_text(encoding="utf-8")
    gold = json.loads((ROOT / f"tests/gold/{name}.json").read_text(encoding="utf-8"))
    expected = [(o["marker"], o["level"], o["heading"], o["parent"]) for o in gold["outline"]]
    found = parse_structure(normalise(text), load_vocabulary())
    assert [(p.marker, p.level, p.heading, p.parent) for p in found] == expected


NUMBERS = [
    # text, outline
    (
        "1、总体要求\n(1)工作思路。加快改造。",
        ["1 1、总体要求 guidance", "1-1 （1）工作思路 guidance"],
    ),
    ("一.主要任务\n1．节能。推广。", ["1 一.主要任务 tasks", "1-1 1.节能 tasks"]),
    ("一、主要任务\n一是抓改造。加快。", ["1 一、主要任务 tasks", "1-1 一是抓改造 tasks"]),
    ("一、主要任务\n第一，抓改造。加快。", ["1 一、主要任务 tasks", "1-1 第一，抓改造 tasks"]),
    ("一、基本原则\n——创新。突破。", ["1 一、基本原则 principles", "1-1 ——创新 principles"]),
    (
        "一、重点任务\n任务一：智能改造\n建设车间。\n任务二：节能改造\n开展诊断。",
        ["1 一、重点任务 tasks", "1-1 任务一：智能改造 tasks", "1-2 任务二：节能改造 tasks"],
    ),
    ("一、重点任务\n任务一方面是改造。", ["1 一、重点任务 tasks"]),
    ("一、二、三产业融合发展。", []),  # an enumeration is no number
    ("1.5亿元用于补助。", []),  # nor is a decimal
    ("一、主要任务\n（一）对企业给予100万元奖励。", ["1 一、主要任务 tasks", "1-1 （一） tasks"]),
    ("一、主要任务\n对企业，（一）给予奖励。", ["1 一、主要任务 tasks"]),  # inside a sentence
    (
        "一、主要任务\n（一）支持以下项目：\n1.甲；",
        ["1 一、主要任务 tasks", "1-1 （一） tasks", "1-1-1 1. tasks"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_numbers(text: str, expected: list[str]) -> None:
    assert outline(text) == expected


NAMES = [
    ("一、主要目标\n提高水平。达到10%。", ["1-1 提高水平 targets"]),  # under a heading of aims
    ("一、主要任务\n提高水平。达到10%。", []),  # elsewhere one such sentence is a sentence
    (
        "一、主要任务\n抓好改造。甲。\n抓好创新。乙。\n抓好管理。丙。",
        ["1-1 抓好改造 tasks", "1-2 抓好创新 tasks", "1-3 抓好管理 tasks"],
    ),
    ("一、技术改造重点\n化工：支持甲。\n钢铁：支持乙。", ["1-1 化工 sectors", "1-2 钢铁 sectors"]),
    ("一、技术改造重点\n主要包括：甲。\n具体如下：乙。", []),  # a lead-in is no name
    ("一、主要目标\n到2015年达到10%。另外。", []),  # a figure is no name
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_named_paragraphs(text: str, expected: list[str]) -> None:
    assert outline(text)[1:] == expected


PARTS = [
    # top-level heading, part
    ("充分认识企业技术改造的重要性", "significance"),
    ("总体思路、发展目标和基本原则", "guidance"),  # what is named first
    ("主要目标", "targets"),
    ("目标任务", "targets"),
    ("技术改造重点", "tasks"),
    ("突出重点，明确任务，着力推进重点领域技术改造", "tasks"),
    ("重点行业技术改造方向", "sectors"),
    ("实施百项重点技术改造示范项目", "projects"),
    ("发挥重大项目牵引作用", "tasks"),  # projects are not what it announces
    ("强化措施，搞好服务，努力营造良好环境", "safeguards"),
    ("加快发展生产性服务业", "tasks"),  # a service industry is no service
    ("加大支持力度", "safeguards"),
    ("推动企业转型", "tasks"),  # nothing recognised: recorded, not lost
]


@pytest.mark.parametrize(("heading", "part"), PARTS)
def test_parts_of_top_level_headings(heading: str, part: str) -> None:
    assert outline(f"一、总体要求\n略。\n二、{heading}\n略。")[1] == f"2 二、{heading} {part}"


DEEPER = [
    # heading above, heading, part
    ("总体要求", "发展目标", "targets"),
    ("重点任务", "强化服务", "tasks"),  # a task stays a task
    ("重点任务", "重点工程", "projects"),
    ("主要目标", "重点产品结构", "targets"),
    ("保障措施", "组织实施重点项目", "safeguards"),
]


@pytest.mark.parametrize(("above", "heading", "part"), DEEPER)
def test_parts_of_deeper_headings(above: str, heading: str, part: str) -> None:
    assert outline(f"一、{above}\n（一）{heading}。略。")[1] == f"1-1 （一）{heading} {part}"


def test_headings_that_run_through_sectors_are_the_sectors_part() -> None:
    text = "一、主要任务\n（一）{}。略。\n（二）{}。略。"
    assert [line[-7:] for line in outline(text.format("钢铁工业", "汽车产业"))[1:]] == [
        "sectors"
    ] * 2
    assert [line[-5:] for line in outline(text.format("节能", "智能化"))[1:]] == ["tasks"] * 2


def test_a_list_of_measures_without_aims_or_tasks_is_safeguards() -> None:
    lines = outline("一、鼓励更新。给予奖励。\n二、拓宽融资渠道。引导银行。")
    assert [line.split()[-1] for line in lines] == ["safeguards", "safeguards"]


def test_a_notice_and_what_it_wraps_are_two_trees() -> None:
    text = "一、加强领导\n抓好落实。\n某省人民政府\n2013年3月5日\n附件1\n（一）目标。甲。\n一、任务\n乙。"
    provisions = parse_structure(text, load_vocabulary())
    assert [p.path for p in provisions] == ["1", "2", "3"]
    assert text[provisions[0].start : provisions[0].end].endswith("抓好落实。")


@given(texts)
def test_spans_are_in_range_and_nested(text: str) -> None:
    provisions = parse_structure(normalise(text), load_vocabulary())
    assert [p.start for p in provisions] == sorted({p.start for p in provisions})
    assert len({p.path for p in provisions}) == len(provisions)
    for provision in provisions:
        _check(provision, provisions, text)


def _check(provision: Provision, provisions: tuple[Provision, ...], text: str) -> None:
    assert 0 <= provision.start < provision.heading_end <= provision.end <= len(text)
    if provision.parent is not None:
        parent = provisions[provision.parent]
        assert parent.start < provision.start and provision.end <= parent.end
        assert parent.level < provision.level
        assert provision.path.rpartition("-")[0] == parent.path


def test_markers_and_headings_are_kept_as_printed() -> None:
    text = "一、主要任务\n(1)加快“机器换人”(试点).推广设备。\n２．节能,减排\n推广。"
    normal = normalise(text)
    read = parse_structure(normal, load_vocabulary())
    assert [p.marker for p in read] == ["一、", "（1）", "2."]
    printed = [(p.marker, p.heading) for p in as_printed(text, normal, read)]
    assert printed == [
        ("一、", "主要任务"),
        ("(1)", "加快“机器换人”(试点)"),
        ("２．", "节能,减排"),
    ]
