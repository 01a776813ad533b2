"""sync_vocabulary(): every table of terms follows its TOML, in one transaction.

The rule for what staff changed stands in terms.py. If a row changed, one audit row says so.
"""

from django.db import transaction

from policies.corrections.audit import append_audit
from policies.extraction.vocabulary import Vocabulary, load_vocabulary
from policies.models import (
    Actor,
    Indicator,
    IndicatorGroup,
    Instrument,
    Part,
    Province,
    Relief,
    Sector,
    Theme,
    Tool,
)

from . import rows
from .parents import sync_indicator_parents, sync_sector_parents
from .relink import relink
from .sector_codes import sync_sector_codes
from .terms import sync_terms


def sync_vocabulary(vocabulary: Vocabulary | None = None) -> bool:
    """Write `vocabulary` (default: the TOML files) to the tables; return whether a row changed."""
    vocabulary = vocabulary or load_vocabulary()
    with transaction.atomic():
        changed = [
            sync_terms(Province, rows.provinces(vocabulary)),
            sync_terms(Part, rows.parts(vocabulary)),
            sync_terms(IndicatorGroup, rows.indicator_groups(vocabulary)),
            sync_terms(Indicator, rows.indicators(vocabulary)),
            sync_terms(Sector, rows.sectors(vocabulary)),
            sync_sector_codes(vocabulary),
            sync_terms(Theme, rows.themes(vocabulary)),
            sync_terms(Instrument, rows.instruments(vocabulary)),
            sync_terms(Tool, rows.tools(vocabulary)),
            sync_terms(Relief, rows.reliefs(vocabulary)),
            sync_terms(Actor, rows.actors(vocabulary)),
        ]
        parents = [sync_indicator_parents(vocabulary), sync_sector_parents(vocabulary)]
        if any(parents):
            relink()
        if any(changed + parents):
            append_audit(
                actor="system",
                action="vocabulary",
                subject="vocabulary",
                after={"hash": vocabulary.hash},
            )
    return any(changed + parents)
