"""The same place in a changed text, or none where that is not certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.corrections.places import Places, locate

OLD = "甲。支持钢铁改造。\n乙。支持水泥改造。\n丙。其他。"
STEEL, CEMENT = "支持钢铁改造", "支持水泥改造"
CASES = {
    "nothing changed": (OLD, STEEL, STEEL, 0),
    "a paragraph before it": ("新增。\n" + OLD, STEEL, STEEL, 0),
    "paragraphs in another order": ("丙。其他。\n乙。支持水泥改造。\n甲。支持钢铁改造。", STEEL, STEEL, 0),
    "its paragraph edited behind it": (OLD.replace("钢铁改造。", "钢铁改造。另行通知。"), STEEL, STEEL, 0),
    "its paragraph edited before it": (OLD.replace("甲。", "甲方。"), STEEL, STEEL, 0),
    "the quotation itself edited": (OLD.replace("钢铁改造", "钢铁改建"), STEEL, None, 0),
    "its paragraph gone": ("乙。支持水泥改造。\n丙。其他。", STEEL, None, 0),
    "its paragraph twice": ("甲。支持钢铁改造。\n" * 2 + "末。", "甲。支持钢铁改造", None, 1),
    "another paragraph at its place": ("支持钢铁改造。乙。\n支持钢铁改造。", STEEL, None, 1),
}  # fmt: skip


@pytest.mark.parametrize(("new", "quote", "found", "pad"), CASES.values(), ids=CASES.keys())
def test_locate(new: str, quote: str, found: str | None, pad: int) -> None:
    old = "前言。\n" * pad + OLD
    start = old.index(quote)
    place = locate(start, start + len(quote), Places(old), Places(new))
    assert (place and new[slice(*place)]) == found


def test_two_equal_words_follow_their_own_paragraphs() -> None:
    old, new = "化工甲。\n化工乙。", "化工乙。\n化工甲。"
    assert locate(0, 2, Places(old), Places(new)) == (5, 7)
    assert locate(5, 7, Places(old), Places(new)) == (0, 2)


def test_a_block_of_several_lines_moves_as_one() -> None:
    old, new = "头\n一\n二\n尾", "新\n头\n一\n二\n尾"
    assert locate(2, 5, Places(old), Places(new)) == (4, 7)


@pytest.mark.parametrize(("text", "block", "times"), [
    ("甲\n乙\n甲", "甲", 2),
    ("甲\n甲\n甲", "甲", 3),  # neighbours share a line break
    ("甲乙\n乙甲", "甲", 0),  # whole lines only
    ("甲\n乙\n甲\n乙", "甲\n乙", 2),
    ("", "", 1),
])  # fmt: skip
def test_count(text: str, block: str, times: int) -> None:
    assert Places(text).count(block) == times


texts = st.text(alphabet="甲乙丙。\n", max_size=40)


@given(texts, texts, st.data())
def test_what_is_found_reads_the_same(old: str, new: str, data: st.DataObject) -> None:
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    place = locate(start, end, Places(old), Places(new))
    assert place is None or new[slice(*place)] == old[start:end]


@given(
    st.lists(st.text(alphabet="甲乙丙丁", min_size=1, max_size=6), min_size=1, unique=True),
    st.randoms(),
)
def test_distinct_paragraphs_are_found_in_any_order(lines: list[str], turn: object) -> None:
    shuffled = lines.copy()
    turn.shuffle(shuffled)
    old, new = "\n".join(lines), "\n".join(shuffled)
    at = 0
    for line in lines:
        start, end = locate(at, at + len(line), Places(old), Places(new))
        assert new[start:end] == line
        assert start == 0 or new[start - 1] == "\n"
        at += len(line) + 1
