"""What a clause begins with before it names what it counts."""

import pytest

from policies.extraction.aims.phrases import skip_head

HEADS = [
    # clause, what is left of it
    ("到2015年，投资达到5%", "投资达到5%"),
    ("今后五年（2013-2017），投资达到5%", "投资达到5%"),  # a period in brackets
    ("（试点）投资达到5%", "（试点）投资达到5%"),  # brackets that hold none
    ("（约", "（约"),  # a clause that ends before its bracket does
]


@pytest.mark.parametrize(("clause", "left"), HEADS)
def test_skip_head(clause: str, left: str) -> None:
    _, start, _, _ = skip_head(f"{clause}）", 0, len(clause))
    assert clause[start:].lstrip("，") == left
