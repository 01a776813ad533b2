"""The facets: name in the address, Chinese label, and the column a record's value stands in.

`narrow` is the one place that says which records a choice selects; counts.py groups by the same
columns, so that the two can't disagree.
"""

from dataclasses import dataclass

from django.db.models import (
    Exists,
    F,
    FilteredRelation,
    Model,
    OuterRef,
    Q,
    TextChoices,
)

from policies import models
from policies.models.records import RecordQuerySet

from .expressions import AsNumber

NONE = "none"


class Specific(TextChoices):
    YES = "yes", "具体"
    NO = "no", "原则性"


@dataclass(frozen=True)
class Facet:
    """One question to a record; `column` is the path from Record to the answer."""

    name: str
    label: str
    column: str
    terms: type[Model] | type[TextChoices] | None = None  # None: words taken from the texts
    links: type[Model] | None = None  # many answers: the link table they stand in
    only: tuple[tuple[str, object], ...] = ()  # what a link must be to count
    repeats: bool = False  # one record can give the same answer twice
    required: bool = False  # no record is without an answer
    long: bool = False  # worth a search box
    codes: tuple[str, ...] = ()  # the only choices that can occur in a list

    @property
    def by_id(self) -> bool:
        """Whether the column holds a foreign key to a vocabulary table."""
        return self.terms is not None and not issubclass(self.terms, TextChoices)

    @property
    def link_name(self) -> str:
        return self.column.split("__")[0]

    @property
    def link_column(self) -> str:
        """The answer's column in the link table."""
        return self.column.split("__", 1)[1]

    def narrow(
        self, records: RecordQuerySet, values: list, none: bool, few: bool = False
    ) -> RecordQuerySet:
        """Keep the records with one of `values` (ids or codes as stored) or, if `none`, no answer.

        `few`: the records are, so that asking each costs less than listing all that answer so.
        """
        chosen = self._with_any(values, few) if values else Q(pk__in=[])
        return records.filter(chosen | self._with_none()) if none else records.filter(chosen)

    def answered(self, records: RecordQuerySet, name: str) -> RecordQuerySet:
        """Annotate the stored answer as `name`: one row for each answer, or one with NULL.

        The column stays bare, so that an index can serve the grouping.
        """
        column: object = F(self.column)
        if self.only:
            condition = Q(**{f"{self.link_name}__{key}": value for key, value in self.only})
            link = f"{name}_link"
            relation = FilteredRelation(self.link_name, condition=condition)
            records = records.annotate(**{link: relation})
            column = F(f"{link}__{self.link_column}")
        if self.terms is Specific:
            column = AsNumber(column)
        return records.annotate(**{name: column})

    @property
    def answers_in_numbers(self) -> bool:
        return self.by_id or self.terms is Specific

    def code_of(self, stored: int | str | None, codes: dict) -> str:
        """The code of a stored answer; `codes` maps stored answers of the vocabulary to codes."""
        if stored is None or stored == "":
            return NONE
        return codes.get(stored, str(stored))

    def _with_any(self, values: list, few: bool) -> Q:
        """Never a join: rows would repeat."""
        if self.links is None:
            return Q(**{f"{self.column}__in": values})
        rows = self.links.objects.filter(**{f"{self.link_column}__in": values}, **dict(self.only))
        if few:
            return Q(Exists(rows.filter(record=OuterRef("pk"))))
        return Q(pk__in=rows.order_by().values("record"))

    def _with_none(self) -> Q:
        if self.required:
            return Q(pk__in=[])
        if self.links is not None:
            return ~Exists(self.links.objects.filter(record=OuterRef("pk"), **dict(self.only)))
        empty = Q(**{f"{self.column}__isnull": True})
        return empty if self.by_id else empty | Q(**{self.column: ""})


SUBJECT = (("relation", models.Relation.SUBJECT),)

PROVINCE = Facet("province", "地区", "document__province_id", models.Province)
KIND = Facet("kind", "种类", "kind", models.Kind, required=True)
SECTOR = Facet(
    "sector",
    "行业",
    "sector_links__sector_id",
    models.Sector,
    models.RecordSector,
    SUBJECT,
    long=True,
)
RELATED_SECTOR = Facet(
    "sector", "行业", "sector_links__sector_id", models.Sector, models.RecordSector, long=True
)
THEME = Facet("theme", "改造方向", "theme_links__theme_id", models.Theme, models.RecordTheme)
INSTRUMENT = Facet(
    "instrument",
    "政策工具",
    "instrument_links__instrument_id",
    models.Instrument,
    models.RecordInstrument,
    long=True,
)
TOOL = Facet("tool", "具体工具", "tool_links__tool_id", models.Tool, models.RecordTool, long=True)
PART = Facet("part", "文件部分", "part_id", models.Part)
FORCE = Facet("force", "措辞刚性", "measure__force", models.Force, required=True)
ACTOR = Facet(
    "actor",
    "责任单位",
    "actor_links__actor_id",
    models.Actor,
    models.RecordActor,
    repeats=True,
    long=True,
)
ROLE = Facet(
    "role", "数字作用", "numbers__role", models.NumberRole, models.RecordNumber, repeats=True
)
MEASURE_SCOPE = Facet("scope", "政策性质", "measure__scope", models.PolicyScope)
TAX_SCOPE = Facet("scope", "政策性质", "taxpolicy__scope", models.PolicyScope, required=True)
SPECIFIC = Facet("specific", "具体程度", "measure__specific", Specific, required=True)
BENEFICIARY = Facet(
    "beneficiary",
    "受益对象",
    "beneficiary_links__name",
    None,
    models.RecordBeneficiary,
    long=True,
)
STATUS = Facet("status", "复核状态", "status", models.Status, required=True)
RELIEF = Facet(
    "relief", "优惠类型", "taxpolicy__relief_id", models.Relief, required=True, long=True
)
TAX = Facet("tax", "税种", "taxpolicy__tax")
INDICATOR = Facet(
    "indicator",
    "指标",
    "indicator_links__indicator_id",
    models.Indicator,
    models.RecordIndicator,
    long=True,
)
