"""Rows as JSON: foreign keys by public name, long texts and bytes as files of their own."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256

from django.db import models

from .tables import BLOBS, columns, names_of

Name = str  # JSON of the fields that name a row
Keys = Mapping[type[models.Model], Mapping[Name, int]]


class Named:
    """Primary keys and public names of the rows that others refer to; each table read once."""

    def __init__(self) -> None:
        self._names: dict[type[models.Model], dict[int, Name]] = {}

    def name(self, model: type[models.Model], key: int) -> Name:
        return self._table(model)[key]

    def keys(self, model: type[models.Model]) -> Mapping[Name, int]:
        return {name: key for key, name in self._table(model).items()}

    def _table(self, model: type[models.Model]) -> dict[int, Name]:
        if model not in self._names:
            rows = model._base_manager.values_list("pk", *names_of(model))
            self._names[model] = {key: as_name(name) for key, *name in rows.iterator()}
        return self._names[model]


def as_name(values: list) -> Name:
    """One field as it is, several as a list."""
    return json.dumps(values[0] if len(values) == 1 else values, ensure_ascii=False)


def to_json(row: models.Model, named: Named, blob: Callable[[str, bytes], str]) -> str:
    """Return one line. `blob(folder, data)` keeps a file and returns its name."""
    said = {field.name: _value(row, field, named, blob) for field in columns(type(row))}
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(
    model: type[models.Model],
    said: Mapping[str, object],
    keys: Keys,
    blob: Callable[[str], bytes],
) -> models.Model:
    """Return the unsaved row. Raises KeyError where a name or a column is unknown."""
    row = model()
    for field in columns(model):
        value = said[field.name]
        if field.is_relation:
            name = json.dumps(value, ensure_ascii=False)
            setattr(row, field.attname, None if value is None else keys[field.related_model][name])
        elif (model, field.name) in BLOBS:
            data = blob(value)
            text = isinstance(field, models.TextField)
            setattr(row, field.name, data.decode("utf-8") if text else data)
        else:
            python = value if isinstance(field, models.JSONField) else field.to_python(value)
            setattr(row, field.name, python)
    return row


def blob_name(folder: str, data: bytes) -> str:
    return f"{folder}/{sha256(data).hexdigest()}"


def _value(
    row: models.Model, field: models.Field, named: Named, blob: Callable[[str, bytes], str]
) -> object:
    value = getattr(row, field.attname)
    if value is None:
        return None
    if field.is_relation:
        return json.loads(named.name(field.related_model, value))
    if folder := BLOBS.get((type(row), field.name)):
        return blob(folder, value.encode("utf-8") if isinstance(value, str) else bytes(value))
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
