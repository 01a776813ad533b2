"""Vocabulary: labels, order and definitions are staff's; codes and words to look for are TOML's."""

from django.contrib import admin
from django.forms import ModelForm
from django.http import HttpRequest

from policies import models
from policies.corrections.relabelling import LABELS, relabel

from .read_only import ReadOnlyAdmin, ReadOnlyInline


class TermAdmin(admin.ModelAdmin):
    """Existing entries only: a new one needs its words in TOML."""

    list_display = ["code", "name", "position", "retired"]
    list_filter = ["retired"]
    search_fields = ["code", "name", "definition"]
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False

    def save_model(
        self, request: HttpRequest, obj: models.vocabulary.Term, form: ModelForm, change: bool
    ) -> None:
        """Through the audited act: readers' pages are kept by data version."""
        labels = {name: form.cleaned_data[name] for name in form.changed_data if name in LABELS}
        relabel(obj, user=request.user, **labels)

    def get_readonly_fields(self, request: HttpRequest, obj: object = None) -> list[str]:
        names = [field.name for field in self.model._meta.fields if field.name != "id"]
        return [name for name in names if name not in LABELS]


class SectorCodeInline(ReadOnlyInline):
    model = models.SectorCode


class SectorParentInline(ReadOnlyInline):
    model = models.SectorParent
    fk_name = "sector"


@admin.register(models.Sector)
class SectorAdmin(TermAdmin):
    inlines = [SectorParentInline, SectorCodeInline]


@admin.register(models.SectorCode)
class SectorCodeAdmin(ReadOnlyAdmin):
    list_display = ["sector", "relation", "scheme", "code"]
    list_filter = ["scheme", "relation"]
    search_fields = ["sector__name", "code"]


@admin.register(models.SectorParent)
class SectorParentAdmin(ReadOnlyAdmin):
    list_display = ["sector", "parent"]
    list_filter = ["parent"]
    search_fields = ["sector__name", "parent__name"]


for of in [
    models.Province,
    models.Part,
    models.IndicatorGroup,
    models.Indicator,
    models.Theme,
    models.Instrument,
    models.Tool,
    models.Relief,
    models.Actor,
]:
    admin.site.register(of, TermAdmin)
