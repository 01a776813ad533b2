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
    above = ancestors(vocabulary)
    terms = {sector.slug: sector for sector in vocabulary.sectors}
    return frozenset(
        {slug}
        | above[slug]
        | {
            other
            for other, higher in above.items()
            if slug in higher
            and (not terms[slug].umbrella or terms[slug].name in terms[other].name)
        }
    )


def _above(slug: str, parents: dict[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    waiting = list(parents[slug])
    while waiting:
        parent = waiting.pop()
        if parent not in found:
            found.add(parent)
            waiting.extend(parents[parent])
    return found
