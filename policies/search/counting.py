"""The hits and every option's count from one reading of the hits: reading them is what costs."""

from collections.abc import Mapping

from django.db.models import Count, QuerySet

from policies.filters.counts import Counts
from policies.filters.facets import Facet
from policies.filters.filterset import Choice
from policies.filters.terms import Terms

Answers = dict[str, str]  # facet -> code


def count_hits(
    passages: QuerySet, facets: tuple[Facet, ...], choices: Mapping[str, Choice], terms: Terms
) -> Counts:
    """Count the passages that answer `choices`, and by facet those that answer all others.

    `passages` are all that hold the phrases; each gives one answer to each facet.
    """
    counts = Counts(options={facet.name: {} for facet in facets})
    for answers, number in _groups(passages, facets, terms):
        wrong = [name for name, choice in choices.items() if answers[name] not in choice.codes]
        counts.total += number * (not wrong)
        for name, code in answers.items():
            if not {*wrong} - {name}:
                counts.options[name][code] = counts.options[name].get(code, 0) + number
    return counts


def _groups(
    passages: QuerySet, facets: tuple[Facet, ...], terms: Terms
) -> list[tuple[Answers, int]]:
    """Passages by their answers to all facets at once."""
    columns = [facet.column for facet in facets]
    codes = [terms.codes(facet) for facet in facets]
    rows = passages.order_by().values_list(*columns).annotate(Count("pk"))
    return [
        (
            {
                facet.name: facet.code_of(each, known)
                for facet, each, known in zip(facets, stored, codes, strict=True)
            },
            number,
        )
        for *stored, number in rows
    ]
