"""Rows written in bulk are the rows the ordinary loader writes: every table of the five documents."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from django.db import models, transaction

from policies.loading.corpus.bulk import insert, reserve
from policies.loading.corpus.facts import plain
from policies.models import Document, DocumentSource, Passage, Provision, Record
from policies.models.columns import DETAILS
from policies.models.links import LINKS

TABLES = (Document, DocumentSource, Provision, Record, Passage, *DETAILS.values(), *LINKS)
AWKWARD = "反斜线\\x41 \\N \\. \\\\ 换行\n回车\r制表\t引号'\"，二〇一二\ue010"


@pytest.mark.usefixtures("portal")
def test_the_five_documents_copied_in_bulk_are_unchanged() -> None:
    before = {model: rows(model) for model in TABLES}
    assert all(before.values())
    with transaction.atomic():  # what points at a row waits for the end of the transaction
        for model in reversed(TABLES):
            everything = model.objects.all()
            everything._raw_delete(everything.db)
        for model in TABLES:
            insert(model._meta.db_table, columns(model), map(as_written, before[model]))
    for model in TABLES:
        assert rows(model) == before[model], model.__name__


@pytest.mark.django_db
def test_bytes_and_awkward_text_arrive_as_the_orm_would_write_them() -> None:
    data = bytes(range(256)) + rb"\x41\\x41"
    one, other = Document.objects.bulk_create(
        Document(slug=slug, text=slug, sha256=slug, extractor_version="test")
        for slug in ("by-orm", "in-bulk")
    )
    said = {"name": AWKWARD, "sha256": "", "reader": "", "encoding": ""}
    DocumentSource.objects.create(document=one, data=data, **said)
    names = ["document_id", "data", *said]
    insert(DocumentSource._meta.db_table, names, [(other.pk, data, *said.values())])
    by_orm, in_bulk = (
        DocumentSource.objects.filter(document=each).values_list("data", *said).get()
        for each in (one, other)
    )
    assert bytes(in_bulk[0]) == bytes(by_orm[0]) == data
    assert in_bulk[1:] == by_orm[1:] == tuple(said.values())


@pytest.mark.django_db
def test_reserved_keys_are_nobody_elses() -> None:
    first, second = reserve(Document, 3), reserve(Document, 0)
    assert (len(set(first)), second) == (3, [])
    row = {"slug": "reserved", "text": "x", "sha256": "x", "extractor_version": "test"}
    own = Document.objects.create(pk=first[-1], **row)
    assert own.pk not in reserve(Document, 2)


def rows(model: type[models.Model]) -> list[tuple]:
    found = model.objects.order_by("pk").values_list(*columns(model))
    return [tuple(map(_comparable, row)) for row in found]


def columns(model: type[models.Model]) -> list[str]:
    return [field.column for field in model._meta.concrete_fields if not field.generated]


def as_written(row: tuple) -> Iterator[object]:
    return tuple(
        value.isoformat() if isinstance(value, date | datetime) else plain(value) for value in row
    )


def _comparable(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value
