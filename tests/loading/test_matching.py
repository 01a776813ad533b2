"""Which stored record is which new fact: certain pairs only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.corrections.places import Places
from policies.loading.found import Found
from policies.loading.matching import Known, match


def known(text: str, *quotes: str, key: str = "k", nth: int = 0) -> list[Known]:
    places = Places(text)
    return [
        Known(f"r{n}", "target", *_span(text, quote, nth), key, quote, places)
        for n, quote in enumerate(quotes)
    ]


def found(text: str, *quotes: str, key: str = "k", nth: int = 0) -> list[Found]:
    return [Found("target", *_span(text, quote, nth), key, quote, {}) for quote in quotes]


def _span(text: str, quote: str, nth: int) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    return start, start + len(quote)


OLD = "甲增长一成。\n乙增长一成。\n丙下降。"
CASES = {
    # what changed: new text, quotation of the old record, of the new fact, its key, paired?
    "nothing": (OLD, "甲增长一成", "甲增长一成", "k", True),
    "another key at the same place": (OLD, "甲增长一成", "甲增长一成", "other", False),
    "a paragraph before": ("新增。\n" + OLD, "甲增长一成", "甲增长一成", "k", True),
    "edited behind": (OLD.replace("甲增长一成。", "甲增长一成，明年止。"), "甲增长一成", "甲增长一成", "k", True),
    "edited before, unique quotation": (OLD.replace("甲增", "今年甲增"), "甲增长一成", "甲增长一成", "k", True),
    "the number edited": (OLD.replace("甲增长一成", "甲增长二成"), "甲增长一成", "甲增长二成", "k", False),
    "a longer quotation": (OLD, "甲增长", "甲增长一成", "k", False),
}  # fmt: skip


@pytest.mark.parametrize(
    ("new", "old_quote", "new_quote", "key", "same"), CASES.values(), ids=CASES
)
def test_one_record(new: str, old_quote: str, new_quote: str, key: str, same: bool) -> None:
    pairs = match(known(OLD, old_quote), found(new, new_quote, key=key), Places(new))
    assert pairs == ({"r0": 0} if same else {})


def test_equal_quotations_follow_their_paragraphs() -> None:
    old, new = "甲：增长一成。\n乙：增长一成。", "乙：增长一成。\n甲：增长一成。"
    stored = [*known(old, "增长一成"), *_renamed(known(old, "增长一成", nth=1))]
    facts = [*found(new, "增长一成"), *found(new, "增长一成", nth=1)]
    assert match(stored, facts, Places(new)) == {"r0": 1, "r1": 0}


def test_equal_quotations_in_edited_paragraphs_are_not_guessed() -> None:
    old, new = "甲：增长一成。\n乙：增长一成。", "今甲：增长一成。\n今乙：增长一成。"
    stored = [*known(old, "增长一成"), *_renamed(known(old, "增长一成", nth=1))]
    facts = [*found(new, "增长一成"), *found(new, "增长一成", nth=1)]
    assert match(stored, facts, Places(new)) == {}


def test_unique_means_among_all_not_among_what_is_left() -> None:
    old, new = "甲：增长一成。\n乙：增长一成。", "甲：增长一成。\n今丙：增长一成。"
    stored = [*known(old, "增长一成"), *_renamed(known(old, "增长一成", nth=1))]
    facts = [*found(new, "增长一成"), *found(new, "增长一成", nth=1)]
    assert match(stored, facts, Places(new)) == {"r0": 0}  # the second is not taken for 乙


def test_a_paragraph_that_moved_to_the_place_of_another_keeps_its_own_record() -> None:
    old, new = "化工甲。\n化工乙。\n末。", "化工乙。\n末。"
    stored = [*known(old, "化工"), *_renamed(known(old, "化工", nth=1))]
    assert match(stored, found(new, "化工"), Places(new)) == {"r1": 0}


def _renamed(stored: list[Known]) -> list[Known]:
    return [Known("r1", *(getattr(k, n) for n in list(k.__dataclass_fields__)[1:])) for k in stored]


lines = st.lists(st.text(alphabet="甲乙丙", min_size=1, max_size=3), min_size=1, max_size=6)


@given(lines, lines)
def test_pairs_are_one_to_one_and_quote_the_same(
    old_lines: list[str], new_lines: list[str]
) -> None:
    old, new = "\n".join(old_lines), "\n".join(new_lines)
    stored = [
        Known(f"r{i}", "target", i, i + 1, "k", old[i], Places(old))
        for i in range(len(old))
        if old[i] != "\n"
    ]
    facts = [Found("target", i, i + 1, "k", new[i], {}) for i in range(len(new)) if new[i] != "\n"]
    pairs = match(stored, facts, Places(new))
    assert len(set(pairs.values())) == len(pairs)
    by_ref = {fact.ref: fact for fact in stored}
    assert all(by_ref[ref].quote == facts[i].quote for ref, i in pairs.items())


@given(lines)
def test_the_same_text_pairs_everything(some: list[str]) -> None:
    text = "\n".join(some)
    stored = [Known(f"r{i}", "target", i, i + 1, "k", c, Places(text)) for i, c in enumerate(text)]
    facts = [Found("target", i, i + 1, "k", c, {}) for i, c in enumerate(text)]
    assert match(stored, facts, Places(text)) == {f"r{i}": i for i in range(len(text))}
