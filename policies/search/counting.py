"""The hits, every option's count and the hits of one page from one reading: reading is what costs."""

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from policies.filters.counts import Counts
from policies.filters.document_order import Place
from policies.filters.facets import Facet
from policies.filters.filterset import Choice
from policies.filters.terms import Terms

Row = tuple[int, int, int, int, int | None]  # id, rank, document, start, part
Stored = tuple[int | None, ...]  # a passage's answers to the facets, as stored


def count_hits(
    rows: Iterable[Row],
    documents: Mapping[int, Place],
    facets: tuple[Facet, ...],
    choices: Mapping[str, Choice],
    terms: Terms,
    most: int,
) -> tuple[Counts, list[int]]:
    """Count the passages that answer `choices`, and by facet those that answer all others.

    `rows` are all passages that hold the phrases; those of other documents than `documents` (drafts)
    do not count. Each answers province and part, the `facets`. With the counts come the ids of
    the first `most` that answer `choices`: by rank, then in reading order.
    """
    codes = _Codes(facets, choices, terms)
    numbers: Counter[Stored] = Counter()
    first = heapq.nsmallest(most, _selected(rows, documents, codes, numbers))
    counts = Counts(options={facet.name: {} for facet in facets})
    for stored, number in numbers.items():
        answers, wrong = codes[stored]
        counts.total += number * (not wrong)
        for name, code in answers.items():
            if wrong <= {name}:
                counts.options[name][code] = counts.options[name].get(code, 0) + number
    return counts, [pk for *_, pk in first]


def _selected(
    rows: Iterable[Row],
    documents: Mapping[int, Place],
    codes: "_Codes",
    numbers: Counter[Stored],
) -> Iterator[tuple[int, int, int, int]]:
    """Count each row in `numbers`; yield (rank, place of its document, start, id) of those chosen."""
    for pk, rank, document, start, part in rows:
        if document in documents:
            place, province = documents[document]
            numbers[province, part] += 1
            if not codes[province, part][1]:
                yield rank, place, start, pk


class _Codes(dict):
    """Stored answers -> their codes by facet, and the facets in use that they do not answer."""

    def __init__(
        self, facets: tuple[Facet, ...], choices: Mapping[str, Choice], terms: Terms
    ) -> None:
        self._facets = [(facet, terms.codes(facet)) for facet in facets]
        self._choices = choices

    def __missing__(self, stored: Stored) -> tuple[dict[str, str], set[str]]:
        pairs = zip(self._facets, stored, strict=True)
        codes = {facet.name: facet.code_of(each, known) for (facet, known), each in pairs}
        wrong = {name for name, some in self._choices.items() if codes[name] not in some.codes}
        self[stored] = codes, wrong
        return self[stored]
