"""Paragraphs without a heading that state aims, with those beside them that do not."""

import pytest

from policies.extraction.normalise import normalise
from policies.extraction.outline.sentences import split_sentences
from policies.extraction.outline.structure import parse_structure
from policies.extraction.vocabulary import load_vocabulary

GUIDANCE = "一、总体要求\n坚持创新驱动。\n{}\n二、重点任务\n（一）推进改造。实施技改。\n"
AHEAD = "{}\n一、推进改造\n1.支持企业实施技改。\n2.支持企业节能。\n"
SIGNIFICANCE = "一、重要意义\n{}\n二、重点任务\n（一）推进改造。实施技改。\n"

STATED = [
    (GUIDANCE, "到2025年，数控化率达到60%。"),
    (GUIDANCE, "力争到2025年，数控化率达到60%。"),
    (GUIDANCE, "总体目标是：到2025年，数控化率达到60%。"),
    (GUIDANCE, "通过3年努力，数控化率达到60%。"),
    (GUIDANCE, "“十四五”期间，数控化率达到60%。"),
    (GUIDANCE, "到2025年，建成强市。\n——创新更强。研发占比达到2%。"),
    (GUIDANCE, "到2025年，建成强市。\n创新能力更强，研发占比达到2%。"),
    (AHEAD, "总的要求是，坚持创新，力争经过3年努力，数控化率达到60%。"),
]
NOT_STATED = [
    (GUIDANCE, "立足实际，到2025年前后要取得成效。"),
    (GUIDANCE, "2013年，全省数控化率达到30%。"),
    (SIGNIFICANCE, "到2012年，全省数控化率达到30%。"),
    (AHEAD, "到2012年，全省数控化率达到30%。"),
    (AHEAD, "总的要求是，坚持创新驱动。"),
]


def parts_of(frame: str, paragraphs: str) -> list[str]:
    text = normalise(frame.format(paragraphs))
    at = text.index(normalise(paragraphs))
    sentences = split_sentences(text, parse_structure(text, load_vocabulary()))
    return [s.part for s in sentences if at <= s.start < at + len(paragraphs)]


@pytest.mark.parametrize(("frame", "paragraphs"), STATED)
def test_a_paragraph_that_begins_with_its_date_states_aims(frame: str, paragraphs: str) -> None:
    assert set(parts_of(frame, paragraphs)) == {"targets"}


@pytest.mark.parametrize(("frame", "paragraphs"), NOT_STATED)
def test_others_do_not(frame: str, paragraphs: str) -> None:
    assert "targets" not in parts_of(frame, paragraphs)


def test_the_next_section_has_its_own_part() -> None:
    text = normalise(GUIDANCE.format("到2025年，建成强市。"))
    sentences = split_sentences(text, parse_structure(text, load_vocabulary()))
    assert sentences[-1].part == "tasks"
