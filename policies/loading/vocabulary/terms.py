"""Rows of one term table follow the TOML, except where staff changed them.

The rule: `declared` keeps what the TOML last said of a row. A column that still equals it follows
the TOML; a column that differs was changed by staff and stays as it is. Terms that leave the TOML
are flagged `retired` and keep their row; a term that comes back loses the flag.
"""

from django.db import models

from .rows import Row


def sync_terms(model: type[models.Model], rows: list[Row]) -> bool:
    """Create, update and retire the terms of `model`; return whether anything was written."""
    known = {term.code: term for term in model.objects.all()}
    keys = _foreign_keys(model)
    new = [_make(model, row, keys) for row in rows if row["code"] not in known]
    changed = [
        known[row["code"]]
        for row in rows
        if row["code"] in known and _follow(known[row["code"]], row, keys)
    ]
    changed += _retire(known, {row["code"] for row in rows})
    model.objects.bulk_create(new)
    if changed:
        columns = [name for name in rows[0] if name != "code"] if rows else []
        model.objects.bulk_update(changed, [*columns, "retired", "declared"])
    return bool(new or changed)


def _foreign_keys(model: type[models.Model]) -> dict[str, dict[str, models.Model]]:
    """Return column -> code -> the term it may point at, for each foreign key but parents."""
    return {
        field.name: {term.code: term for term in field.related_model.objects.all()}
        for field in model._meta.fields
        if field.many_to_one and field.related_model is not model
    }


def _make(model: type[models.Model], row: Row, keys: dict) -> models.Model:
    return model(**{name: _value(name, row, keys) for name in row}, declared=row)


def _value(name: str, row: Row, keys: dict) -> object:
    if name not in keys or row[name] is None:
        return row[name]
    try:
        return keys[name][row[name]]
    except KeyError:
        raise ValueError(f"{row['code']}: {name} {row[name]!r} is not in the vocabulary") from None


def _follow(term: models.Model, row: Row, keys: dict) -> bool:
    """Take over from `row` what staff left alone; return whether the term must be written."""
    said = {name: term.declared.get(name) for name in row}
    if said == row and not term.retired:
        return False
    for name in row:
        if _current(term, name, keys) == said[name]:
            setattr(term, name, _value(name, row, keys))
    term.declared = {**term.declared, **row}
    term.retired = False
    return True


def _current(term: models.Model, name: str, keys: dict) -> object:
    value = getattr(term, name)
    return value.code if name in keys and value is not None else value


def _retire(known: dict[str, models.Model], codes: set[str]) -> list[models.Model]:
    gone = [term for code, term in known.items() if code not in codes and not term.retired]
    for term in gone:
        term.retired = True
    return gone
