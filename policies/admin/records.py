"""Records with their details and links, the source passage beside them."""

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from policies import models

from .passages import passage
from .read_only import ReadOnlyAdmin, ReadOnlyInline

DETAILS = [
    models.Target,
    models.Goal,
    models.SectorDirection,
    models.SectorMention,
    models.Measure,
    models.TaxPolicy,
    models.Citation,
]
LINKS = [
    models.RecordSector,
    models.RecordIndicator,
    models.RecordTheme,
    models.RecordInstrument,
    models.RecordTool,
    models.RecordActor,
    models.RecordNumber,
    models.RecordBeneficiary,
]


def _inline(of: type[Model]) -> type[ReadOnlyInline]:
    return type(f"{of.__name__}Inline", (ReadOnlyInline,), {"model": of})


@admin.register(models.Record)
class RecordAdmin(ReadOnlyAdmin):
    list_display = ["ref", "kind", "document", "quote_start", "status", "state"]
    list_filter = ["kind", "status", "state", "part", "document__province"]
    list_select_related = ["document"]
    search_fields = ["ref", "quote", "key"]
    readonly_fields = ["source_passage"]
    inlines = [_inline(of) for of in DETAILS + LINKS]

    @admin.display(description="原文")
    def quote_start(self, record: models.Record) -> str:
        return record.quote[:40]

    @admin.display(description="原文上下文")
    def source_passage(self, record: models.Record) -> str:
        return passage(record.document.text, record.start, record.end)


class OfRecordAdmin(ReadOnlyAdmin):
    """A detail or link row, found through its record."""

    list_display = ["record", "__str__"]
    list_filter = ["record__document__province", "record__status"]
    search_fields = ["record__ref", "record__quote"]
    readonly_fields = ["source_passage"]

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).select_related("record__document")

    @admin.display(description="原文上下文")
    def source_passage(self, row: Model) -> str:
        record = row.record
        return passage(record.document.text, record.start, record.end)


for of in DETAILS + LINKS:
    admin.site.register(of, OfRecordAdmin)
