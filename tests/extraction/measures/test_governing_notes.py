"""Notes that govern more than the sentence they stand in: paragraphs, units, headings."""

import pytest

from policies.extraction.pipeline import extract
from policies.extraction.vocabulary import load_vocabulary

HEAD = "一、主要任务\n"
TAIL = "\n二、保障措施\n（一）加强领导。各级各部门要形成合力。\n"


def read(body: str) -> dict[str, list[str]]:
    """Map the first four characters of each measure of the tasks to its actors."""
    text = HEAD + body + TAIL
    found = extract(text, load_vocabulary())
    return {
        text[m.start : m.start + 4]: [actor.as_written for actor in m.actors]
        for m in found.measures
        if m.part == "tasks"
    }


GOVERNED = [
    (  # behind the paragraph: for all its sentences
        "（一）设备更新。推广数控机床。建设智能工厂。（市经信局牵头，市财政局配合）",
        {"推广数控": ["市经信局", "市财政局"], "建设智能": ["市经信局", "市财政局"]},
    ),
    (  # ahead of its 。
        "（一）设备更新。推广数控机床。建设智能工厂（责任单位：市经信局）。",
        {"推广数控": ["市经信局"], "建设智能": ["市经信局"]},
    ),
    (  # as far back as another note
        "（一）设备更新。推广数控机床。（市科技局负责）建设智能工厂。培育示范车间。（市经信局负责）",
        {"推广数控": ["市科技局"], "建设智能": ["市经信局"], "培育示范": ["市经信局"]},
    ),
    (  # in the midst of a paragraph and ahead of its 。 only for the sentence
        "（一）设备更新。推广数控机床。建设智能工厂（市经信局牵头）。培育示范车间。",
        {"推广数控": [], "建设智能": ["市经信局"], "培育示范": []},
    ),
    (  # what the sentence itself names comes first; what stands behind ； has the note too
        "（一）设备更新。市财政局安排资金；支持数控机床推广。（责任部门：市工信局）",
        {"市财政局": ["市财政局", "市工信局"], "支持数控": ["市财政局", "市工信局"]},
    ),
    (  # square brackets, other labels
        "（一）设备更新。推广数控机床。建设智能工厂。【牵头单位：省工信厅；配合单位：省财政厅、省科技厅，各设区市政府】",
        {
            "推广数控": ["省工信厅", "省财政厅", "省科技厅", "各设区市政府"],
            "建设智能": ["省工信厅", "省财政厅", "省科技厅", "各设区市政府"],
        },
    ),
    ("（一）设备更新。推广数控机床。[责任单位：市工信局]", {"推广数控": ["市工信局"]}),
    (  # without brackets, at the end of the paragraph
        "（一）设备更新。推广数控机床。建设智能工厂。责任单位：市工信局、市财政局。",
        {"推广数控": ["市工信局", "市财政局"], "建设智能": ["市工信局", "市财政局"]},
    ),
    (  # a line of its own is for the unit, whatever its paragraphs
        "（一）设备更新\n推广数控机床。\n建设智能工厂。\n（责任单位：市工信局）\n（二）节能\n推广余热利用。",
        {"推广数控": ["市工信局"], "建设智能": ["市工信局"], "推广余热": []},
    ),
    (  # several such lines
        "（一）设备更新\n推广数控机床。\n牵头单位：市工信局\n配合单位：市财政局\n完成时限：2024年12月\n（二）节能\n推广余热利用。\n责任单位：市发改委",
        {"推广数控": ["市工信局", "市财政局"], "推广余热": ["市发改委"]},
    ),
    (  # below the last of several items: for all of them
        "（一）设备更新\n1.推广数控机床。\n2.建设智能工厂。\n责任部门：市工信局",
        {"推广数控": ["市工信局"], "建设智能": ["市工信局"]},
    ),
    (  # each item with its own
        "（一）设备更新\n1.推广数控机床。\n（市科技局）\n2.建设智能工厂。\n（市工信局）",
        {"推广数控": ["市科技局"], "建设智能": ["市工信局"]},
    ),
    (  # behind a heading: for what is below it
        "（一）设备更新（责任单位：市工信局、市财政局）\n推广数控机床。\n建设智能工厂。\n（二）节能\n推广余热利用。",
        {
            "推广数控": ["市工信局", "市财政局"],
            "建设智能": ["市工信局", "市财政局"],
            "推广余热": [],
        },
    ),
    (
        "（一）设备更新（市工信局牵头）。推广数控机床。建设智能工厂。",
        {"推广数控": ["市工信局"], "建设智能": ["市工信局"]},
    ),
    (
        "（一）设备更新。（市工信局牵头）推广数控机床。建设智能工厂。",
        {"推广数控": ["市工信局"], "建设智能": ["市工信局"]},
    ),
    (  # the line right below a heading
        "（一）设备更新\n（牵头单位：市工信局）\n推广数控机床。\n建设智能工厂。",
        {"推广数控": ["市工信局"], "建设智能": ["市工信局"]},
    ),
]


@pytest.mark.parametrize(("body", "expected"), GOVERNED)
def test_what_a_note_governs(body: str, expected: dict[str, list[str]]) -> None:
    assert read(body) == expected


NO_NOTES = [
    "（一）设备更新。推广数控机床。建设智能工厂（数字化车间）。",
    "（一）设备更新。推广数控机床。牵头单位要切实负起责任。",  # a sentence about them
]


@pytest.mark.parametrize("body", NO_NOTES)
def test_what_is_no_note(body: str) -> None:
    assert read(body)["推广数控"] == []


def test_roles_by_label_and_by_verb() -> None:
    text = HEAD + "推广数控机床。\n（牵头责任单位：市工信局，配合单位：市财政局、市科技局）" + TAIL
    actors = extract(text, load_vocabulary()).measures[0].actors
    assert [(actor.as_written, actor.role) for actor in actors] == [
        ("市工信局", "lead"),
        ("市财政局", "supporting"),
        ("市科技局", "supporting"),
    ]


def test_a_heading_is_read_without_its_note() -> None:
    text = "一、主要任务\n（一）设备更新（责任单位：市工信局）\n推广数控机床。\n（二）节能改造。（市发改委负责）\n推广余热利用。\n"
    provisions = extract(text, load_vocabulary()).provisions
    assert [p.heading for p in provisions] == ["主要任务", "设备更新", "节能改造"]
