"""An archive back into the database: all of it or nothing, and proven equal before it counts."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from django.contrib.auth import get_user_model
from django.db import models, transaction

from policies.corrections.audit import append_audit, verify_audit
from policies.loading.passages import write_passages
from policies.loading.problem import Problem
from policies.loading.vocabulary import sync_vocabulary
from policies.models import DataVersion, Document, Passage

from .backup import as_bytes, member_hash, table_lines
from .contents import Contents
from .people import FILE, restore_people
from .rows import Name, Named, as_name, from_json
from .tables import columns, file_of, names_of, tables

BATCH = 500
Keys = dict[type[models.Model], dict[Name, int]]


def restore(path: Path, *, replace: bool = False) -> dict:
    """Put back what the archive holds and return its manifest.

    Raises Problem, and then nothing is changed: no archive, damaged, of another format, the
    database holds documents and `replace` is not set, or what was written is not what was read.
    """
    with Contents(path) as contents:
        contents.check_all()
        with transaction.atomic():
            if Document.objects.exists() and not replace:
                raise Problem(str(path), "数据库里已有文件；要整体替换请加 --replace")
            before = _number()
            _clear()
            _fill(contents)
            _prove(contents)
            sync_vocabulary()  # terms that this release has and the archive's had not
            _sign(contents.manifest, before)
    return contents.manifest


def _number() -> int:
    return DataVersion.objects.values_list("number", flat=True).first() or 0


def _clear() -> None:
    """Plain SQL: foreign keys are checked at commit on both databases."""
    for model in (Passage, *reversed(tables())):
        queryset = model._base_manager.all()
        queryset._raw_delete(queryset.db)


def _fill(contents: Contents) -> None:
    restore_people(contents.lines(FILE))
    user = get_user_model()
    keys: Keys = {user: _keys_of(user)}
    for model in tables():
        rows = [json.loads(line) for line in contents.lines(file_of(model))]
        _insert(model, rows, keys, contents)
    for document in Document.objects.all():
        write_passages(document)


def _insert(model: type[models.Model], rows: list[Mapping], keys: Keys, contents: Contents) -> None:
    """Write the rows, parents before children where a table refers to itself."""
    own = [field.name for field in columns(model) if field.related_model is model]
    for generation in _generations(model, rows, own):
        made = [from_json(model, row, keys, contents.read) for row in generation]
        model._base_manager.bulk_create(made, batch_size=BATCH)
        if own or _is_named(model):
            keys[model] = _keys_of(model)


def _generations(
    model: type[models.Model], rows: list[Mapping], own: list[str]
) -> Iterable[list[Mapping]]:
    if not own:
        yield rows
        return
    names = [name.replace("document__slug", "document") for name in names_of(model)]
    children = defaultdict(list)
    for row in rows:
        above = next((row[name] for name in own if row[name] is not None), None)
        children[json.dumps(above, ensure_ascii=False)].append(row)
    level = children["null"]
    while level:
        yield level
        level = [child for row in level for child in children[as_name([row[n] for n in names])]]


def _is_named(model: type[models.Model]) -> bool:
    try:
        return bool(names_of(model))
    except KeyError:
        return False


def _keys_of(model: type[models.Model]) -> dict[Name, int]:
    return dict(Named().keys(model))


def _prove(contents: Contents) -> None:
    """Write out again what was written: the same bytes, or nothing of it stays."""
    named = Named()
    for model in tables():
        name = file_of(model)
        written = member_hash(as_bytes(table_lines(model, named)))
        if written != contents.manifest["sha256"].get(name):
            raise Problem(str(contents.path), f"{name} 写入后与备份不符，已全部撤销")
    if faults := verify_audit():
        raise Problem(str(contents.path), f"备份里的审计链有 {len(faults)} 处不符：{faults[0]}")


def _sign(manifest: dict, before: int) -> None:
    """The restoring is an act too. The data version never falls: answers are kept under it."""
    after = {"data_version": manifest["data_version"], "rows": manifest["rows"]}
    append_audit(actor="restore", action="restore", subject="portal", after=after)
    DataVersion.objects.filter(id=1, number__lte=before).update(number=before + 1)
