"""What people change, who allowed it, and what waits for a person."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from .choices import Kind
from .documents import Document
from .records import Record


class Correction(models.Model):
    """One proposed or decided change by a person; approved ones survive every ingest."""

    class Action(models.TextChoices):
        FIELD = "field", "更正字段"
        SPAN = "span", "调整原文范围"
        ADD = "add", "补录记录"
        REJECT = "reject", "驳回记录"
        CONFIRM = "confirm", "确认无误"
        ABSENCE = "absence", "确认原文未见"
        GLYPH = "glyph", "认读损坏字"

    class State(models.TextChoices):
        PROPOSED = "proposed", "待审核"
        APPROVED = "approved", "已通过"
        REJECTED = "rejected", "未通过"
        REVERTED = "reverted", "已撤销"

    number = models.PositiveIntegerField("编号", unique=True)
    action = models.CharField("动作", max_length=10, choices=Action)
    state = models.CharField("状态", max_length=10, choices=State, default=State.PROPOSED)
    document = models.ForeignKey(Document, models.CASCADE, related_name="corrections")
    record = models.ForeignKey(
        Record, models.CASCADE, null=True, blank=True, related_name="corrections"
    )
    kind = models.CharField("种类", max_length=20, choices=Kind, blank=True)
    field = models.CharField("字段", max_length=40, blank=True)
    key = models.CharField("所指", max_length=200, blank=True)  # of an absence: dimension:row key
    seen = models.JSONField("所见值", null=True, blank=True)
    value = models.JSONField("新值", null=True, blank=True)
    proposed = models.JSONField("原提议值", null=True, blank=True)  # where the reviewer changed it
    start = models.PositiveIntegerField("起", null=True, blank=True)
    end = models.PositiveIntegerField("止", null=True, blank=True)
    quote = models.TextField("原文", blank=True)
    reason = models.TextField("理由")
    base_version = models.PositiveIntegerField("所据版本")
    token = models.CharField("防重复令牌", max_length=64, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="corrections")
    created_at = models.DateTimeField("提出时间")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField("审定时间", null=True, blank=True)
    answer = models.TextField("审核意见", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "更正"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reviewer__isnull=True) | ~Q(reviewer=F("author")),
                name="correction_not_own_reviewer",
                violation_error_message="不能审核自己提出的更正",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="correction_has_reason"),
            models.UniqueConstraint(
                fields=["author", "token"], condition=~Q(token=""), name="correction_token_once"
            ),
            models.UniqueConstraint(
                fields=["record", "field"],
                condition=Q(action="field", state="approved"),
                name="correction_one_approved_per_field",
            ),
        ]
        indexes = [models.Index(fields=["state", "document"], name="correction_queue")]
        permissions = [("review_correction", "审核更正")]

    def __str__(self) -> str:
        return f"#{self.number}"


class ReviewItem(models.Model):
    """What waits for a person: a conflict after re-ingest, a moved span, a public report."""

    class Cause(models.TextChoices):
        CONFLICT = "conflict", "重新抽取与更正不一致"
        VANISHED = "vanished", "已更正的原文不复存在"
        AMBIGUOUS = "ambiguous", "原文变动，无法唯一对应"
        DAMAGED = "damaged", "损坏字"
        REPORT = "report", "读者报错"

    cause = models.CharField("原因", max_length=10, choices=Cause)
    document = models.ForeignKey(Document, models.CASCADE, related_name="review_items")
    record = models.ForeignKey(
        Record, models.CASCADE, null=True, blank=True, related_name="review_items"
    )
    correction = models.ForeignKey(
        Correction, models.CASCADE, null=True, blank=True, related_name="review_items"
    )
    detail = models.JSONField("详情", default=dict)
    fingerprint = models.CharField("指纹", max_length=64)  # same doubt, same item
    opened_at = models.DateTimeField("提出时间")
    closed_at = models.DateTimeField("处理时间", null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer = models.TextField("答复", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "待复核事项"
        ordering = ["opened_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "cause", "fingerprint"],
                condition=Q(closed_at__isnull=True),
                name="review_item_once_open",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_cause_display()} {self.record or self.document}"


class Audit(models.Model):
    """One row per act, append-only; each row's hash covers the row before it."""

    sequence = models.PositiveBigIntegerField("序号", unique=True)
    at = models.DateTimeField("时间")
    actor = models.CharField("操作者", max_length=150)
    action = models.CharField("动作", max_length=30)
    subject = models.CharField("对象", max_length=120)
    before = models.JSONField("之前", null=True)
    after = models.JSONField("之后", null=True)
    reason = models.TextField("理由", blank=True)
    previous_hash = models.CharField("前一行哈希", max_length=64)
    hash = models.CharField("哈希", max_length=64)

    class Meta:
        verbose_name = verbose_name_plural = "审计"
        ordering = ["sequence"]

    def __str__(self) -> str:
        return f"{self.sequence} {self.action} {self.subject}"


class DataVersion(models.Model):
    """Rises by one in the transaction of every write; base of ETags and “generated on”.

    It also holds the head of the audit chain: without it the loss of the last rows would not show.
    """

    number = models.PositiveBigIntegerField("数据版本", default=0)
    changed_at = models.DateTimeField("变更时间")
    audit_sequence = models.PositiveBigIntegerField("末条审计序号", default=0)
    audit_hash = models.CharField("末条审计哈希", max_length=64, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "数据版本"
        constraints = [models.CheckConstraint(condition=Q(id=1), name="data_version_single")]

    def __str__(self) -> str:
        return str(self.number)
