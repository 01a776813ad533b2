"""Needles: what every match of a pattern holds."""

import re
from pathlib import Path

import pytest

from policies.extraction.measures.needles import needle
from policies.extraction.vocabulary import load_vocabulary

SEEDS = Path(__file__).parents[3] / "seeds"
NEEDLES = [
    ("质押", "质押"),
    ("(?<!高)能耗", "能耗"),  # a look-around is no text
    ("人才(?!、|等)", "人才"),
    ("(?:购买|购置)[^，。]{0,6}设备", "设备"),
    ("项目(?:的)?[^，。；的]{0,5}(?:申报|评审)", "项目"),
    ("项目责任制?", "项目责任"),  # the last character may be missing
    (r"减免\d{1,2}年", "减免"),
    ("5G\\+", "5G"),
    ("(?:甲|乙)|丙丁", ""),  # a choice at the top
    ("(?:(?:甲|乙)丙|丁)戊", "戊"),
    ("(?:甲|乙)(?:丙|丁)", ""),
]


@pytest.mark.parametrize(("pattern", "expected"), NEEDLES)
def test_needle(pattern: str, expected: str) -> None:
    assert needle(pattern) == expected


def test_every_match_holds_its_needle() -> None:
    vocabulary = load_vocabulary()
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    terms = (*vocabulary.tools, *vocabulary.instruments, *vocabulary.themes)
    patterns = {pattern for term in terms for pattern in (*term.cues, *term.excludes)}
    patterns |= {p for theme in vocabulary.themes for p in theme.weak_cues + theme.last_cues}
    found = [(p, match.group()) for p in patterns for match in re.finditer(p, text)]
    assert len(found) > 500
    assert [(p, cue) for p, cue in found if needle(p) not in cue] == []
    assert sum(1 for p in patterns if needle(p)) > 0.9 * len(patterns)
