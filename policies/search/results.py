"""search(): a query string to a page of passages, ranked, highlighted, each with its reasons."""

from dataclasses import dataclass, field

from django.db.models import F
from django.db.models.functions import Substr
from django.http import QueryDict

from policies.filters.document_order import document_order
from policies.filters.facets import PROVINCE, Facet
from policies.filters.filterset import filterset_of
from policies.filters.options import Chip, FacetPanel, chips, panels
from policies.filters.paging import Page
from policies.filters.parameters import Query as Address
from policies.filters.parameters import check_parameters
from policies.filters.terms import read_terms
from policies.models import Part, Passage

from .counting import count_hits
from .hits import Hit, hits_of
from .matching import matching
from .query import Query, parse
from .related import Related, related

SIZE = 20
FACETS = (PROVINCE, Facet("part", "文件部分", "provision__part_id", Part))
NAMES = ("q", "page", "format")
READ = ("pk", "rank", "document_id", "start", "provision__part_id")
AT_ONCE = 10_000
HEAVY = ("document__text", "document__addressees", "document__ref_counters")


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


def search(params: QueryDict, version: int | None = None) -> SearchResults:
    """Find the passages for `q`; what is asked of all documents is kept for a data `version`.

    Raises BadRequest on what check_parameters forbids.
    """
    check_parameters(params)
    query = parse(params.get("q", ""))
    terms = read_terms(FACETS, {})
    passages = Passage.objects.filter(matching(query.phrases))
    choices = filterset_of(FACETS, "search")(params, passages, terms).choices
    number = _page_number(params.get("page", ""))
    rows = passages.order_by().values_list(*READ).iterator(chunk_size=AT_ONCE)
    documents = document_order(version)
    counts, first = count_hits(rows, documents, FACETS, choices, terms, most=number * SIZE)
    pages = max(1, -(-counts.total // SIZE))
    page = Page(number, pages, SIZE, _passages(first[(number - 1) * SIZE :]))
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


def _passages(ids: list[int]) -> list[Passage]:
    """The passages in this order; of the documents' texts only what is quoted."""
    related = Passage.objects.select_related("document__province", "provision__parent__parent")
    quote = Substr("document__text", F("start") + 1, F("end") - F("start"))
    found = related.annotate(quote=quote).defer("folded", "tokens", *HEAVY).in_bulk(ids)
    return [found[pk] for pk in ids]


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
