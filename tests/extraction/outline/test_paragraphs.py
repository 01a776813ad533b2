"""Paragraphs: lines, and what spaces set apart in a flattened text."""

import pytest

from policies.extraction.outline.paragraphs import split_paragraphs

CASES = [
    ("一、总体要求\n\n　　以人为本。", ["一、总体要求", "以人为本。"]),
    ("一、总体要求　　（一）指导思想。坚持创新。", ["一、总体要求", "（一）指导思想。坚持创新。"]),
    ("坚持创新。 （二）主要目标。", ["坚持创新。", "（二）主要目标。"]),
    ("一、总体要求 坚持创新。", ["一、总体要求", "坚持创新。"]),
    ("坚持创新。二、主要任务", ["坚持创新。", "二、主要任务"]),  # no space at all
    ("第一章　总则", ["第一章　总则"]),  # a number and its heading stay together
    ("推广 ERP 系统", ["推广 ERP 系统"]),  # a space inside a sentence
    ("发文字号： 云政发〔2013〕25号", ["发文字号： 云政发〔2013〕25号"]),
    ("《关于\n加快技术改造的意见》提出", ["《关于\n加快技术改造的意见》提出"]),  # a broken title
    ("《关于\n一、总体要求", ["《关于", "一、总体要求"]),  # one that never closes
    ("一、二、三产业融合。 加快发展。", ["一、二、三产业融合。", "加快发展。"]),
    ("若干意见 赣府发（2013）12号 各市：", ["若干意见", "赣府发（2013）12号", "各市："]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_split_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[p.start : p.end] for p in split_paragraphs(text)] == expected
