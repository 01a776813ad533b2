"""Measures against the reference: are they covered, and what is said of each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .figures import Example, Score
from .pairing import Item, machine_items, overlap, reference_items

Json = dict[str, Any]
COVERED = 0.8  # share of a reference measure's characters that must stand in measures of ours
NEWER = frozenset({"emerging_industries", "procurement_demand"})
"""Codes younger than the reference annotation: it is silent on them."""


@dataclass(frozen=True)
class _Told:
    """A reference measure beside the machine's measures in its place."""

    item: Item
    gold: Json
    own: tuple[Json, ...]


def score_measures(slug: str, export: Json, gold: Json) -> list[Score]:
    """Return coverage, and micro-averaged hits of codes, sectors, actors and numbers."""
    reference = reference_items(export["text"], gold["measures"])
    machine = machine_items(export["measures"])
    told = [
        _Told(one, one.record, tuple(own.record for own in machine if _mostly_in(own, one)))
        for one in reference
    ]
    return [
        _coverage(slug, reference, machine),
        _micro(slug, "instruments", told, _codes_expected, _codes_found),
        _micro(slug, "sectors", told, lambda one: set(one.gold["sectors"]), _sectors_found),
        _micro(slug, "actors", told, lambda one: set(one.gold["actors"]), _actors_found),
        _micro(slug, "numbers", told, _numbers_expected, _numbers_found),
    ]


def _mostly_in(own: Item, gold: Item) -> bool:
    return overlap(own, gold) * 2 > own.place[1] - own.place[0]


def _coverage(slug: str, reference: tuple[Item, ...], machine: tuple[Item, ...]) -> Score:
    covered = {place for own in machine for place in range(*own.place)}
    missed = [one for one in reference if _share(one, covered) < COVERED]
    false = [own for own in machine if not any(overlap(own, one) for one in reference)]
    return Score(
        "measure",
        "found",
        slug,
        len(reference) - len(missed),
        len(false),
        len(missed),
        tuple(Example(slug, *one.place, one.quote, one.quote, "") for one in missed),
        tuple(Example(slug, *one.place, one.quote, "", one.quote) for one in false),
    )


def _share(one: Item, covered: set[int]) -> float:
    return max(
        (
            sum(place in covered for place in range(*span)) / (span[1] - span[0])
            for span in one.spans
        ),
        default=0,
    )


def _micro(
    slug: str,
    field: str,
    told: list[_Told],
    expected_of: Callable[[_Told], set[str]],
    found_of: Callable[[_Told], set[str]],
) -> Score:
    hits, misses, false = 0, [], []
    for one in told:
        expected, found = expected_of(one), found_of(one)
        hits += len(expected & found)
        place = (slug, *one.item.place, one.item.quote)
        misses += [Example(*place, label, "") for label in sorted(expected - found)]
        false += [Example(*place, "", label) for label in sorted(found - expected)]
    return Score("measure", field, slug, hits, len(false), len(misses), tuple(misses), tuple(false))


def _left_aside(one: _Told) -> set[str]:
    """Codes that count for nobody: newer than the annotation, or marked as a matter of reading.

    表彰奖励 of officials is no subsidy (domain.md, section 6), whatever one file says.
    """
    neutral = NEWER | set(one.gold.get("also_acceptable") or ())
    return neutral | ({"subsidy_reward"} if "表彰" in one.gold["text"] else set())


def _codes_expected(one: _Told) -> set[str]:
    return set(one.gold["instruments"]) - _left_aside(one)


def _codes_found(one: _Told) -> set[str]:
    codes = {code for own in one.own for code in (*own["instruments"], *own["themes"])}
    return codes - _left_aside(one)


def _sectors_found(one: _Told) -> set[str]:
    """Names of ours; a branch of an expected sector counts as that sector."""
    expected, found = set(one.gold["sectors"]), set()
    for own in one.own:
        for link in own["sector_relations"]:
            above = expected & set(link["broader"])
            found |= {link["canonical"]} if link["canonical"] in expected or not above else above
    return found


def _actors_found(one: _Told) -> set[str]:
    """Names as written; one that holds or is held by an expected name counts as that name."""
    found = set()
    for name in {name for own in one.own for name in own["actors"]}:
        same = [gold for gold in one.gold["actors"] if gold in name or name in gold]
        found |= set(same) or {name}
    return found


def _numbers_expected(one: _Told) -> set[str]:
    return {_label(number) for number in one.gold["numbers"]}


def _numbers_found(one: _Told) -> set[str]:
    return {_label(number) for own in one.own for number in own["numbers"]}


def _label(number: Json) -> str:
    return f"{float(number['value']):g} {number['unit']}"
