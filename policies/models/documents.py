"""Documents, the collections they stand in, their texts and provisions."""

from django.db import models
from django.db.models import F, Q

from .choices import Validity
from .vocabulary import Part, Province


class DocumentQuerySet(models.QuerySet):
    def published(self) -> "DocumentQuerySet":
        """What anonymous readers see."""
        return self.filter(published=True)

    def in_column_order(self) -> "DocumentQuerySet":
        """By administrative code, documents without a province last, then by slug."""
        return self.select_related("province").order_by(
            F("province__gb_code").asc(nulls_last=True), "slug"
        )


class Document(models.Model):
    """One policy text as stored, with what the text and its manifest say about it."""

    slug = models.SlugField("地址名", max_length=60, unique=True)
    province = models.ForeignKey(
        Province, models.PROTECT, null=True, blank=True, related_name="documents"
    )
    level = models.CharField("层级", max_length=4, blank=True)
    genre = models.CharField("文种", max_length=20, blank=True)
    title = models.TextField("题名", blank=True)
    title_is_editorial = models.BooleanField("题名系编者所加", default=False)
    document_number = models.TextField("发文字号", blank=True)
    issuer = models.TextField("发文机关", blank=True)
    issued_on = models.DateField("成文日期", null=True, blank=True)
    effective_on = models.DateField("施行日期", null=True, blank=True)
    validity = models.CharField("效力", max_length=10, choices=Validity, default=Validity.UNKNOWN)
    implements_title = models.TextField("贯彻的上位文件", blank=True)
    implements_number = models.TextField("上位文件文号", blank=True)
    addressees = models.TextField("主送机关", blank=True)
    source_url = models.URLField("来源", max_length=500, blank=True)
    publicity = models.CharField("公开属性", max_length=20, blank=True)
    text = models.TextField("正文")
    sha256 = models.CharField("正文 SHA-256", max_length=64)
    extractor_version = models.CharField("抽取器版本", max_length=60)
    kinds_extracted = models.JSONField("已抽取的种类", default=list)
    parts_recognised = models.JSONField("已识别的部分", default=list)
    published = models.BooleanField("已公开", default=False)
    synthetic = models.BooleanField("合成文本", default=False)
    ref_counters = models.JSONField("编号计数", default=dict)  # kind letter -> last number given
    version = models.PositiveIntegerField("版本", default=1)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "文件"
        ordering = ["slug"]
        constraints = [
            models.UniqueConstraint(fields=["sha256"], name="document_text_once"),
        ]
        indexes = [
            models.Index(fields=["province", "slug"], name="document_column_order"),
            # every list leaves drafts out: without it, by reading over all texts
            models.Index(fields=["id"], name="document_draft", condition=Q(published=False)),
        ]
        permissions = [("ingest_document", "导入文件"), ("publish_document", "公开文件")]

    def __str__(self) -> str:
        return self.slug

    @property
    def label(self) -> str:
        """Column head: the province's short name, else the slug; a synthetic text says so."""
        name = self.province.short_name if self.province else self.slug
        return f"合成·{name}" if self.synthetic else name


class DocumentSource(models.Model):
    """The original bytes as received and how they were read."""

    document = models.OneToOneField(
        Document, models.CASCADE, primary_key=True, related_name="source"
    )
    name = models.CharField("文件名", max_length=255)
    data = models.BinaryField("原始字节")
    sha256 = models.CharField("文件 SHA-256", max_length=64)
    reader = models.CharField("读取方式", max_length=10)
    encoding = models.CharField("编码", max_length=20, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "原始文件"

    def __str__(self) -> str:
        return self.name


class FormerText(models.Model):
    """A text that a document had before; old citations still resolve against it."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="former_texts")
    text = models.TextField("正文")
    sha256 = models.CharField("正文 SHA-256", max_length=64)
    replaced_at = models.DateTimeField("替换时间")

    class Meta:
        verbose_name = verbose_name_plural = "旧文本"
        constraints = [
            models.UniqueConstraint(fields=["document", "sha256"], name="former_text_once"),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.sha256[:8]}"


class Provision(models.Model):
    """A headed unit of a document; `path` is its address within it."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="provisions")
    path = models.CharField("路径", max_length=60)
    position = models.PositiveIntegerField("顺序")
    marker = models.CharField("序号", max_length=60, blank=True)
    level = models.PositiveSmallIntegerField("层级")
    heading = models.TextField("标题", blank=True)
    parent = models.ForeignKey(
        "self", models.CASCADE, null=True, blank=True, related_name="children"
    )
    part = models.ForeignKey(Part, models.PROTECT, related_name="+")
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")
    heading_end = models.PositiveIntegerField("标题止")

    class Meta:
        verbose_name = verbose_name_plural = "条款"
        ordering = ["document", "position"]
        constraints = [
            models.UniqueConstraint(fields=["document", "path"], name="provision_path_unique"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="provision_span"),
            models.CheckConstraint(
                condition=Q(heading_end__gte=F("start"), heading_end__lte=F("end")),
                name="provision_heading_inside",
            ),
        ]
        indexes = [models.Index(fields=["document", "start"], name="provision_place")]

    def __str__(self) -> str:
        return f"{self.document} {self.path}"


class Collection(models.Model):
    """The documents that answer one instrument; a comparison shows at most forty columns."""

    slug = models.SlugField("地址名", max_length=60, unique=True)
    title = models.CharField("名称", max_length=200)
    instrument_title = models.CharField("上位文件", max_length=300, blank=True)
    instrument_number = models.CharField("上位文件文号", max_length=100, blank=True)
    documents = models.ManyToManyField(Document, related_name="collections", blank=True)
    is_default = models.BooleanField("默认", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "专辑"
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"], condition=Q(is_default=True), name="one_default_collection"
            ),
        ]

    def __str__(self) -> str:
        return self.title
