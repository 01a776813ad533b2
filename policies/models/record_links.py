"""Ties of a record to vocabulary entries and to the numbers in it, in the order of the text."""

from django.db import models

from .choices import ActorLevel, ActorRole, Comparator, NumberRole, Relation, Via
from .records import Record
from .vocabulary import Actor, Indicator, Instrument, Sector, Theme, Tool


class Link(models.Model):
    """A record's tie to a vocabulary entry; `position` keeps the order of the text."""

    position = models.PositiveSmallIntegerField("顺序", default=0)

    class Meta:
        abstract = True
        ordering = ["record", "position"]

    def __str__(self) -> str:
        return f"{self.record} {self.position}"


def link_to_record(name: str) -> models.ForeignKey:
    """The foreign key of a link; `name` is the record's way back to it.

    It has no index of its own, nor has the vocabulary's: those in Meta begin with either.
    """
    return models.ForeignKey(Record, models.CASCADE, related_name=name, db_index=False)


class RecordSector(Link):
    """`direct` is false on the ancestors stored beside each link, so a roll-up is an equality."""

    record = link_to_record("sector_links")
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="record_links", db_index=False)
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
    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="record_links", db_index=False
    )
    direct = models.BooleanField("直接", default=True)

    class Meta(Link.Meta):
        verbose_name = verbose_name_plural = "记录与指标"
        constraints = [
            models.UniqueConstraint(fields=["record", "indicator"], name="record_indicator_once")
        ]
        indexes = [models.Index(fields=["indicator", "record"], name="record_indicator_lookup")]


class RecordTheme(Link):
    record = link_to_record("theme_links")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="record_links", db_index=False)
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
    instrument = models.ForeignKey(
        Instrument, models.PROTECT, related_name="record_links", db_index=False
    )
    cue = models.TextField("依据词", blank=True)

    class Meta(Link.Meta):
        verbose_name = verbose_name_plural = "记录与政策工具"
        constraints = [
            models.UniqueConstraint(fields=["record", "instrument"], name="record_instrument_once")
        ]
        indexes = [models.Index(fields=["instrument", "record"], name="record_instrument_lookup")]


class RecordTool(Link):
    record = link_to_record("tool_links")
    tool = models.ForeignKey(Tool, models.PROTECT, related_name="record_links", db_index=False)
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
    actor = models.ForeignKey(Actor, models.PROTECT, related_name="record_links", db_index=False)
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
