"""The overlay: a pure function of what the machine said and what people decided."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.corrections.overlay import overlay

SAID = {
    "start": 10,
    "end": 20,
    "key": "k",
    "part": None,
    "doubt": "damaged_glyph: 疑为1.5%",
    "why": [],
    "value": 15,
    "unit": "%",
}
PLAIN = SAID | {"doubt": None}


@dataclass
class Act:
    """A correction as the overlay sees it."""

    action: str
    field: str = ""
    value: object = None
    number: int = 1
    state: str = "approved"
    start: int | None = None
    end: int | None = None


WHOLE = {"fields": {"value": 1.5, "unit": "%"}, "key": "a"}
STATUSES = {
    "untouched": (PLAIN, [], "unreviewed"),
    "doubtful": (SAID, [], "doubtful"),
    "corrected": (PLAIN, [Act("field", "unit", "个")], "corrected"),
    "a corrected number settles the doubt": (SAID, [Act("field", "value", 1.5)], "corrected"),
    "a corrected unit does not": (SAID, [Act("field", "unit", "个")], "doubtful"),
    "another span does not": (SAID, [Act("span", start=9, end=20)], "doubtful"),
    "confirmed": (SAID, [Act("confirm", value=WHOLE)], "reviewed"),
    "glyph read": (SAID, [Act("glyph", start=12, end=13)], "reviewed"),
    "glyph elsewhere": (SAID, [Act("glyph", start=20, end=21)], "doubtful"),
    "added": (None, [Act("add", value=WHOLE, start=1, end=5)], "added"),
    "added, then found": (PLAIN, [Act("add", value=WHOLE, start=1, end=5)], "added"),
    "only proposed": (PLAIN, [Act("field", "value", 1.5, state="proposed")], "unreviewed"),
    "sent back": (PLAIN, [Act("field", "value", 1.5, state="rejected")], "unreviewed"),
    "taken back": (PLAIN, [Act("confirm", value=WHOLE, state="reverted")], "unreviewed"),
}


@pytest.mark.parametrize(("said", "acts", "status"), STATUSES.values(), ids=STATUSES.keys())
def test_status(said: dict | None, acts: list[Act], status: str) -> None:
    assert overlay(said, acts).status == status


FIELDS = {
    "machine alone": (PLAIN, [], {"value": 15, "unit": "%"}),
    "one field": (PLAIN, [Act("field", "value", 3)], {"value": 3, "unit": "%"}),
    "the later number wins": (
        PLAIN,
        [Act("field", "value", 4, number=2), Act("field", "value", 3, number=1)],
        {"value": 4, "unit": "%"},
    ),
    "a field outranks a confirmation after it": (
        PLAIN,
        [Act("field", "value", 3, number=1), Act("confirm", value=WHOLE, number=2)],
        {"value": 3, "unit": "%"},
    ),
    "a confirmation holds the values it saw": (
        PLAIN,
        [Act("confirm", value=WHOLE)],
        {"value": 1.5, "unit": "%"},
    ),
    "a field taken back": (
        PLAIN,
        [Act("field", "value", 3, state="reverted")],
        {"value": 15, "unit": "%"},
    ),
}


@pytest.mark.parametrize(("said", "acts", "fields"), FIELDS.values(), ids=FIELDS.keys())
def test_fields(said: dict, acts: list[Act], fields: dict) -> None:
    assert overlay(said, acts).fields == fields


SPANS = {
    "machine": (PLAIN, [], (10, 20, "k")),
    "re-anchored": (PLAIN, [Act("span", start=8, end=22)], (8, 22, "k")),
    "re-anchored twice": (
        PLAIN,
        [Act("span", start=8, end=22), Act("span", start=9, end=21, number=2)],
        (9, 21, "k"),
    ),
    "anchor lost": (PLAIN, [Act("span")], (10, 20, "k")),
    "added": (None, [Act("add", value=WHOLE, start=1, end=5)], (1, 5, "a")),
    "added, then re-anchored": (
        None,
        [Act("add", value=WHOLE, start=1, end=5), Act("span", start=2, end=5, number=2)],
        (2, 5, "a"),
    ),
    "added, then found": (PLAIN, [Act("add", value=WHOLE, start=1, end=5)], (1, 5, "k")),
}


@pytest.mark.parametrize(("said", "acts", "place"), SPANS.values(), ids=SPANS.keys())
def test_span_and_key(said: dict | None, acts: list[Act], place: tuple) -> None:
    effective = overlay(said, acts)
    assert (effective.start, effective.end, effective.key) == place


def test_numbers_stay_where_they_are_when_the_span_begins_earlier() -> None:
    said = PLAIN | {"numbers": [{"value": 1, "start": 3, "end": 5}]}
    moved = overlay(said, [Act("span", start=8, end=22)])
    assert moved.start + moved.fields["numbers"][0]["start"] == 13


def test_rejected_only_by_an_approved_rejection() -> None:
    assert overlay(PLAIN, [Act("reject")]).state == "rejected"
    assert overlay(PLAIN, [Act("reject", state="proposed")]).state == "present"


def test_neither_extracted_nor_added() -> None:
    with pytest.raises(ValueError, match="neither"):
        overlay(None, [Act("field", "value", 3)])


acts = st.lists(
    st.builds(
        Act,
        action=st.sampled_from(["field", "confirm", "reject", "glyph", "span"]),
        field=st.sampled_from(["value", "unit"]),
        value=st.just(WHOLE),
        number=st.integers(1, 99),
        state=st.sampled_from(["proposed", "approved", "rejected", "reverted"]),
        start=st.just(11),
        end=st.just(12),
    ),
    unique_by=lambda act: act.number,
    max_size=6,
)


@given(acts, st.randoms())
def test_the_order_they_are_read_in_does_not_matter(given_acts: list[Act], turn: object) -> None:
    shuffled = given_acts.copy()
    turn.shuffle(shuffled)
    assert overlay(SAID, given_acts) == overlay(SAID, shuffled)


@given(acts)
def test_only_approved_ones_count_and_nothing_given_is_changed(given_acts: list[Act]) -> None:
    approved = [act for act in given_acts if act.state == "approved"]
    before = dict(SAID)
    assert overlay(SAID, given_acts) == overlay(SAID, approved)
    assert before == SAID
