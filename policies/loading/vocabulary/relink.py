"""Links to sectors and indicators written anew after parents have changed."""

from django.db import transaction
from django.db.models import Q

from policies.corrections.store import BATCH
from policies.models import Record, RecordIndicator, RecordSector
from policies.models.links import link_rows
from policies.models.term_index import TermIndex


def relink() -> None:
    """Store the ancestors as the vocabulary now has them, for every record that has such links."""
    terms = TermIndex()
    linked = Q(sector_links__isnull=False) | Q(indicator_links__isnull=False)
    ids = list(Record.objects.filter(linked).order_by("pk").values_list("pk", flat=True).distinct())
    with transaction.atomic():
        for first in range(0, len(ids), BATCH):
            _relink(ids[first : first + BATCH], terms)


def _relink(ids: list[int], terms: TermIndex) -> None:
    rows = [
        row
        for record in Record.objects.filter(pk__in=ids)
        for row in link_rows(record, record.effective, terms)
    ]
    for link in (RecordSector, RecordIndicator):
        link.objects.filter(record__in=ids).delete()
        link.objects.bulk_create((row for row in rows if isinstance(row, link)), batch_size=BATCH)
