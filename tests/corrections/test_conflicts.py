"""Where a new extraction disagrees with a person."""

import pytest

from policies.corrections.conflicts import conflicts
from policies.corrections.overlay import overlay

from .test_overlay import PLAIN, WHOLE, Act

FIELD = [Act("field", "value", 3)]
CONFIRMED = [Act("confirm", value={"fields": {"value": 15, "unit": "%"}})]
DOUBT = {"doubt": "damaged_glyph: 疑为1.5%"}
CASES = {
    "machine says the same as before": (PLAIN, PLAIN, FIELD, []),
    "machine changes its mind": (PLAIN, PLAIN | {"value": 16}, FIELD, ["value"]),
    "machine comes to agree": (PLAIN, PLAIN | {"value": 3}, FIELD, []),
    "another field changes": (PLAIN, PLAIN | {"unit": "个"}, FIELD, []),
    "only a proposal": (PLAIN, PLAIN | {"value": 16}, [Act("field", "value", 3, state="proposed")], []),
    "a confirmed value changes": (PLAIN, PLAIN | {"unit": "个"}, CONFIRMED, ["unit"]),
    "a new doubt after a confirmation": (PLAIN, PLAIN | DOUBT, CONFIRMED, ["doubt"]),
    "the doubt that was settled": (PLAIN | DOUBT, PLAIN | DOUBT, CONFIRMED, []),
    "an added record, found with another value": (
        None, PLAIN, [Act("add", value=WHOLE, start=1, end=2)], ["value"],
    ),
    "an added record, found alike": (
        None, PLAIN | {"value": 1.5}, [Act("add", value=WHOLE, start=1, end=2)], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("before", "now", "acts", "fields"), CASES.values(), ids=CASES.keys())
def test_conflicts(before: dict | None, now: dict, acts: list[Act], fields: list[str]) -> None:
    found = conflicts(before, now, acts, overlay(now, acts))
    assert [conflict["field"] for conflict in found] == fields
