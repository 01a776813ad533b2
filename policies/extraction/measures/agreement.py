"""Near-identical sentences of two documents that got different codes: each is an error."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.fuzz import ratio

from policies.extraction.records import Measure

ALIKE = 90  # per cent, without punctuation: shared domain notes, section 2


@dataclass(frozen=True)
class Disagreement:
    """Two sentences, and for each the codes that only it has."""

    documents: tuple[str, str]
    texts: tuple[str, str]
    codes: tuple[tuple[str, ...], tuple[str, ...]]


def near_identical_disagreements(
    measures: Sequence[tuple[str, str, Measure]],
) -> tuple[Disagreement, ...]:
    """Return the pairs at least 90 % alike whose themes, instruments or tools differ.

    `measures` are (document, text, measure); only pairs of two documents are compared.
    """
    plain = [(document, _plain(text), text, _codes(m)) for document, text, m in measures]
    return tuple(
        Disagreement(
            documents=(one[0], other[0]),
            texts=(one[2], other[2]),
            codes=(tuple(sorted(one[3] - other[3])), tuple(sorted(other[3] - one[3]))),
        )
        for one, other in combinations(plain, 2)
        if one[0] != other[0] and one[3] != other[3]
        if ratio(one[1], other[1], score_cutoff=ALIKE) >= ALIKE
    )


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _codes(measure: Measure) -> frozenset[str]:
    return frozenset(measure.themes + measure.instruments + measure.tools)
