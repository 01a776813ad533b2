"""Measures of a whole text: which sentences count, what stays with them, the same each time."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.extraction import extract
from policies.extraction.measures import near_identical_disagreements
from policies.extraction.records import ExtractedDocument
from policies.extraction.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()

TEXT = """各市人民政府：
一、总体要求
加快技术改造，提高发展质量。
二、重点任务
（一）推进节能降耗。支持企业开展余热利用。各级财政要增加投入；优化资金管理方式。
三、重点行业
化工：重点发展有机硅、氟树脂。主要措施如下：
推进盐化工深加工。
四、保障措施
（一）简化审批。备案在3个工作日内办结。
"""


@pytest.fixture(scope="module")
def document() -> ExtractedDocument:
    return extract(TEXT, VOCABULARY)


def test_every_sentence_of_a_covered_part_and_no_other(document: ExtractedDocument) -> None:
    assert [TEXT[m.start : m.end] for m in document.measures] == [
        "支持企业开展余热利用。",
        "各级财政要增加投入；",
        "优化资金管理方式。",
        "重点发展有机硅、氟树脂。",
        "推进盐化工深加工。",  # not the heading, not the lead-in before it
        "备案在3个工作日内办结。",
    ]


def test_a_measure_carries_all_its_fields(document: ExtractedDocument) -> None:
    first, second, third, fourth, _, last = document.measures
    assert (first.themes, first.force, first.force_cue) == (("green",), "encouraged", "支持")
    assert [a.as_written for a in second.actors] == ["各级财政"]
    assert third.actors == second.actors  # the subject stands before ；
    assert fourth.themes == ("product_upgrade",)  # plain development in a sector passage
    assert (last.instruments, last.specific) == (("approval",), True)
    assert [(n.role, TEXT[n.start : n.end]) for n in last.numbers] == [
        ("time_limit", "3个工作日内")
    ]


def test_only_a_silent_sentence_takes_the_codes_of_its_heading() -> None:
    text = "一、保障措施\n（一）强化组织领导。扎实做好各项工作。给予贷款贴息。\n（二）其他。扎实做好各项工作。"
    silent, speaking, nowhere = extract(text, VOCABULARY).measures
    assert (silent.instruments, silent.why) == (("organisation",), (("organisation", "组织领导"),))
    assert speaking.instruments == ("subsidy_reward",)
    assert nowhere.instruments == ()


LIST = "一、保障措施\n（一）资金支持。{}\n1.已办理备案；\n2.近三年无失信记录。\n（二）简化审批。项目由属地备案。"


@pytest.mark.parametrize(
    ("lead_in", "items"),
    [
        ("申报项目应当同时符合下列条件：", "project_management"),
        ("享受补助的企业须具备以下条件：", "project_management"),
        ("加快办理项目手续：", "approval"),  # a list of tasks: each says what it is
    ],
)
def test_a_list_of_conditions_says_who_may_apply(lead_in: str, items: str) -> None:
    first, *_, last = extract(LIST.format(lead_in), VOCABULARY).measures
    assert first.instruments == (items,)
    assert last.instruments == ("approval",)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(TEXT.splitlines()), max_size=14))
def test_spans_hold_and_the_same_text_gives_the_same_measures(lines: list[str]) -> None:
    text = "\n".join(lines)
    measures = extract(text, VOCABULARY).measures
    assert measures == extract(text, VOCABULARY).measures
    reached = 0
    for measure in measures:
        assert reached <= measure.start < measure.end <= len(text)
        reached = measure.end
        inside = [n for n in measure.numbers if measure.start <= n.start < n.end <= measure.end]
        assert inside == list(measure.numbers)
        assert measure.force_cue in text[measure.start : measure.end]


def test_near_identical_sentences_with_other_codes_are_listed(document: ExtractedDocument) -> None:
    green, *_, deep, _ = document.measures
    same = [("a", "支持企业开展余热利用。", green), ("b", "支持企业开展余热利用", green)]
    other = [("a", "支持企业开展余热利用。", green), ("b", "支持企业开展余热利用", deep)]
    unlike = [("a", "支持企业开展余热利用。", green), ("b", "推进盐化工深加工。", deep)]
    assert near_identical_disagreements(same) == ()
    assert near_identical_disagreements(unlike) == ()
    (found,) = near_identical_disagreements(other)
    assert found.documents == ("a", "b")
    assert found.codes == (("energy_saving", "green"), ("deep_processing", "product_upgrade"))
