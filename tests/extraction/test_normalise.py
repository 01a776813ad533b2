"""Normalising: what changes, what must not, and that nothing moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.extraction.normalise import normalise

CASES = [
    # printed, read as
    ("１２．５％", "12.5%"),  # full-width figures
    ("ＥＲＰ", "ERP"),
    ("（一）加快，推进：；！", "（一）加快，推进：；！"),  # Chinese punctuation stays
    ("(一)加快,推进:;!", "（一）加快，推进：；！"),
    ("国发[2012]44号", "国发〔2012〕44号"),
    ("1,200亿元", "1,200亿元"),  # a thousands separator is no comma
    ("3项,66项", "3项，66项"),
    ("2015年,300家", "2015年，300家"),
    ("比例为1:3", "比例为1:3"),  # a ratio is no colon
    ("推动升级.加快改造.", "推动升级。加快改造。"),
    ("提高到百分之五十五.二、重点", "提高到百分之五十五。二、重点"),
    ("达到百分之二十.", "达到百分之二十。"),
    ("二十一.总体要求", "二十一.总体要求"),  # a number of a heading
    ("第一.总体要求", "第一.总体要求"),
    ("增长30%.加快", "增长30%。加快"),
    ("一.总体要求", "一.总体要求"),  # a heading's number
    ("1.5个百分点", "1.5个百分点"),
    ("项目的?监督", "项目的?监督"),  # what a lost character leaves is no end of sentence
    ("⻔⼾", "门户"),  # radicals printed for ideographs
    ("\ufeff一、要求。\u200b加快", " 一、要求。 加快"),  # marks without width
    ("增长1\ufeff5%", "增长1\ufeff5%"),  # between digits they stay, so that 5% is not read
    ("a\r\nb\u2028c", "a\n\nb\nc"),
    ("\u3000\u3000一、", "\u3000\u3000一、"),
]


@pytest.mark.parametrize(("printed", "expected"), CASES)
def test_normalise(printed: str, expected: str) -> None:
    assert normalise(printed) == expected


@given(st.text())
def test_nothing_moves(text: str) -> None:
    assert len(normalise(text)) == len(text)


@given(st.text(alphabet="一二.,:()[]!%０１ａ。，改造\n 12a"))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)
