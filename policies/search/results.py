"""search(): a query string to a page of passages, ranked, highlighted, each with its reasons."""

from dataclasses import dataclass, field

from django.db.models import F, Q, QuerySet
from django.http import QueryDict

from policies.filters.facets import PROVINCE, Facet
from policies.filters.filterset import filterset_of
from policies.filters.options import Chip, FacetPanel, chips, panels
from policies.filters.paging import Page
from policies.filters.parameters import Query as Address
from policies.filters.parameters import check_parameters
from policies.filters.terms import read_terms
from policies.models import Document, Part, Passage

from .counting import count_hits
from .hits import Hit, hits_of
from .matching import matching
from .query import Query, parse
from .related import Related, related

SIZE = 20
FACETS = (PROVINCE, Facet("part", "文件部分", "provision__part_id", Part))
NAMES = ("q", "page", "format")
ORDER = (
    "rank",
    F("document__province__gb_code").asc(nulls_last=True),
    "document__slug",
    "start",
)


@dataclass(frozen=True)
class SearchResults:
    """`count` passages hold every phrase and answer the facets; `hits` are those of the page."""

    query: Query
    count: int
    page: Page
    hits: tuple[Hit, ...]
    panels: tuple[FacetPanel, ...]
    chips: tuple[Chip, ...]
    related: list[Related]
    address: Address  # q and facets
    ignored: dict[str, list[str]] = field(default_factory=dict)

    @property
    def synthetic(self) -> bool:
        return any(hit.passage.document.synthetic for hit in self.hits)


def search(params: QueryDict) -> SearchResults:
    """Find the passages for `q`. Raises BadRequest on what check_parameters forbids."""
    check_parameters(params)
    query = parse(params.get("q", ""))
    terms = read_terms(FACETS, {})
    passages = Passage.objects.filter(
        matching(query.phrases),
        ~Q(document__in=Document.objects.filter(published=False).order_by()),
    )
    filterset = filterset_of(FACETS, "search")(params, passages, terms)
    choices = filterset.choices
    counts = count_hits(passages, FACETS, choices, terms)
    number = _page_number(params.get("page", ""))
    page = Page(number, max(1, -(-counts.total // SIZE)), SIZE, _page(filterset.narrowed(), number))
    pairs = [("q", query.text)] if query.text else []
    pairs += [(facet.name, code) for facet in FACETS for code in _codes(choices, facet)]
    return SearchResults(
        query=query,
        count=counts.total,
        page=page,
        hits=hits_of(page.records, query.phrases) if counts.total else (),
        panels=panels(FACETS, choices, terms, counts),
        chips=chips(FACETS, choices, terms),
        related=related(query) if query.phrases else [],
        address=Address(tuple(pairs)),
        ignored=_ignored(params, choices),
    )


def _page(passages: QuerySet, number: int) -> QuerySet:
    """Sorted as keys, then read: a sort of whole rows would carry the texts of all documents."""
    place = passages.order_by(*ORDER).values("pk")[(number - 1) * SIZE : number * SIZE]
    whole = Passage.objects.select_related("document__province", "provision__parent__parent")
    return whole.filter(pk__in=place).order_by(*ORDER)


def _page_number(value: str) -> int:
    return (
        int(value)
        if value.isascii() and value.isdigit() and 0 < len(value) < 7 and int(value)
        else 1
    )


def _codes(choices: dict, facet: Facet) -> tuple[str, ...]:
    return choices[facet.name].codes if facet.name in choices else ()


def _ignored(params: QueryDict, choices: dict) -> dict[str, list[str]]:
    ignored = {name: list(choice.unknown) for name, choice in choices.items() if choice.unknown}
    known = {*NAMES, *(facet.name for facet in FACETS)}
    return ignored | {name: values for name, values in params.lists() if name not in known}
