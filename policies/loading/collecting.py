"""Collections of the manifest: made once, afterwards staff's."""

from collections.abc import Iterable

from django.db import transaction

from policies.corrections.audit import append_audit
from policies.models import Collection

from .entry import CollectionEntry


def write_collections(entries: Iterable[CollectionEntry]) -> list[str]:
    """Make the collections that do not exist yet and return their slugs.

    An existing one is left as it is: its title and which one is the default may have been changed.
    """
    with transaction.atomic():
        known = set(Collection.objects.values_list("slug", flat=True))
        default_exists = Collection.objects.filter(is_default=True).exists()
        new = [
            Collection(
                slug=entry.slug,
                title=entry.title,
                instrument_title=entry.instrument_title,
                instrument_number=entry.instrument_number,
                is_default=entry.default and not default_exists,
            )
            for entry in entries
            if entry.slug not in known
        ]
        for collection in new:
            collection.save(force_insert=True)
            append_audit(
                actor="ingest",
                action="collection",
                subject=f"collection:{collection.slug}",
                after={"title": collection.title},
            )
    return [collection.slug for collection in new]
