"""Needles: plain strings of which every match of a pattern holds one."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.extraction.measures.needles import Needles, needles
from policies.extraction.vocabulary import load_vocabulary
from policies.extraction.vocabulary.bodies import load_bodies

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
    ("(?:甲|乙)(?:丙|丁)", "甲 乙"),  # one of a group that every match passes through
    ("(?:水|电力)[和等](?:保障|供应)", "保障 供应"),  # the group whose shortest word is longest
    ("(?:水|电)?(?:甲(?:保障|供应)|乙)", ""),  # neither an optional group nor one inside another
    ("(?:水|电)[^，]{0,3}|(?:保障|供应)", ""),
    ("(?<!水|电)(?:甲.|乙)", ""),  # words only, and no look-around
]


@pytest.mark.parametrize(("pattern", "expected"), NEEDLES)
def test_needle(pattern: str, expected: str) -> None:
    assert " ".join(needles(pattern)) == expected


def test_every_match_holds_its_needle() -> None:
    vocabulary = load_vocabulary()
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    terms = (*vocabulary.tools, *vocabulary.instruments, *vocabulary.themes)
    patterns = {pattern for term in terms for pattern in (*term.cues, *term.excludes)}
    themes = vocabulary.themes
    patterns |= {p for theme in themes for p in theme.weak_cues + theme.sector_cues}
    patterns |= {p for theme in themes for p in theme.last_cues}
    found = [(p, match.group()) for p in patterns for match in re.finditer(p, text)]
    assert len(found) > 500
    assert [(p, cue) for p, cue in found if not any(word in cue for word in needles(p))] == []
    assert sum(1 for p in patterns if all(needles(p))) > 0.98 * len(patterns)


WORDS = ["甲", "甲乙", "乙甲", "乙甲乙", "丙丙"]


@given(st.text(alphabet="甲乙丙", max_size=30))
def test_needles_are_found_wherever_they_stand(text: str) -> None:
    expected = {
        word: [at for at in range(len(text)) if text.startswith(word, at)] for word in WORDS
    }
    assert Needles(WORDS).find(text) == {word: at for word, at in expected.items() if at}


def test_the_initials_of_functions_leave_none_out() -> None:
    masked = load_bodies()["masked"]
    initials = re.match(r"\(\?=\[[^]]+\]\)", masked)[0]
    plain = re.compile(masked.removeprefix(initials))
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    words = re.findall("[\u4e00-\u9fff]{2,}", load_bodies()["function"])
    text += "".join(f"，{word}局、{word}部门" for word in words)
    found = [match.span() for match in re.finditer(masked, text)]
    assert found == [match.span() for match in plain.finditer(text)]
    assert len(found) > len(words) / 2
