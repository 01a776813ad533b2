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
    Kind,
    State,
    Status,
)
from .documents import Document, Provision
from .vocabulary import Part


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
        from .record_links import RecordSector  # it needs Record first

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
        from . import record_links as links

        return self.prefetch_related(
            models.Prefetch(
                "indicator_links", links.RecordIndicator.objects.select_related("indicator")
            ),
            models.Prefetch("theme_links", links.RecordTheme.objects.select_related("theme")),
            models.Prefetch(
                "instrument_links", links.RecordInstrument.objects.select_related("instrument")
            ),
            models.Prefetch("tool_links", links.RecordTool.objects.select_related("tool")),
            models.Prefetch("actor_links", links.RecordActor.objects.select_related("actor")),
            "numbers",
        )

    def in_reading_order(self) -> "RecordQuerySet":
        return self.order_by(
            F("document__province__gb_code").asc(nulls_last=True), "document__slug", "start", "ref"
        )


class Record(models.Model):
    ref = models.CharField("编号", max_length=80, unique=True)
    kind = models.CharField("种类", max_length=20, choices=Kind)
    document = models.ForeignKey(Document, models.CASCADE, related_name="records", db_index=False)
    provision = models.ForeignKey(
        Provision, models.SET_NULL, null=True, blank=True, related_name="records"
    )
    part = models.ForeignKey(
        Part, models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
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
            models.Index(fields=["document", "start", "end"], name="record_place"),
        ]

    def __str__(self) -> str:
        return self.ref

    def get_absolute_url(self) -> str:
        """Fixed by the design, so that a citation never breaks."""
        return f"/records/{self.ref}/"
