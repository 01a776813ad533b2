"""Damaged words are marked, whole ones are not."""

import pytest

from policies.extraction import extract, load_vocabulary
from policies.extraction.quantities.damage import DOUBT, doubt_of_words

WORDS = [
    ("发展1\ue00f4-丁二醇等产品", DOUBT),
    ("项目的蟎场?1监督检查", DOUBT),  # a ? where characters were
    ("加快\ufffd造", DOUBT),
    ("加快\ufeff改造", None),  # a mark without width loses nothing
    ("怎么办？加快改造", None),
    ("详见www.example.cn/?a=1", None),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_doubt_of_words(text: str, expected: str | None) -> None:
    assert doubt_of_words(text, 0, len(text)) == expected


def test_every_kind_of_record_says_so() -> None:
    text = (
        "一、主要目标\n　　到2015年，装备水\ue001平明显提高，新产\ue001品产值率达到20%，投入达到1\ue0015%。\n"
        "　　二、保障措施\n　　加强监\ue001督检查。研发费用\ue001按50%加计扣除。组织实施。\n"
    )
    found = extract(text, load_vocabulary())
    assert [goal.doubt for goal in found.goals] == [DOUBT]
    assert [target.doubt for target in found.targets] == [DOUBT, "damaged_glyph: 疑为1.5%"]
    assert [measure.doubt for measure in found.measures] == [DOUBT, DOUBT, None]
    assert [policy.doubt for policy in found.tax_policies] == [DOUBT]
