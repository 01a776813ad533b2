"""Documents, their texts and provisions."""

from django.contrib import admin
from django.db import models

from policies.models import Collection, Document, DocumentSource, FormerText, Passage, Provision

from .passages import passage
from .read_only import ReadOnlyAdmin


@admin.register(Document)
class DocumentAdmin(ReadOnlyAdmin):
    list_display = ["slug", "province", "title", "document_number", "issued_on", "published"]
    list_filter = ["published", "synthetic", "validity", "level", "province"]
    list_select_related = ["province"]
    search_fields = ["slug", "title", "document_number", "text"]
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}


@admin.register(Provision)
class ProvisionAdmin(ReadOnlyAdmin):
    list_display = ["document", "path", "marker", "heading", "part"]
    list_filter = ["part", "level"]
    list_select_related = ["document", "part"]
    search_fields = ["document__slug", "path", "heading"]
    readonly_fields = ["source_passage"]

    @admin.display(description="原文")
    def source_passage(self, provision: Provision) -> str:
        return passage(provision.document.text, provision.start, provision.end)


@admin.register(Passage)
class PassageAdmin(ReadOnlyAdmin):
    list_display = ["document", "start", "folded"]
    list_filter = ["document__province"]
    list_select_related = ["document"]
    search_fields = ["document__slug", "folded"]


@admin.register(DocumentSource)
class DocumentSourceAdmin(ReadOnlyAdmin):
    list_display = ["document", "name", "reader", "encoding", "sha256"]
    list_filter = ["reader"]
    list_select_related = ["document"]
    search_fields = ["document__slug", "name", "sha256"]
    exclude = ["data"]


@admin.register(FormerText)
class FormerTextAdmin(ReadOnlyAdmin):
    list_display = ["document", "sha256", "replaced_at"]
    list_filter = ["replaced_at"]
    list_select_related = ["document"]
    search_fields = ["document__slug", "sha256", "text"]


@admin.register(Collection)
class CollectionAdmin(ReadOnlyAdmin):
    list_display = ["title", "instrument_number", "is_default"]
    list_filter = ["is_default"]
    search_fields = ["slug", "title", "instrument_number"]
