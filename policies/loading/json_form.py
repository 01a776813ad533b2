"""Extraction's values in the JSON form of models/fields.py; rebuilt.py is the way back."""

from policies.extraction import records as extraction
from policies.models.numbers import to_json


def target_fields(target: extraction.Target) -> dict:
    """The fields of a target; so the functions below for their kinds."""
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
