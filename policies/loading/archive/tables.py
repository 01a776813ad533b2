"""Which tables an archive holds, in which order they refer to one another, and by what names."""

from django.apps import apps
from django.conf import settings
from django.db import models

from policies.models import Document, DocumentSource, FormerText, Passage
from policies.models.vocabulary import Term

DERIVED = (Passage,)  # written anew from the text
BLOBS = {  # (model, field) -> folder; such a value is a file of its own, named by its SHA-256
    (Document, "text"): "texts",
    (FormerText, "text"): "texts",
    (DocumentSource, "data"): "sources",
}
_NAMES = {
    "policies.document": ("slug",),
    "policies.collection": ("slug",),
    "policies.record": ("ref",),
    "policies.correction": ("number",),
    "policies.provision": ("document__slug", "path"),
    settings.AUTH_USER_MODEL.lower(): ("username",),
}


def tables() -> list[type[models.Model]]:
    """Return the portal's tables, each after those it refers to."""
    found = [
        model
        for model in apps.get_app_config("policies").get_models(include_auto_created=True)
        if model not in DERIVED
    ]
    ordered: list[type[models.Model]] = []
    while found:
        ready = [m for m in found if not _needs(m) & (set(found) - {m})]
        ordered += ready
        found = [model for model in found if model not in ready]
    return ordered


def names_of(model: type[models.Model]) -> tuple[str, ...]:
    """Return the fields by which rows of the table are referred to: no primary key leaves."""
    return ("code",) if issubclass(model, Term) else _NAMES[model._meta.label_lower]


def columns(model: type[models.Model]) -> list[models.Field]:
    """Return what is archived of a row: all but generated columns and numbers of the database."""
    fields = model._meta.local_concrete_fields
    return [f for f in fields if not f.generated and not (f.primary_key and _is_number(f))]


def file_of(model: type[models.Model]) -> str:
    """Where the rows stand in the archive."""
    return f"tables/{model._meta.model_name}.jsonl"


def _needs(model: type[models.Model]) -> set[type[models.Model]]:
    return {field.related_model for field in columns(model) if field.is_relation}


def _is_number(field: models.Field) -> bool:
    """A key that the database counts; DataVersion and details have keys that mean something."""
    single = field.model._meta.model_name in {"dataversion", "evaluation"}
    return isinstance(field, models.AutoField) and not single
