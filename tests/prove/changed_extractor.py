"""An extractor that has changed: of what it found it now reads some otherwise, elsewhere or not at all."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import patch

from policies.extraction.records import ExtractedDocument
from policies.loading.found import Found, found_in

SAME, OTHERWISE, SHORTER, LOST = "same", "otherwise", "shorter", "lost"
SHARES = ((0.4, SAME), (0.65, OTHERWISE), (0.8, SHORTER), (1.0, LOST))  # up to, fate
READ_OTHERWISE = {  # the fields that surviving.correct_some corrects, too
    "target": "value",
    "goal": "statement",
    "measure": "hedges",
    "tax_policy": "conditions",
    "citation": "number",
    "sector_mention": "as_written",
    "sector_direction": "heading",
}


@contextmanager
def changed_extractor(seed: int) -> Iterator[None]:
    """Loads inside the block store what the changed extractor finds."""

    def found(text: str, extracted: ExtractedDocument) -> list[Found]:
        facts = (_changed(fact, seed) for fact in found_in(text, extracted))
        return [fact for fact in facts if fact is not None]

    with patch("policies.loading.load.found_in", found):
        yield


def fate_of(kind: str, start: int, end: int, key: str, seed: int) -> str:
    """What the changed extractor does with the fact of this identity."""
    turn = random.Random(f"{seed} {kind} {start} {end} {key}").random()
    return next(fate for share, fate in SHARES if turn < share)


def _changed(fact: Found, seed: int) -> Found | None:
    fate = fate_of(*fact.identity, seed)
    if fate == LOST:
        return None
    if fate == OTHERWISE:
        name = READ_OTHERWISE[fact.kind]
        return replace(fact, payload={**fact.payload, name: _other(fact.payload[name])})
    if fate == SHORTER:
        return replace(
            fact,
            end=fact.end - 1,
            quote=fact.quote[:-1],
            payload={**fact.payload, "end": fact.end - 1},
        )
    return fact


def _other(value: object) -> object:
    if isinstance(value, list):
        return [*value, "另读"]
    return f"{value or ''}另读" if value is None or isinstance(value, str) else value / 2
