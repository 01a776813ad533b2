"""Extracted values as facts to store: identity, quotation and fields in JSON form."""

from collections.abc import Callable
from dataclasses import dataclass

from policies.extraction.records import ExtractedDocument
from policies.models import Kind
from policies.models.fields import KEY_LENGTH

from . import json_form


@dataclass(frozen=True)
class Found:
    """One extracted record; `payload` is what Record.extracted holds."""

    kind: str
    start: int
    end: int
    key: str
    quote: str
    payload: dict  # start, end, key, part, doubt, why and the fields of the kind

    @property
    def identity(self) -> tuple[str, int, int, str]:
        return (self.kind, self.start, self.end, self.key)


def found_in(text: str, extracted: ExtractedDocument) -> list[Found]:
    """Return all facts in reading order: by start, end, kind, key."""
    facts = [
        _found(text, kind, record, fields(record))
        for kind, (records, fields) in _sources(extracted).items()
        for record in records
    ]
    return sorted(facts, key=lambda fact: (fact.start, fact.end, fact.kind, fact.key))


def _sources(extracted: ExtractedDocument) -> dict[str, tuple[tuple, Callable]]:
    return {
        Kind.TARGET: (extracted.targets, json_form.target_fields),
        Kind.GOAL: (extracted.goals, json_form.goal_fields),
        Kind.SECTOR_DIRECTION: (extracted.sector_directions, json_form.direction_fields),
        Kind.SECTOR_MENTION: (extracted.sector_mentions, json_form.mention_fields),
        Kind.MEASURE: (extracted.measures, json_form.measure_fields),
        Kind.TAX_POLICY: (extracted.tax_policies, json_form.tax_fields),
        Kind.CITATION: (extracted.citations, json_form.citation_fields),
    }


def _found(text: str, kind: str, record: object, fields: dict) -> Found:
    key = record.key[:KEY_LENGTH]
    payload = {
        "start": record.start,
        "end": record.end,
        "key": key,
        "part": getattr(record, "part", None),
        "doubt": getattr(record, "doubt", None),
        "why": [list(pair) for pair in getattr(record, "why", ())],
        **fields,
    }
    return Found(kind, record.start, record.end, key, text[record.start : record.end], payload)
