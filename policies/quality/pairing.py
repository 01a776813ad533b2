"""Which record of the machine answers which record of the reference."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .figures import Example, Score

Json = dict[str, Any]


@dataclass(frozen=True)
class Item:
    """A record with every place it may stand at: a reference quote may occur more than once."""

    record: Json
    spans: tuple[tuple[int, int], ...]
    quote: str

    @cached_property
    def place(self) -> tuple[int, int]:
        return self.spans[0] if self.spans else (0, 0)


@dataclass(frozen=True)
class Pairing:
    pairs: tuple[tuple[Item, Item], ...]  # (reference, machine)
    missed: tuple[Item, ...]
    false: tuple[Item, ...]


def reference_items(text: str, records: list[Json]) -> tuple[Item, ...]:
    """Return the reference's records with every place where their quote stands in `text`."""
    return tuple(
        Item(record, tuple(_occurrences(text, record["quote"])), record["quote"])
        for record in records
    )


def machine_items(records: list[Json]) -> tuple[Item, ...]:
    """Return the export's records with their place."""
    return tuple(
        Item(record, ((record["start"], record["end"]),), record.get("quote") or record["text"])
        for record in records
    )


def overlap(one: Item, other: Item) -> int:
    """Return how many characters the two share at most."""
    return max((min(b, d) - max(a, c) for a, b in one.spans for c, d in other.spans), default=0)


def pair(
    reference: tuple[Item, ...], machine: tuple[Item, ...], agree: Callable[[Json, Json], int]
) -> Pairing:
    """Pair one to one where spans overlap and `agree(reference, machine)` is above 0, best first."""
    candidates = [
        (agree(gold.record, own.record), overlap(gold, own), -i, -j)
        for i, gold in enumerate(reference)
        for j, own in enumerate(machine)
        if overlap(gold, own) > 0
    ]
    taken: dict[int, int] = {}
    for grade, _, i, j in sorted(candidates, reverse=True):
        if grade > 0 and -i not in taken and -j not in taken.values():
            taken[-i] = -j
    return Pairing(
        pairs=tuple((reference[i], machine[j]) for i, j in sorted(taken.items())),
        missed=tuple(one for i, one in enumerate(reference) if i not in taken),
        false=tuple(one for j, one in enumerate(machine) if j not in taken.values()),
    )


def found_score(kind: str, document: str, pairing: Pairing, label: Callable[[Json], str]) -> Score:
    """Return how many records were found; `doubtful` ones count for nobody."""
    doubtful = [gold for gold, _ in pairing.pairs if gold.record.get("doubtful")]
    unsure = [one for one in pairing.missed if one.record.get("doubtful")]
    missed = [one for one in pairing.missed if not one.record.get("doubtful")]
    false = [one for one in pairing.false if not any(overlap(one, gold) > 0 for gold in unsure)]
    return Score(
        kind,
        "found",
        document,
        len(pairing.pairs) - len(doubtful),
        len(false),
        len(missed),
        tuple(Example(document, *one.place, one.quote, label(one.record), "") for one in missed),
        tuple(Example(document, *one.place, one.quote, "", label(one.record)) for one in false),
    )


def field_score(
    kind: str,
    field: str,
    document: str,
    pairing: Pairing,
    same: Callable[[Any, Any], bool] = lambda gold, own: gold == own,
) -> Score:
    """Score one field on the found records; a value that both leave out counts for nothing.

    A wrong value is a miss and a false find at once; one that the annotation calls acceptable
    (`also_acceptable`: field -> value or values) counts for nobody.
    """
    hits, misses, false = 0, [], []
    for gold, own in pairing.pairs:
        expected, found = gold.record.get(field), own.record.get(field)
        if expected in EMPTY and found in EMPTY:
            continue
        if same(expected, found):
            hits += 1
            continue
        if found in _acceptable(gold.record, field):
            continue
        example = Example(document, *own.place, own.quote, _show(expected), _show(found))
        misses += [example] if expected not in EMPTY else []
        false += [example] if found not in EMPTY else []
    return Score(kind, field, document, hits, len(false), len(misses), tuple(misses), tuple(false))


def _acceptable(gold: Json, field: str) -> list:
    other = gold.get("also_acceptable")
    values = other.get(field, []) if isinstance(other, dict) else []
    return values if isinstance(values, list) else [values]


EMPTY: tuple[Any, ...] = (None, "", [], False)


def _occurrences(text: str, quote: str) -> list[tuple[int, int]]:
    spans, start = [], text.find(quote) if quote else -1
    while start >= 0:
        spans.append((start, start + len(quote)))
        start = text.find(quote, start + 1)
    return spans


def _show(value: Any) -> str:
    return "" if value in EMPTY else str(value)
