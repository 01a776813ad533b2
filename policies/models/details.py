"""The fields of each kind of record, one table a kind.

Words taken from a text are TextFields: no text is too long to quote.
"""

from django.db import models
from django.db.models import F, Q

from .choices import Accrual, Change, Comparator, Force, PolicyScope, Via
from .records import Record
from .vocabulary import Relief


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
            models.Index(fields=["force", "record"], name="measure_force"),
            models.Index(fields=["specific", "record"], name="measure_specific"),
            models.Index(fields=["scope", "record"], name="measure_scope"),
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
