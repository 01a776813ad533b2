"""Vocabulary tables, kept in step with extraction/vocabulary/*.toml in `post_migrate`.

Labels, order and parents may be changed by staff; words to look for stay in TOML. `declared` is
what the TOML last said: a column that differs from it was changed by staff and is left alone.
An entry that leaves the TOML keeps its row (`retired`), since old records point at it.
"""

from django.db import models


class Term(models.Model):
    """What every vocabulary entry has: a code for addresses, a name, a place in the order."""

    code = models.SlugField("代码", max_length=60, unique=True)
    name = models.CharField("名称", max_length=100)
    position = models.PositiveIntegerField("顺序")
    definition = models.TextField("定义", blank=True)
    retired = models.BooleanField("已停用", default=False)
    declared = models.JSONField("词表所载", default=dict, editable=False)

    class Meta:
        abstract = True
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name


class Province(Term):
    """A province-level jurisdiction; `code` is its slug, `gb_code` two digits of GB/T 2260."""

    gb_code = models.CharField("行政区划代码", max_length=2, unique=True)
    short_name = models.CharField("简称", max_length=10)
    ethnic_autonomous = models.BooleanField("民族自治地方", default=False)

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "地区"


class Part(Term):
    covered = models.BooleanField("逐句成措施", default=False)

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "文件部分"


class IndicatorGroup(Term):
    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "指标组"


class Indicator(Term):
    group = models.ForeignKey(IndicatorGroup, models.PROTECT, related_name="indicators")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True)
    unit_class = models.CharField("单位类", max_length=20)

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "指标"


class Sector(Term):
    kind = models.CharField("类别", max_length=20)
    aggregate = models.BooleanField("总称", default=False)  # 传统产业: never a passage's sector
    parents = models.ManyToManyField(
        "self", through="SectorParent", symmetrical=False, related_name="branches"
    )

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "行业"


class SectorParent(models.Model):
    sector = models.ForeignKey(Sector, models.CASCADE, related_name="parent_links")
    parent = models.ForeignKey(Sector, models.CASCADE, related_name="branch_links")

    class Meta:
        verbose_name = verbose_name_plural = "行业上下位"
        constraints = [
            models.UniqueConstraint(fields=["sector", "parent"], name="sector_parent_unique"),
            models.CheckConstraint(
                condition=~models.Q(sector=models.F("parent")), name="sector_parent_not_self"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sector} < {self.parent}"


class SectorCode(models.Model):
    """How a sector relates to a code of a standard: = the same, ⊃ comprises, ~ overlaps."""

    sector = models.ForeignKey(Sector, models.CASCADE, related_name="codes")
    scheme = models.CharField("标准", max_length=30)
    code = models.CharField("代码", max_length=12)
    relation = models.CharField("关系", max_length=1)

    class Meta:
        verbose_name = verbose_name_plural = "行业代码"
        ordering = ["scheme", "code"]
        constraints = [
            models.UniqueConstraint(fields=["sector", "scheme", "code"], name="sector_code_unique"),
        ]

    def __str__(self) -> str:
        return f"{self.relation} {self.scheme} {self.code}"


class Theme(Term):
    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "改造方向"


class Instrument(Term):
    rothwell_zegveld = models.CharField("Rothwell–Zegveld", max_length=10)
    stip = models.CharField("OECD STIP", max_length=100)

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "政策工具"


class NationalRule(models.Model):
    """What tools and reliefs share: the national rule behind them and where it applies."""

    legal_basis = models.TextField("国家依据", blank=True)
    applies_to = models.JSONField("适用地区代码", default=list, blank=True)

    class Meta:
        abstract = True

    def applies_in(self, province: "Province | None") -> bool:
        """Whether the vocabulary lets the province have it; an empty list means all."""
        return not self.applies_to or province is None or province.gb_code in self.applies_to


class Tool(Term, NationalRule):
    """A second-level tool under an instrument, or a second-level aim under a theme."""

    instrument = models.ForeignKey(
        Instrument, models.PROTECT, null=True, blank=True, related_name="tools"
    )
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="tools")
    rothwell_zegveld = models.CharField("Rothwell–Zegveld", max_length=10)
    stip = models.CharField("OECD STIP", max_length=100)

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "具体工具"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(instrument__isnull=True) ^ models.Q(theme__isnull=True),
                name="tool_one_parent",
            )
        ]


class Relief(Term, NationalRule):
    tax = models.CharField("税种", max_length=20, blank=True)
    usual_scope = models.CharField("通常性质", max_length=15)
    abolished = models.CharField("税制变化", max_length=100, blank=True)

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "税收优惠类型"


class Actor(Term):
    """A canonical function of public bodies: 工业和信息化, 财政 …"""

    class Meta(Term.Meta):
        verbose_name = verbose_name_plural = "职能部门"
