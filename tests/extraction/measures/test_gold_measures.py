"""Measures against the reference annotation: no document below the level the project promises."""

import json
from pathlib import Path

import pytest

from policies.extraction import extract
from policies.extraction.records import ExtractedDocument, Measure
from policies.extraction.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[3]
NEWER = {"emerging_industries", "procurement_demand"}  # codes younger than the annotation
DOCUMENTS = ("yunnan", "henan", "shandong")


@pytest.fixture(scope="module", params=DOCUMENTS)
def pairs(request: pytest.FixtureRequest) -> list[tuple[dict, Measure]]:
    """Pairs of an annotated measure and the extracted one at its place."""
    text = (ROOT / "seeds" / f"{request.param}.txt").read_text(encoding="utf-8")
    gold = json.loads((ROOT / "tests/gold" / f"{request.param}.json").read_text(encoding="utf-8"))
    document: ExtractedDocument = extract(text, load_vocabulary())
    found = {text[m.start : m.end]: m for m in document.measures}
    pairs = [(want, found[want["text"]]) for want in gold["measures"] if want["text"] in found]
    assert len(pairs) >= 0.97 * len(gold["measures"])
    return pairs


def test_themes_and_instruments(pairs: list[tuple[dict, Measure]]) -> None:
    hits = wanted = given = 0
    for want, measure in pairs:
        codes = {*measure.themes, *measure.instruments} - NEWER
        labels = set(want["instruments"])
        if "表彰" in want["text"]:  # domain notes, section 6: no subsidy
            labels.discard("subsidy_reward")
        hits, wanted, given = hits + len(codes & labels), wanted + len(labels), given + len(codes)
    assert 2 * hits / (wanted + given) >= 0.90


def test_actors(pairs: list[tuple[dict, Measure]]) -> None:
    for want, measure in pairs:
        assert [a.as_written for a in measure.actors] == want["actors"], want["text"]


def test_numbers(pairs: list[tuple[dict, Measure]]) -> None:
    for want, measure in pairs:
        found = {(float(number.value), number.unit) for number in measure.numbers}
        assert {(n["value"], n["unit"]) for n in want["numbers"]} <= found, want["text"]
