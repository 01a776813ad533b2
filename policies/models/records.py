"""Records: facts found in a text, each with its evidence.

`Record` holds what all kinds share; a one-to-one detail row holds the fields of its kind, links
(sectors, tools, actors …) point at the record. Columns hold the effective value; `extracted`
holds what the machine said, null where a person added the record; `effective` is all effective fields
in the JSON form of fields.py, which the columns and links mirror (`verify` proves it). Words taken from a text are
TextFields: no text is too long to quote.
"""

from django.db import models
from django.db.models import F, Q

from .choices import (
    Accrual,
    ActorLevel,
    ActorRole,
    Change,
    Comparator,
    Force,
    Kind,
    NumberRole,
    PolicyScope,
    Relation,
    State,
    Status,
    Via,
)
from .documents import Document, Provision
from .vocabulary import Actor, Indicator, Instrument, Part, Relief, Sector, Theme, Tool


class RecordQuerySet(models.QuerySet):
    def present(self) -> "RecordQuerySet":
        """Neither gone from the text nor rejected by a person."""
        return self.filter(state=State.PRESENT)

    def found_by_machine(self) -> "RecordQuerySet":
        """What the present extractor finds in the present text, rejected by a person or not."""
        return self.filter(extracted__isnull=False, withdrawn=False).exclude(state=State.GONE)

    def public(self) -> "RecordQuerySet":
        """Present records of published documents."""
        return self.present().filter(document__published=True)

    def of_kind(self, *kinds: str) -> "RecordQuerySet":
        return self.filter(kind__in=kinds)

    def with_facts(self) -> "RecordQuerySet":
        """All that `facts(record)` and the detail rows need, in two queries whatever the number.

        Links other than sectors are not fetched: their codes stand in `effective`. Pages that
        want the rows add `.with_links()`, one query per link table.
        """
        return self.select_related(
            "document__province",
            "provision",
            "part",
            "target",
            "goal",
            "sectordirection",
            "sectormention",
            "measure",
            "taxpolicy__relief",
            "citation",
        ).prefetch_related(
            models.Prefetch("sector_links", RecordSector.objects.select_related("sector"))
        )

    def with_links(self) -> "RecordQuerySet":
        """Every other link with its term: six queries more."""
        return self.prefetch_related(
            models.Prefetch("indicator_links", RecordIndicator.objects.select_related("indicator")),
            models.Prefetch("theme_links", RecordTheme.objects.select_related("theme")),
            models.Prefetch(
                "instrument_links", RecordInstrument.objects.select_related("instrument")
            ),
            models.Prefetch("tool_links", RecordTool.objects.select_related("tool")),
            models.Prefetch("actor_links", RecordActor.objects.select_related("actor")),
            "numbers",
        )

    def in_reading_order(self) -> "RecordQuerySet":
        return self.order_by(
            F("document__province__gb_code").asc(nulls_last=True), "document__slug", "start", "ref"
        )


class Record(models.Model):
    ref = models.CharField("编号", max_length=80, unique=True)
    kind = models.CharField("种类", max_length=20, choices=Kind)
    document = models.ForeignKey(Document, models.CASCADE, related_name="records")
    provision = models.ForeignKey(
        Provision, models.SET_NULL, null=True, blank=True, related_name="records"
    )
    part = models.ForeignKey(Part, models.PROTECT, null=True, blank=True, related_name="+")
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")
    key = models.CharField("所指", max_length=200, blank=True)
    quote = models.TextField("原文")
    extracted = models.JSONField("机器抽取值", null=True, blank=True)
    effective = models.JSONField("生效值", default=dict)  # all fields; columns and links mirror it
    doubt = models.TextField("存疑原因", blank=True)
    status = models.CharField("复核状态", max_length=12, choices=Status, default=Status.UNREVIEWED)
    state = models.CharField("存续", max_length=10, choices=State, default=State.PRESENT)
    withdrawn = models.BooleanField("现不再抽取", default=False)  # kept for a person's sake only
    gone_from = models.CharField(
        "原在文本 SHA-256", max_length=64, blank=True
    )  # what a gone span indexes
    version = models.PositiveIntegerField("版本", default=1)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "记录"
        ordering = ["document", "start", "ref"]
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="record_span"),
            models.CheckConstraint(condition=~Q(quote=""), name="record_has_quote"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="record_kind_known"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="record_state_known"),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="record_status_known"
            ),
            models.UniqueConstraint(
                fields=["document", "kind", "start", "end", "key"],
                condition=~Q(state=State.GONE),
                name="record_identity",
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "state", "document", "start"], name="record_list"),
            models.Index(fields=["kind", "state", "status", "document"], name="record_status"),
            models.Index(fields=["kind", "state", "part", "document"], name="record_part"),
            models.Index(fields=["document", "start"], name="record_place"),
        ]

    def __str__(self) -> str:
        return self.ref

    def get_absolute_url(self) -> str:
        """Fixed by the design, so that a citation never breaks."""
        return f"/records/{self.ref}/"


class Detail(models.Model):
    """The fields of one kind of record."""

    record = models.OneToOneField(
        Record, models.CASCADE, primary_key=True, related_name="%(class)s"
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.record)


class Timed(models.Model):
    """When an aim is due."""

    due = models.CharField("时限", max_length=40, blank=True)
    due_start = models.PositiveSmallIntegerField("起始年", null=True, blank=True)
    due_end = models.PositiveSmallIntegerField("截止年", null=True, blank=True)
    aspirational = models.BooleanField("力争", default=False)

    class Meta:
        abstract = True


class Target(Detail, Timed):
    indicator = models.TextField("指标")
    value = models.DecimalField("数值", max_digits=24, decimal_places=6)
    value_max = models.DecimalField("上限", max_digits=24, decimal_places=6, null=True, blank=True)
    baseline = models.DecimalField("基数", max_digits=24, decimal_places=6, null=True, blank=True)
    unit = models.CharField("单位", max_length=40)
    comparator = models.CharField("比较", max_length=2, choices=Comparator)
    change = models.CharField("变化", max_length=10, choices=Change)
    base = models.TextField("基期", blank=True)
    base_year = models.PositiveSmallIntegerField("基年", null=True, blank=True)
    annual = models.BooleanField("按年", default=False)
    accrual = models.CharField("口径", max_length=16, choices=Accrual)
    scope = models.TextField("范围", blank=True)
    part_of = models.TextField("其中", blank=True)
    threshold = models.BooleanField("门槛", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "量化目标"
        constraints = [
            models.CheckConstraint(
                condition=Q(comparator__in=Comparator.values), name="target_comparator_known"
            ),
            models.CheckConstraint(
                condition=Q(value_max__isnull=True) | Q(value_max__gte=F("value")),
                name="target_range",
            ),
            models.CheckConstraint(
                condition=Q(due_start__isnull=True)
                | Q(due_end__isnull=True)
                | Q(due_start__lte=F("due_end")),
                name="target_period",
            ),
        ]


class Goal(Detail, Timed):
    indicator = models.TextField("事项")
    statement = models.TextField("表述")

    class Meta:
        verbose_name = verbose_name_plural = "定性目标"


class SectorDirection(Detail):
    heading = models.TextField("标题")

    class Meta:
        verbose_name = verbose_name_plural = "行业专节"


class SectorMention(Detail):
    as_written = models.TextField("原词")
    via = models.CharField("依据", max_length=10, choices=Via)

    class Meta:
        verbose_name = verbose_name_plural = "行业提及"


class Measure(Detail):
    force = models.CharField("措辞刚性", max_length=15, choices=Force)
    force_cue = models.TextField("刚性用语", blank=True)
    specific = models.BooleanField("具体", default=False)
    scope = models.CharField("性质", max_length=15, choices=PolicyScope, blank=True)
    beneficiaries = models.JSONField("受益对象", default=list, blank=True)
    conditions = models.JSONField("条件", default=list, blank=True)
    exceptions = models.JSONField("例外", default=list, blank=True)
    hedges = models.JSONField("保留用语", default=list, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "政策措施"
        constraints = [
            models.CheckConstraint(condition=Q(force__in=Force.values), name="force_known")
        ]
        indexes = [
            models.Index(fields=["force"], name="measure_force"),
            models.Index(fields=["specific"], name="measure_specific"),
            models.Index(fields=["scope"], name="measure_scope"),
        ]


class TaxPolicy(Detail):
    relief = models.ForeignKey(Relief, models.PROTECT, related_name="+")
    tax = models.TextField("税种", blank=True)
    parameters = models.JSONField("参数", default=list, blank=True)
    conditions = models.TextField("条件", blank=True)
    scope = models.CharField("性质", max_length=15, choices=PolicyScope)

    class Meta:
        verbose_name = verbose_name_plural = "税收政策"


class Citation(Detail):
    title = models.TextField("题名")
    number = models.TextField("文号", blank=True)
    planned = models.BooleanField("拟制定", default=False)
    bracketed = models.BooleanField("有书名号", default=True)
    form = models.TextField("文件类型", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "引用文件"


class Link(models.Model):
    """A record's tie to a vocabulary entry; `position` keeps the order of the text."""

    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        abstract = True
        ordering = ["record", "position"]

    def __str__(self) -> str:
        return f"{self.record} {self.position}"


def link_to_record(name: str) -> models.ForeignKey:
    """The foreign key of a link; `name` is the record's way back to it."""
    return models.ForeignKey(Record, models.CASCADE, related_name=name)


class RecordSector(Link):
    """`direct` is false on the ancestors stored beside each link, so a roll-up is an equality."""

    record = link_to_record("sector_links")
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="record_links")
    relation = models.CharField("关系", max_length=10, choices=Relation, default=Relation.SUBJECT)
    via = models.CharField("依据", max_length=10, choices=Via, default=Via.WORD)
    direct = models.BooleanField("直接", default=True)

    class Meta(Link.Meta):
        verbose_name = verbose_name_plural = "记录与行业"
        constraints = [
            models.UniqueConstraint(fields=["record", "sector"], name="record_sector_once")
        ]
        indexes = [
            models.Index(fields=["sector", "relation", "record"], name="record_sector_lookup"),
            models.Index(fields=["record", "relation", "sector"], name="record_sector_of"),
        ]


class RecordIndicator(Link):
    record = link_to_record("indicator_links")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="record_links")
    direct = models.BooleanField("直接", default=True)

    class Meta(Link.Meta):
        verbose_name = verbose_name_plural = "记录与指标"
        constraints = [
            models.UniqueConstraint(fields=["record", "indicator"], name="record_indicator_once")
        ]
        indexes = [models.Index(fields=["indicator", "record"], name="record_indicator_lookup")]


class RecordTheme(Link):
    record = link_to_record("theme_links")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="record_links")
    cue = models.TextField("依据词", blank=True)

    class Meta(Link.Meta):
        verbose_name = verbose_name_plural = "记录与改造方向"
        constraints = [
            models.UniqueConstraint(fields=["record", "theme"], name="record_theme_once")
        ]
        indexes = [models.Index(fields=["theme", "record"], name="record_theme_lookup")]


class RecordInstrument(Link):
    """`position` 0 is the primary instrument: percentages count that one."""

    record = link_to_record("instrument_links")
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="record_links")
    cue = models.TextField("依据词", blank=True)

    class Meta(Link.Meta):
        verbose_name = verbose_name_plural = "记录与政策工具"
        constraints = [
            models.UniqueConstraint(fields=["record", "instrument"], name="record_instrument_once")
        ]
        indexes = [models.Index(fields=["instrument", "record"], name="record_instrument_lookup")]


class RecordTool(Link):
    record = link_to_record("tool_links")
    tool = models.ForeignKey(Tool, models.PROTECT, related_name="record_links")
    cue = models.TextField("依据词", blank=True)

    class Meta(Link.Meta):
        verbose_name = verbose_name_plural = "记录与具体工具"
        constraints = [models.UniqueConstraint(fields=["record", "tool"], name="record_tool_once")]
        indexes = [models.Index(fields=["tool", "record"], name="record_tool_lookup")]


class RecordBeneficiary(Link):
    """The names in `Measure.beneficiaries`, one a row, so that a filter is a plain equality."""

    record = link_to_record("beneficiary_links")
    name = models.CharField("受益对象", max_length=200)

    class Meta(Link.Meta):
        verbose_name = verbose_name_plural = "记录与受益对象"
        constraints = [
            models.UniqueConstraint(fields=["record", "name"], name="record_beneficiary_once")
        ]
        indexes = [models.Index(fields=["name", "record"], name="record_beneficiary_lookup")]


class RecordActor(Link):
    record = link_to_record("actor_links")
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="record_links")
    as_written = models.CharField("原称", max_length=200)
    level = models.CharField("层级", max_length=10, choices=ActorLevel)
    role = models.CharField("角色", max_length=12, choices=ActorRole)

    class Meta(Link.Meta):
        verbose_name = verbose_name_plural = "记录与责任单位"
        constraints = [
            models.UniqueConstraint(
                fields=["record", "as_written", "role"], name="record_actor_once"
            )
        ]
        indexes = [
            models.Index(fields=["actor", "role", "record"], name="record_actor_lookup"),
            models.Index(fields=["record", "actor"], name="record_actor_of"),
        ]


class RecordNumber(Link):
    record = link_to_record("numbers")
    value = models.DecimalField("数值", max_digits=24, decimal_places=6)
    value_max = models.DecimalField("上限", max_digits=24, decimal_places=6, null=True, blank=True)
    unit = models.CharField("单位", max_length=40)
    comparator = models.CharField("比较", max_length=2, choices=Comparator)
    what = models.TextField("所指", blank=True)
    role = models.CharField("角色", max_length=12, choices=NumberRole)
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")

    class Meta(Link.Meta):
        verbose_name = verbose_name_plural = "措施中的数字"
        constraints = [
            models.UniqueConstraint(fields=["record", "position"], name="record_number_once")
        ]
        indexes = [
            models.Index(fields=["role", "record"], name="record_number_role"),
            models.Index(fields=["record", "role"], name="record_number_of"),
        ]
