"""Word marks: deterministic, complete, and only between texts that are alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.comparison.wordmarks import bared, closest, word_marks

BASE = "对列入计划的重点技术改造项目给予贴息补助"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (BASE, []),
        (
            "对列入计划的重点技术改造项目给予奖励补助",
            ["奖励补助"],
        ),  # 贴息补助 is one word of the vocabulary
        ("对列入计划的重点技术改造项目，给予贴息补助", []),  # punctuation is no difference
        (f"（三）{BASE}", []),  # nor is a heading's number
        (f"3、{BASE}", []),
        (f"3.5%的项目{BASE}", ["3.5%的项目"]),  # no heading's number
    ],
)
def test_marks(text: str, marked: list[str]) -> None:
    assert [run for run, differs in word_marks(text, BASE) if differs] == marked


def test_without_a_reference_nothing_is_marked() -> None:
    assert word_marks(BASE, "") == ((BASE, False),)


@pytest.mark.parametrize(
    ("references", "expected"),
    [
        (["组织实施好示范工程", BASE[:-2]], BASE[:-2]),
        (["组织实施好示范工程"], ""),  # less than 60 % alike
        ([], ""),
    ],
)
def test_closest(references: list[str], expected: str) -> None:
    assert closest(BASE, bared(references)) == expected


@given(
    st.text(alphabet="技术改造项目，。12%企业a", max_size=30),
    st.text(alphabet="技术改造企业，", max_size=30),
)
def test_marks_joined_are_the_text(text: str, reference: str) -> None:
    assert "".join(run for run, _ in word_marks(text, reference)) == text
