"""What is kept by data version: counts of a selection, and what any selection is counted from.

Counts lie in the cache: paging and sorting do not count again. The answers of a list and the order
of documents lie in this process, in their newest version: a cache would copy them at every reading.
"""

from collections.abc import Callable
from hashlib import sha256
from threading import RLock
from typing import Any, TypeVar

from django.core.cache import cache

from .counts import Counts

T = TypeVar("T")
LIFETIME_SECONDS = 24 * 3600
_building = RLock()
_held: dict[str, tuple[int, Any]] = {}  # name -> version, what was built


def kept_counts(version: int, name: str, query: str, build: Callable[[], Counts]) -> Counts:
    """Return the counts of list `name` for `query` at `version`."""
    key = "counts:" + sha256(f"{version} {name} {query}".encode()).hexdigest()
    counts = cache.get(key)
    if counts is None:
        counts = build()
        cache.set(key, counts, LIFETIME_SECONDS)
    return counts


def kept_in_process(version: int, name: str, build: Callable[[], T]) -> T:
    """Return what is named so at `version`; readers who come meanwhile wait for it to be built."""
    held = _held.get(name)
    if held is None or held[0] != version:
        with _building:  # only builders wait: what stands is handed out beside them
            held = _held.get(name)
            if held is None or held[0] != version:
                held = _held[name] = version, build()
    return held[1]


def forget() -> None:
    """For tests, in which a version number comes back with other data."""
    _held.clear()
