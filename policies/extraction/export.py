"""An extracted document in the format of the records export (design, section 9)."""

from dataclasses import fields
from decimal import Decimal
from typing import Any

from .records import (
    Citation,
    ExtractedDocument,
    Measure,
    Metadata,
    SectorMention,
    TaxPolicy,
)
from .sectors.graph import ancestors
from .vocabulary import Vocabulary

Json = dict[str, Any]


def to_export(slug: str, text: str, extracted: ExtractedDocument, vocabulary: Vocabulary) -> Json:
    """Return one entry of the export's "documents", without refs and states, which only loading gives.

    Sectors are canonical names; a mention's and a measure's `broader` names what stands above them.
    Numbers are ints, or floats where there is a fraction. Every record has start, end and quote;
    a measure has the same as `text`.
    """
    return {
        "text": text,
        "document": {
            "slug": slug,
            **_document(extracted.metadata, vocabulary),
            "citations": [_citation(text, one) for one in extracted.citations],
        },
        "outline": [
            {"marker": p.marker, "level": p.level, "heading": p.heading, "parent": p.parent}
            for p in extracted.provisions
        ],
        "targets": [_with_sector(text, one, vocabulary) for one in extracted.targets],
        "qualitative_targets": [_with_sector(text, one, vocabulary) for one in extracted.goals],
        "tax_policies": [_tax_policy(text, one) for one in extracted.tax_policies],
        "sectors": [
            {**_fields(text, one), "canonical": _name(one.sector, vocabulary)}
            for one in extracted.sector_directions
        ],
        "sector_mentions": [_mention(text, one, vocabulary) for one in extracted.sector_mentions],
        "measures": [_measure(text, one, extracted, vocabulary) for one in extracted.measures],
    }


def _document(metadata: Metadata, vocabulary: Vocabulary) -> Json:
    names = {province.code: province.name for province in vocabulary.provinces}
    return {**_fields("", metadata), "province": names.get(metadata.province_code or "")}


def _citation(text: str, citation: Citation) -> Json:
    return {**_fields(text, citation), "future": citation.planned}


def _with_sector(text: str, record: Any, vocabulary: Vocabulary) -> Json:
    name = _name(record.sector, vocabulary) if record.sector else None
    return {**_fields(text, record), "sector": name}


def _tax_policy(text: str, policy: TaxPolicy) -> Json:
    return {
        **_fields(text, policy),
        "parameters": [_fields("", parameter) for parameter in policy.parameters],
    }


def _mention(text: str, mention: SectorMention, vocabulary: Vocabulary) -> Json:
    return {
        **_fields(text, mention),
        "canonical": _name(mention.sector, vocabulary),
        "broader": _broader(mention.sector, vocabulary),
    }


def _measure(
    text: str, measure: Measure, extracted: ExtractedDocument, vocabulary: Vocabulary
) -> Json:
    return {
        **_fields(text, measure),
        "text": text[measure.start : measure.end],
        "provision": _path_at(measure.start, extracted),
        "sectors": [_name(link.sector, vocabulary) for link in measure.sectors],
        "sector_relations": [
            {
                "canonical": _name(link.sector, vocabulary),
                "relation": link.relation,
                "via": link.via,
                "broader": _broader(link.sector, vocabulary),
            }
            for link in measure.sectors
        ],
        "actors": [actor.as_written for actor in measure.actors],
        "actor_roles": [_fields("", actor) for actor in measure.actors],
        "numbers": [_fields(text, number) for number in measure.numbers],
    }


def _path_at(position: int, extracted: ExtractedDocument) -> str | None:
    """The innermost provision that holds `position`."""
    inside = [one for one in extracted.provisions if one.start <= position < one.end]
    return max(inside, key=lambda one: (one.level, one.start)).path if inside else None


def _name(slug: str, vocabulary: Vocabulary) -> str:
    return next((sector.name for sector in vocabulary.sectors if sector.slug == slug), slug)


def _broader(slug: str, vocabulary: Vocabulary) -> list[str]:
    above = ancestors(vocabulary).get(slug, frozenset())
    return [sector.name for sector in vocabulary.sectors if sector.slug in above]


def _fields(text: str, record: Any) -> Json:
    """A record's plain fields as JSON values, with its quote where it has a span."""
    values = {field.name: _plain(getattr(record, field.name)) for field in fields(record)}
    if text and "start" in values:
        values["quote"] = text[record.start : record.end]
    return values


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
