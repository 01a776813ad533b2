"""The lists: which kinds of records they show, by which facets and in which orders."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db.models import Case, F, OrderBy, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce

from policies.models import Force, Kind, PolicyScope, RecordIndicator

from . import facets
from .facets import Facet

Order = tuple[OrderBy, ...]
BY_PLACE = "place"


@dataclass(frozen=True)
class RecordList:
    """`orders` maps a name in the address to its label and the columns that come before place.

    `on_sectors`: only records that name a sector, as subject or beside another.
    """

    name: str
    label: str
    kinds: tuple[str, ...]
    facets: tuple[Facet, ...]
    orders: dict[str, tuple[str, Order]]
    on_sectors: bool = False

    def facet(self, name: str) -> Facet:
        """The facet of that name; KeyError for one that this list does not have."""
        return {facet.name: facet for facet in self.facets}[name]


def last(column: object) -> OrderBy:
    """Ascending, records without a value at the end on both databases."""
    return OrderBy(column, nulls_last=True)


def in_order_of(column: str, codes: Iterable[str]) -> Case:
    """The place of a coded value in `codes`."""
    whens = (When(**{column: code}, then=Value(place)) for place, code in enumerate(codes))
    return Case(*whens, default=None)


PLACE: tuple[str, Order] = ("地区与原文顺序", ())

_indicator = Subquery(
    RecordIndicator.objects.filter(record=OuterRef("pk"), direct=True)
    .order_by("position", "indicator")
    .values("indicator__position")[:1]
)
_due = Coalesce("target__due_end", "goal__due_end")
_force = in_order_of("measure__force", Force.values)
_scope = in_order_of("taxpolicy__scope", PolicyScope.values)

AIMS = (Kind.TARGET, Kind.GOAL)

TARGETS = RecordList(
    name="targets",
    label="目标",
    kinds=AIMS,
    facets=(
        facets.PROVINCE,
        replace(facets.KIND, codes=AIMS),
        facets.INDICATOR,
        facets.SECTOR,
        facets.PART,
        facets.STATUS,
    ),
    orders={
        BY_PLACE: PLACE,
        "indicator": (
            "指标，数值由高到低",
            (last(_indicator), OrderBy(F("target__value"), descending=True, nulls_last=True)),
        ),
        "due": ("时限由近到远", (last(_due),)),
    },
)
MEASURES = RecordList(
    name="measures",
    label="政策措施",
    kinds=(Kind.MEASURE,),
    facets=(
        facets.PROVINCE,
        facets.SECTOR,
        facets.THEME,
        facets.INSTRUMENT,
        facets.TOOL,
        facets.PART,
        facets.FORCE,
        facets.SPECIFIC,
        facets.ACTOR,
        facets.ROLE,
        facets.MEASURE_SCOPE,
        facets.BENEFICIARY,
        facets.STATUS,
    ),
    orders={
        BY_PLACE: PLACE,
        "force": ("措辞由硬到软", (last(_force),)),
        "specific": ("具体的在前", (OrderBy(F("measure__specific"), descending=True),)),
        "part": ("文件部分", (last(F("part__position")),)),
    },
)
TAX_POLICIES = RecordList(
    name="tax_policies",
    label="税收政策",
    kinds=(Kind.TAX_POLICY,),
    facets=(facets.PROVINCE, facets.RELIEF, facets.TAX, facets.TAX_SCOPE, facets.STATUS),
    orders={
        BY_PLACE: PLACE,
        "relief": ("优惠类型", (last(F("taxpolicy__relief__position")),)),
        "scope": ("本省规定在前", (last(_scope),)),
    },
)
ON_SECTORS = (Kind.SECTOR_DIRECTION, Kind.SECTOR_MENTION, Kind.MEASURE, *AIMS)
SECTORS = RecordList(
    name="sectors",
    label="行业",
    kinds=ON_SECTORS,
    facets=(
        facets.PROVINCE,
        facets.SECTOR,
        replace(facets.KIND, codes=ON_SECTORS),
        facets.PART,
        facets.STATUS,
    ),
    orders={BY_PLACE: PLACE},
    on_sectors=True,
)

LISTS = {each.name: each for each in (TARGETS, MEASURES, TAX_POLICIES, SECTORS)}
