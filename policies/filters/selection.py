"""select(): a query string to a Selection, what every list and comparison stands on."""

from collections.abc import Iterable
from functools import cached_property, partial

from django.db.models import Exists, OuterRef
from django.http import QueryDict

from policies.models import Document, Record, RecordSector
from policies.models.records import RecordQuerySet

from .answers import Answers
from .counts import Counts, count
from .facets import RELATED_SECTOR, SECTOR, Facet
from .filterset import Choice, RecordFilterSet, filterset_of
from .kept import kept_counts, kept_in_process
from .lists import LISTS, RecordList
from .options import Chip, FacetPanel, chips, panels
from .parameters import Query, check_parameters
from .reading import read_answers
from .terms import Terms, read_terms

RELATED = "related"


def select(
    name: str,
    params: QueryDict,
    documents: Iterable[Document] | None = None,
    also_known: Iterable[str] = (),
    version: int | None = None,
) -> "Selection":
    """Return the records of list `name` (targets measures tax_policies sectors) that `params` ask for.

    `documents` restricts everything, counts included, to those documents. `also_known` names the
    parameters that belong to the page (page, sort, …) and are neither facets nor unknown. With a
    data `version`, counts without `documents` are kept for it. Raises BadRequest on what check_parameters forbids; an unknown value never raises.
    """
    check_parameters(params)
    return Selection(LISTS[name], params, documents, tuple(also_known), version)


class Selection:
    """`records` answer all facets, in no order; counts and options are read when asked for."""

    def __init__(
        self,
        record_list: RecordList,
        params: QueryDict,
        documents: Iterable[Document] | None,
        also_known: tuple[str, ...] = (),
        version: int | None = None,
    ) -> None:
        self.list = record_list
        self.version = version if documents is None else None
        self.related = params.get(RELATED) == "1"
        self.facets: tuple[Facet, ...] = tuple(
            RELATED_SECTOR if facet is SECTOR and self.related else facet
            for facet in record_list.facets
        )
        self._params = params
        self._also_known = also_known
        asked = {facet.name: params.getlist(facet.name) for facet in self.facets}
        self.terms: Terms = read_terms(self.facets, asked)
        self.filterset: RecordFilterSet = filterset_of(self.facets, record_list.name)(
            params, _records(record_list, documents), self.terms
        )
        self.choices: dict[str, Choice] = self.filterset.choices

    @cached_property
    def records(self) -> RecordQuerySet:
        return self.filterset.narrowed()

    @cached_property
    def counts(self) -> Counts:
        """Of some documents by one statement over them; of the whole list from what is kept."""
        if self.version is None:
            return count(self.filterset, self.facets, self.terms)
        asked = f"{self.query} {sorted(self.ignored_facets)}"
        return kept_counts(self.version, self.list.name, asked, self._counted)

    def _counted(self) -> Counts:
        return self.answers.count(self.facets, self.choices, self.terms)

    @cached_property
    def answers(self) -> Answers:
        """What all records here answer, whatever is chosen; of the whole list kept for a version."""
        read = partial(read_answers, self.facets, self.filterset.queryset)
        if self.version is None:
            return read()
        name = f"{self.list.name} {RELATED}" if self.related else self.list.name
        return kept_in_process(self.version, name, read)

    @property
    def count(self) -> int:
        return self.counts.total

    @cached_property
    def query(self) -> Query:
        """The facets in use as an address, unknown values left out: order of the facet table."""
        pairs = tuple(
            (facet.name, code)
            for facet in self.facets
            for code in self.choices.get(facet.name, Choice()).codes
        )
        return Query((*pairs, (RELATED, "1")) if self.related else pairs)

    @property
    def ignored_facets(self) -> set[str]:
        """Facets with unknown values: one that has nothing else selects nothing."""
        return {name for name, choice in self.choices.items() if choice.unknown}

    @cached_property
    def ignored(self) -> dict[str, list[str]]:
        """Parameter -> values that nothing here knows."""
        ignored = {name: list(choice.unknown) for name, choice in self.choices.items()}
        known = {facet.name for facet in self.facets} | {RELATED, *self._also_known}
        for name, values in self._params.lists():
            if name not in known:
                ignored[name] = values
        return {name: values for name, values in ignored.items() if values}

    @cached_property
    def chips(self) -> tuple[Chip, ...]:
        return chips(self.facets, self.choices, self.terms)

    @cached_property
    def panels(self) -> tuple[FacetPanel, ...]:
        return panels(self.facets, self.choices, self.terms, self.counts)


def _records(record_list: RecordList, documents: Iterable[Document] | None) -> RecordQuerySet:
    """Present records of the list's kinds in published documents.

    Written as "not of an unpublished one": those are few, and the planner keeps to one table.
    """
    records = Record.objects.present().of_kind(*record_list.kinds)
    if record_list.on_sectors:
        named = RecordSector.objects.filter(record=OuterRef("pk"))
        records = records.filter(Exists(named))  # asked of each: the columns have few records
    if documents is not None:
        return records.filter(document__in=[document.pk for document in documents])
    return records.exclude(document__in=Document.objects.filter(published=False).order_by())
