"""What is kept by data version: counts of a selection, and the answers any selection is counted from.

Counts lie in the cache: paging and sorting do not count again. Answers lie in this process, those
of a list's newest version: they are large, and a cache would copy them at every reading.
"""

from collections.abc import Callable
from hashlib import sha256
from threading import Lock

from django.core.cache import cache

from .answers import Answers
from .counts import Counts

LIFETIME_SECONDS = 24 * 3600
_building = Lock()
_answers: dict[str, tuple[int, Answers]] = {}  # list -> version, answers


def kept_counts(version: int, name: str, query: str, build: Callable[[], Counts]) -> Counts:
    """Return the counts of list `name` for `query` at `version`."""
    key = "counts:" + sha256(f"{version} {name} {query}".encode()).hexdigest()
    counts = cache.get(key)
    if counts is None:
        counts = build()
        cache.set(key, counts, LIFETIME_SECONDS)
    return counts


def kept_answers(version: int, name: str, build: Callable[[], Answers]) -> Answers:
    """Return the answers of list `name` at `version`; readers who come meanwhile wait for them."""
    with _building:
        held = _answers.get(name)
        if held is None or held[0] != version:
            held = _answers[name] = version, build()
        return held[1]


def forget_answers() -> None:
    """For tests, in which a version number comes back with other data."""
    _answers.clear()
