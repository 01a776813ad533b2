"""Extracted values as facts to store: identity, quotation and fields in JSON form."""

from collections.abc import Callable
from dataclasses import dataclass

from policies.extraction import records as extraction
from policies.extraction.records import ExtractedDocument
from policies.models import Kind
from policies.models.fields import KEY_LENGTH
from policies.models.numbers import to_json


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
        Kind.TARGET: (extracted.targets, target_fields),
        Kind.GOAL: (extracted.goals, goal_fields),
        Kind.SECTOR_DIRECTION: (extracted.sector_directions, direction_fields),
        Kind.SECTOR_MENTION: (extracted.sector_mentions, mention_fields),
        Kind.MEASURE: (extracted.measures, measure_fields),
        Kind.TAX_POLICY: (extracted.tax_policies, tax_fields),
        Kind.CITATION: (extracted.citations, citation_fields),
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


def target_fields(target: extraction.Target) -> dict:
    """The fields of the kind in the JSON form of models/fields.py; so the functions below."""
    return {
        "indicator": target.indicator,
        "indicators": list(target.indicators),
        "value": to_json(target.value),
        "value_max": to_json(target.value_max),
        "baseline": to_json(target.baseline),
        "unit": target.unit,
        "comparator": target.comparator,
        "change": target.change,
        "base": target.base or None,
        "base_year": target.base_year,
        "annual": target.annual,
        "accrual": target.accrual,
        "scope": target.scope or None,
        "part_of": target.part_of or None,
        "threshold": target.threshold,
        **_timed(target),
    }


def goal_fields(goal: extraction.Goal) -> dict:
    return {
        "indicator": goal.indicator,
        "indicators": list(goal.indicators),
        "statement": goal.statement,
        **_timed(goal),
    }


def _timed(aim: extraction.Target | extraction.Goal) -> dict:
    return {
        "due": aim.due or None,
        "due_start": aim.due_start,
        "due_end": aim.due_end,
        "aspirational": aim.aspirational,
        "sector": aim.sector or None,
    }


def direction_fields(direction: extraction.SectorDirection) -> dict:
    return {"heading": direction.heading, "sector": direction.sector}


def mention_fields(mention: extraction.SectorMention) -> dict:
    return {"sector": mention.sector, "as_written": mention.as_written, "via": mention.via}


def measure_fields(measure: extraction.Measure) -> dict:
    return {
        "themes": list(measure.themes),
        "instruments": list(measure.instruments),
        "tools": list(measure.tools),
        "sectors": [
            {"sector": link.sector, "relation": link.relation, "via": link.via}
            for link in measure.sectors
        ],
        "actors": [
            {
                "as_written": actor.as_written,
                "function": actor.function,
                "level": actor.level,
                "role": actor.role,
            }
            for actor in measure.actors
        ],
        "beneficiaries": list(measure.beneficiaries),
        "conditions": list(measure.conditions),
        "exceptions": list(measure.exceptions),
        "scope": measure.scope or None,
        "numbers": [_number(number, measure.start) for number in measure.numbers],
        "force": measure.force,
        "force_cue": measure.force_cue or None,
        "hedges": list(measure.hedges),
        "specific": measure.specific,
    }


def _number(number: extraction.Number, start: int) -> dict:
    return {
        "value": to_json(number.value),
        "value_max": to_json(number.value_max),
        "unit": number.unit,
        "comparator": number.comparator,
        "what": number.what,
        "role": number.role,
        "start": number.start - start,
        "end": number.end - start,
    }


def tax_fields(tax: extraction.TaxPolicy) -> dict:
    return {
        "relief": tax.kind,
        "tax": tax.tax or None,
        "parameters": [
            {"value": to_json(p.value), "unit": p.unit, "what": p.what} for p in tax.parameters
        ],
        "conditions": tax.conditions or None,
        "scope": tax.scope,
    }


def citation_fields(citation: extraction.Citation) -> dict:
    return {
        "title": citation.title,
        "number": citation.number or None,
        "planned": citation.planned,
        "bracketed": citation.bracketed,
        "form": citation.form or None,
    }
