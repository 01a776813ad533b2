"""Sentences: where one ends, and that none is lost."""

import json
from pathlib import Path

import pytest
from hypothesis import given

from policies.extraction.normalise import normalise
from policies.extraction.outline.sentences import COVERED, check_cover, split_sentences
from policies.extraction.outline.structure import parse_structure
from policies.extraction.records import Provision, Sentence
from policies.extraction.vocabulary import load_vocabulary

from .test_structure import texts

ROOT = Path(__file__).parents[3]
TEXT = "一、主要任务\n　　（一）加快改造。{}\n　　二、保障措施\n　　（一）加强领导。略。\n"


def read(text: str) -> tuple[tuple[Provision, ...], tuple[Sentence, ...]]:
    normal = normalise(text)
    provisions = parse_structure(normal, load_vocabulary())
    return provisions, split_sentences(normal, provisions)


def sentences(body: str) -> list[str]:
    text = TEXT.format(body)
    provisions, found = read(text)
    return [text[s.start : s.end] for s in found if s.provision == 1]


SPLIT = [
    ("支持技术改造。鼓励创新！", ["支持技术改造。", "鼓励创新！"]),
    ("推进改造；支持创新。", ["推进改造；", "支持创新。"]),
    ("省财政厅安排资金；各市也要安排资金。", ["省财政厅安排资金；", "各市也要安排资金。"]),
    ("家电重点发展冰箱；家具重点支持品牌。", ["家电重点发展冰箱；", "家具重点支持品牌。"]),
    ("推进改造。。加快创新。", ["推进改造。。", "加快创新。"]),  # a stray stop
    ("落实“关小建大。”要求。", ["落实“关小建大。”要求。"]),  # inside quotation marks
    ("支持甲（含乙；丙）发展。", ["支持甲（含乙；丙）发展。"]),  # inside brackets
    ("支持甲（乙。鼓励丙。", ["支持甲（乙。", "鼓励丙。"]),  # a bracket that never closes
    ("支持改造。（省财政厅牵头）", ["支持改造。（省财政厅牵头）"]),  # a note on the sentence
    ("支持改造。（省财政厅牵头）鼓励创新。", ["支持改造。（省财政厅牵头）", "鼓励创新。"]),
    (
        "支持改造。（责任单位：市经信局）。鼓励创新。",
        ["支持改造。（责任单位：市经信局）。", "鼓励创新。"],
    ),
    ("支持改造。（另有规定的）除外。", ["支持改造。", "（另有规定的）除外。"]),  # no note
]
WHOLE = [
    "研发费用，未形成无形资产的，按50%加计扣除；形成无形资产的，按150%摊销。",  # two cases
    "引导企业由制造向研发延伸；由使用技术向控制技术转变。",  # one verb governs both
    "主要包括：进项税额抵扣；固定资产加速折旧；研发费用加计扣除。",  # a list that ： governs
    "支持建设示范基地；其中省级基地不少于10个。",
    "支持下列产品；高档数控机床；工业机器人。",  # things, not acts
]


@pytest.mark.parametrize(("body", "expected"), SPLIT)
def test_split(body: str, expected: list[str]) -> None:
    assert sentences(body) == expected


@pytest.mark.parametrize("body", WHOLE)
def test_kept_whole(body: str) -> None:
    assert sentences(body) == [body]


def test_the_case_rule_needs_two_cases() -> None:
    assert len(sentences("支持企业改造；被认定为高新技术企业的，享受优惠。")) == 2


def test_roles_and_places() -> None:
    text = "二、主要任务\n　　实施以下工程：\n　　（一）节能工程。推广甲；支持乙。\n某省人民政府\n2013年3月5日\n"
    provisions, found = read(text)
    assert [(s.role, s.part, s.provision) for s in found] == [
        ("lead_in", "tasks", 0),
        ("sentence", "tasks", 1),
        ("sentence", "tasks", 1),
        ("sentence", "closing", None),
        ("sentence", "closing", None),
    ]
    assert text[slice(*found[2].period)] == text[slice(*found[2].paragraph)] == "推广甲；支持乙。"


@pytest.mark.parametrize("name", ["yunnan", "henan", "shandong"])
def test_measures_of_the_annotated_documents(name: str) -> None:
    text = (ROOT / f"seeds/{name}.txt").read_text(encoding="utf-8")
    gold = json.loads((ROOT / f"tests/gold/{name}.json").read_text(encoding="utf-8"))
    _, found = read(text)
    measures = [text[s.start : s.end] for s in found if s.part in COVERED and s.role == "sentence"]
    assert measures == [measure["text"] for measure in gold["measures"]]


@given(texts)
def test_every_character_is_covered_once(text: str) -> None:
    provisions, found = read(text)
    assert check_cover(normalise(text), provisions, found) == []
    for sentence in found:
        assert sentence.paragraph[0] <= sentence.period[0] <= sentence.start < sentence.end
        assert sentence.end <= sentence.period[1] <= sentence.paragraph[1]


def test_check_cover_finds_what_is_lost_or_doubled() -> None:
    text = "支持甲。支持乙。"
    _, (first, second) = read(text)
    assert check_cover(text, (), (first, second)) == []
    assert check_cover(text, (), (second,)) == ["0-4: left out: 支持甲。"]
    assert check_cover(text, (), (first,)) == ["4-8: left out: 支持乙。"]
    assert check_cover(text, (), (first, first, second)) == ["0-4: twice: 支持甲。"]
    assert check_cover(text[:6], (), (first, second))[0] == "4-8: not a span of the text"


def test_who_printed_when_stands_outside_the_text() -> None:
    text = (
        "一、主要任务\n加快改造。\n某市人民政府\n2013年3月5日\n（此件公开发布）\n抄送：市委办公室。\n"
        "某市人民政府办公室                2013年3月6日印发\n（共印200份）\n"
    )
    _, found = read(text)
    assert [s.part for s in found] == ["tasks", *["closing"] * 7]


def test_a_list_of_attachments_without_a_closing_is_no_measure() -> None:
    text = "一、主要任务\n加快改造。\n附：1.重点项目表\n    2.任务分工表\n"
    provisions, found = read(text)
    assert [s.part for s in found] == ["tasks", "closing", "closing"]
    assert [p.heading for p in provisions] == ["主要任务"]


EFFECT = [
    ("本计划自印发之日起施行，有效期3年。", True),
    ("本意见由省工业和信息化厅负责解释。", True),
    ("本计划确定的项目优先安排。", False),
    ("本市自2015年起安排专项资金。", False),
]


@pytest.mark.parametrize(("line", "closes"), EFFECT)
def test_since_when_it_holds_is_no_measure(line: str, closes: bool) -> None:
    text = f"一、主要任务\n　　加快改造。\n　　{line}\n附件1\n项目表\n"
    (part,) = {s.part for s in read(text)[1] if text[s.start : s.end] == line}
    assert (part == "closing") == closes


def test_a_note_behind_a_heading_is_no_sentence_of_its_own() -> None:
    # with paragraphs below it belongs to the heading, without any the whole is a sentence
    text = "一、主要任务\n　　（一）推进改造。（市工信局牵头）\n　　1.支持设备更新。\n　　（二）简化审批。（市发改委负责）\n"
    provisions, found = read(text)
    assert [text[s.start : s.end] for s in found] == [
        "支持设备更新。",
        "简化审批。（市发改委负责）",
    ]
    assert [p.heading for p in provisions] == ["主要任务", "推进改造", "", ""]


def test_a_sentence_is_no_paragraph_name() -> None:
    text = "一、主要目标\n　　质量是企业发展的根本要求。到2015年，产值率达到20%。\n　　创新能力显著增强。投入达到2%。\n"
    assert [provision.heading for provision in read(text)[0]] == ["主要目标", "创新能力显著增强"]
