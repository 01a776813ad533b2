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
    own, name = _below({slug}, vocabulary), terms[slug].name
    if terms[slug].umbrella:
        own = {branch for branch in own if name in terms[branch].name}
    return frozenset({slug}) | ancestors(vocabulary)[slug] | own


@lru_cache(maxsize=1024)
def comprised(slug: str, vocabulary: Vocabulary) -> frozenset[str]:
    """What a passage on the sector comprises beside its branches, with all below that."""
    listed = {one for term in vocabulary.sectors if term.slug == slug for one in term.comprises}
    return frozenset(listed | _below(listed, vocabulary))


def _below(slugs: set[str], vocabulary: Vocabulary) -> set[str]:
    return {other for other, higher in ancestors(vocabulary).items() if slugs & higher}


def _above(slug: str, parents: dict[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    waiting = list(parents[slug])
    while waiting:
        parent = waiting.pop()
        if parent not in found:
            found.add(parent)
            waiting.extend(parents[parent])
    return found
