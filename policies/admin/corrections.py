"""What people changed and what waits for them: to look at; the workbench is where it is done."""

from django.contrib import admin

from policies.models import Audit, Correction, DataVersion, Evaluation, ReviewItem

from .passages import passage
from .read_only import ReadOnlyAdmin


@admin.register(Correction)
class CorrectionAdmin(ReadOnlyAdmin):
    list_display = ["number", "action", "record", "field", "state", "author", "created_at"]
    list_filter = ["state", "action", "kind"]
    list_select_related = ["record", "author", "document"]
    search_fields = ["number", "record__ref", "reason", "author__username"]
    readonly_fields = ["source_passage"]

    @admin.display(description="原文上下文")
    def source_passage(self, correction: Correction) -> str:
        place = correction.record or correction
        if place.start is None:
            return "—"
        return passage(correction.document.text, place.start, place.end)


@admin.register(ReviewItem)
class ReviewItemAdmin(ReadOnlyAdmin):
    list_display = ["cause", "document", "record", "opened_at", "closed_at"]
    list_filter = ["cause", "closed_at"]
    list_select_related = ["document", "record"]
    search_fields = ["record__ref", "document__slug"]


@admin.register(Audit)
class AuditAdmin(ReadOnlyAdmin):
    list_display = ["sequence", "at", "actor", "action", "subject"]
    list_filter = ["action", "actor"]
    search_fields = ["subject", "reason", "actor"]


@admin.register(DataVersion)
class DataVersionAdmin(ReadOnlyAdmin):
    list_display = ["number", "changed_at"]
    search_fields = ["number"]
    list_filter = ["changed_at"]


@admin.register(Evaluation)
class EvaluationAdmin(ReadOnlyAdmin):
    list_display = ["extractor_version", "data_version", "made_at"]
    list_filter = ["made_at"]
    search_fields = ["extractor_version"]
