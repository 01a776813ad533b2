"""Counts kept by data version: paging and sorting a selection does not count it again."""

from collections.abc import Callable
from hashlib import sha256

from django.core.cache import cache

from .counts import Counts

LIFETIME_SECONDS = 24 * 3600


def kept_counts(version: int | None, name: str, query: str, build: Callable[[], Counts]) -> Counts:
    """Return the counts of list `name` for `query` at `version`; None is never kept."""
    if version is None:
        return build()
    key = "counts:" + sha256(f"{version} {name} {query}".encode()).hexdigest()
    counts = cache.get(key)
    if counts is None:
        counts = build()
        cache.set(key, counts, LIFETIME_SECONDS)
    return counts
