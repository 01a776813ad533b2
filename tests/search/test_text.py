"""Folding keeps places; tokens hold every pair, every run's end, numbers and words whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.models.search_text import fold, tokens


@given(st.text())
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("技術改造", "技术改造"),
        ("ＣＡＤ／１５％", "cad/15%"),
        ("⽂⼾", "文户"),  # radicals printed for ideographs
        ("10²", "10²"),  # not 102
        ("①", "①"),
        ("İ", "İ"),  # its small letter is two characters
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("技术改造", ["技术", "术改", "改造", "造"]),
        ("达到1.5亿元", ["达到", "到", "1.5", "亿元", "元"]),
        ("erp、mes", ["erp", "mes"]),
        ("1.5.", ["1.5"]),
        ("，。", []),
        ("a" * 50, ["a" * 40]),
    ],
)
def test_tokens(text: str, found: list[str]) -> None:
    assert tokens(text) == found
