"""Outline, metadata and citations against the reference."""

from collections import Counter
from typing import Any

from .figures import Example, Score

Json = dict[str, Any]
METADATA = ("province", "province_code", "issuer", "issued_on", "addressees")


def score_outline(slug: str, export: Json, gold: Json) -> list[Score]:
    """A unit is found when its marker, level and heading and its parent's heading agree."""
    expected, found = Counter(_units(gold["outline"])), Counter(_units(export["outline"]))
    return [_counted("outline", "found", slug, export["text"], expected, found)]


def score_metadata(slug: str, export: Json, gold: Json) -> list[Score]:
    scores = []
    for field in METADATA:
        expected, found = gold["document"].get(field), export["document"].get(field)
        scores.append(
            _counted("document", field, slug, export["text"], _one(expected), _one(found))
        )
    return scores


def score_citations(slug: str, export: Json, gold: Json) -> list[Score]:
    """By title and number; gold has only those in 《》 or with a number, so others don't count."""
    ours = [one for one in export["document"]["citations"] if one["bracketed"] or one["number"]]
    expected = Counter({_citation(one) for one in gold["document"]["citations"]})
    found = Counter({_citation(one) for one in ours})
    planned_expected = Counter(
        {_citation(o) for o in gold["document"]["citations"] if o.get("future")}
    )
    planned = Counter({_citation(one) for one in ours if one.get("future")})
    text = export["text"]
    return [
        _counted("citation", "found", slug, text, expected, found),
        _counted("citation", "future", slug, text, planned_expected, planned),
    ]


def _units(outline: list[Json]) -> list[str]:
    return [
        f"{unit['level']} {unit['marker']}{unit['heading']} < {_parent(unit, outline)}"
        for unit in outline
    ]


def _parent(unit: Json, outline: list[Json]) -> str:
    return outline[unit["parent"]]["heading"] if unit["parent"] is not None else ""


def _citation(one: Json) -> str:
    return " ".join(filter(None, (one["title"], one["number"])))


def _one(value: object) -> Counter[str]:
    return Counter([str(value)] if value not in (None, "") else [])


def _counted(
    kind: str, field: str, slug: str, text: str, expected: Counter[str], found: Counter[str]
) -> Score:
    missed, false = expected - found, found - expected
    return Score(
        kind,
        field,
        slug,
        (expected & found).total(),
        false.total(),
        missed.total(),
        tuple(_example(slug, text, label, "") for label in missed.elements()),
        tuple(_example(slug, text, "", label) for label in false.elements()),
    )


def _example(slug: str, text: str, expected: str, found: str) -> Example:
    start = max(text.find(expected or found), 0)
    end = start + len(expected or found) if text.startswith(expected or found, start) else start
    return Example(slug, start, end, text[start:end], expected, found)
