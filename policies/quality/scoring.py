"""score(export, gold): one extracted document against its reference annotation.

What counts as found is laid down in tests/gold/README.md; this module lists the kinds.
"""

from typing import Any

from .figures import Score, Scores
from .pairing import field_score, found_score, machine_items, pair, reference_items
from .sameness import (
    same_goal,
    same_mention,
    same_parameters,
    same_relief,
    same_sector,
    same_target,
    similar,
)
from .score_documents import score_citations, score_metadata, score_outline
from .score_measures import score_measures

Json = dict[str, Any]
TARGET_FIELDS = ("value_max", "comparator", "change", "base", "annual", "due", "sector")


def score(export: Json, gold: Json) -> Scores:
    """Return the hits and misses of every kind and field, with the sentences at fault.

    `export` is one document of the records export (policies.extraction.export.to_export), `gold`
    one file of tests/gold/. Readings on which careful people differ count for nobody: records
    marked `doubtful`; a name in `also_acceptable` or `broader` is as good as the canonical one.
    """
    slug = export["document"]["slug"]
    scores = [
        *_targets(slug, export, gold),
        *_goals(slug, export, gold),
        *_tax_policies(slug, export, gold),
        *_sectors(slug, export, gold),
        *score_measures(slug, export, gold),
        *score_outline(slug, export, gold),
        *score_metadata(slug, export, gold),
        *score_citations(slug, export, gold),
    ]
    return Scores(slug, tuple(scores))


def _targets(slug: str, export: Json, gold: Json) -> list[Score]:
    """Found: value and unit agree, spans overlap. Thresholds are no targets unless gold has them."""
    reference = reference_items(export["text"], gold["targets"])
    pairing = pair(reference, machine_items(export["targets"]), same_target)
    aims = tuple(one for one in pairing.false if not one.record.get("threshold"))
    pairing = type(pairing)(pairing.pairs, pairing.missed, aims)
    return [
        found_score("target", slug, pairing, lambda one: f"{one['value']}{one['unit']}"),
        field_score("target", "indicator", slug, pairing, similar),
        *(field_score("target", field, slug, pairing) for field in TARGET_FIELDS),
    ]


def _goals(slug: str, export: Json, gold: Json) -> list[Score]:
    reference = reference_items(export["text"], gold["qualitative_targets"])
    pairing = pair(reference, machine_items(export["qualitative_targets"]), same_goal)
    return [
        found_score("qualitative_target", slug, pairing, lambda one: one["statement"]),
        field_score("qualitative_target", "indicator", slug, pairing, similar),
        field_score("qualitative_target", "due", slug, pairing),
    ]


def _tax_policies(slug: str, export: Json, gold: Json) -> list[Score]:
    reference = reference_items(export["text"], gold["tax_policies"])
    machine = machine_items(export["tax_policies"])
    pairing = pair(reference, machine, same_relief)
    return [
        found_score("tax_policy", slug, pairing, lambda one: one["kind"]),
        field_score("tax_policy", "tax", slug, pairing),
        field_score("tax_policy", "parameters", slug, pairing, same_parameters),
    ]


def _sectors(slug: str, export: Json, gold: Json) -> list[Score]:
    reference = reference_items(export["text"], gold["sectors"])
    passages = pair(reference, machine_items(export["sectors"]), same_sector)
    reference = reference_items(export["text"], gold["sector_mentions"])
    mentions = pair(reference, machine_items(export["sector_mentions"]), same_mention)
    return [
        found_score("sector", slug, passages, lambda one: one["canonical"]),
        field_score("sector", "heading", slug, passages),
        found_score("sector_mention", slug, mentions, lambda one: one["canonical"]),
    ]
