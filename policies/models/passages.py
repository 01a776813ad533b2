"""Passages: the lines of a text as search finds them.

Written with the document, in its transaction (loading/passages.py). `folded` is the line with
variants of script and width removed, one character for one character; `tokens` is what the index
holds of it (search_text.py). The indexes themselves differ between databases: search_index.py.
"""

from django.db import models
from django.db.models import F, Q

from .documents import Document, Provision


class Passage(models.Model):
    document = models.ForeignKey(Document, models.CASCADE, related_name="passages", db_index=False)
    provision = models.ForeignKey(
        Provision, models.SET_NULL, null=True, blank=True, related_name="passages"
    )
    start = models.PositiveIntegerField("起")
    end = models.PositiveIntegerField("止")
    rank = models.PositiveSmallIntegerField(
        "次序"
    )  # 0 headings, 1 lines with typed facts, 2 others
    folded = models.TextField("检索文本")
    tokens = models.TextField("索引词")

    class Meta:
        verbose_name = verbose_name_plural = "段落"
        ordering = ["document", "start"]
        constraints = [
            models.UniqueConstraint(fields=["document", "start"], name="passage_place"),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="passage_span"),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.start}–{self.end}"
