"""The last evaluation against the reference annotation, as /quality/ shows it."""

from django.db import models


class Evaluation(models.Model):
    """One row: `report` is what quality.report.build_report returned."""

    report = models.JSONField("结果")
    extractor_version = models.CharField("抽取器版本", max_length=60)
    data_version = models.PositiveBigIntegerField("数据版本")
    made_at = models.DateTimeField("测算时间")

    class Meta:
        verbose_name = verbose_name_plural = "抽取质量"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="evaluation_single")]

    def __str__(self) -> str:
        return self.extractor_version
