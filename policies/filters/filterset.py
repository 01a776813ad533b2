"""django-filter's part: parameters to narrowed QuerySets.

The stock multiple choice drops the whole facet when one value is unknown, and a million rows come
back; this one keeps the known values and names the others.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import django_filters
from django import forms

from policies.models.records import RecordQuerySet

from .facets import NONE, Facet
from .terms import Terms


@dataclass(frozen=True)
class Choice:
    """What was asked of one facet, in the order asked: codes known, others, and `none`."""

    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    none: bool = False

    def __bool__(self) -> bool:
        return bool(self.known or self.unknown or self.none)

    @property
    def codes(self) -> tuple[str, ...]:
        return (*self.known, NONE) if self.none else self.known


class LenientChoiceField(forms.MultipleChoiceField):
    """Never invalid: an unknown value is named, not an error."""

    def clean(self, value: list[str] | None) -> Choice:
        asked = dict.fromkeys(text for text in value or () if text)
        known = dict(self.choices)
        return Choice(
            known=tuple(code for code in asked if code in known),
            unknown=tuple(code for code in asked if code not in known and code != NONE),
            none=NONE in asked,
        )


class FacetFilter(django_filters.MultipleChoiceFilter):
    """One facet of the table as a filter; `terms` arrive with the request."""

    field_class = LenientChoiceField

    def __init__(self, facet: Facet) -> None:
        super().__init__(label=facet.label, required=False, choices=())
        self.facet = facet
        self.stored: dict[str, object] = {}

    def know(self, terms: Terms) -> None:
        """Learn which codes exist, and what their column holds."""
        self.stored = {code: term.stored for code, term in terms.of(self.facet).items()}
        self.extra["choices"] = [(term.code, term.label) for term in terms.of(self.facet).values()]

    def filter(self, records: RecordQuerySet, choice: Choice, few: bool = False) -> RecordQuerySet:
        """Narrow to the choice; one of unknown values only selects nothing."""
        if not choice:
            return records
        stored = [self.stored[code] for code in choice.known]
        return self.facet.narrow(records, stored, choice.none, few)


class RecordFilterSet(django_filters.FilterSet):
    """The facets of one list over a QuerySet of records."""

    def __init__(self, data: object, queryset: RecordQuerySet, terms: Terms) -> None:
        super().__init__(data, queryset)
        for each in self.filters.values():
            each.know(terms)

    @property
    def choices(self) -> dict[str, Choice]:
        """By facet name, those in use."""
        self.form.is_valid()
        return {name: choice for name, choice in self.form.cleaned_data.items() if choice}

    def narrowed(self, *ignoring: str) -> RecordQuerySet:
        """The records that answer every facet in use but those named."""
        records = self.queryset
        for name, choice in self.choices.items():
            if name not in ignoring:
                records = self.filters[name].filter(records, choice)
        return records

    def narrowed_in(self, documents: Iterable[int]) -> RecordQuerySet:
        """The records of a few documents (ids) that answer every facet in use."""
        records = self.queryset.filter(document__in=documents)
        for name, choice in self.choices.items():
            records = self.filters[name].filter(records, choice, few=True)
        return records


@cache
def filterset_of(facets: tuple[Facet, ...], name: str) -> type[RecordFilterSet]:
    """The FilterSet class of a list."""
    filters = {facet.name: FacetFilter(facet) for facet in facets}
    return type(f"{name.title()}FilterSet", (RecordFilterSet,), filters)
