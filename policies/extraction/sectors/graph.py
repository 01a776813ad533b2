"""The graph of sectors: what stands above and below each."""

from functools import lru_cache

from policies.extraction.vocabulary import Vocabulary


@lru_cache(maxsize=4)
def ancestors(vocabulary: Vocabulary) -> dict[str, frozenset[str]]:
    """For each slug of `vocabulary.sectors` the slugs above it, itself left out."""
    parents = {sector.slug: sector.parents for sector in vocabulary.sectors}
    return {slug: frozenset(_above(slug, parents)) for slug in parents}


@lru_cache(maxsize=1024)
def related(slug: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The sector, what is above it and what is below it.

    These are the names that a passage on the sector says of itself. Of an umbrella's branches only
    those that bear its name (生物制造 in 生物): the others are industries of their own (医药).
    """
    terms = {sector.slug: sector for sector in vocabulary.sectors}
    own, name = branches(slug, vocabulary), terms[slug].name
    if terms[slug].umbrella:
        own = frozenset(branch for branch in own if name in terms[branch].name)
    return frozenset({slug}) | ancestors(vocabulary)[slug] | own


@lru_cache(maxsize=1024)
def branches(slug: str, vocabulary: Vocabulary) -> frozenset[str]:
    """What is below the sector, and what it comprises with all below that."""
    comprised = {slug}.union(
        *(sector.comprises for sector in vocabulary.sectors if sector.slug == slug)
    )
    above = ancestors(vocabulary).items()
    below = {other for other, higher in above if comprised & higher}
    return frozenset(comprised | below) - {slug}


def _above(slug: str, parents: dict[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    waiting = list(parents[slug])
    while waiting:
        parent = waiting.pop()
        if parent not in found:
            found.add(parent)
            waiting.extend(parents[parent])
    return found
