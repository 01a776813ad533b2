"""A file is one moment of the database, whatever is written while it streams."""

import threading

import pytest
from django.db import connection
from django.http import QueryDict

from policies.exports import list_files
from policies.exports.list_columns import columns_of
from policies.exports.list_files import csv_lines, json_lines
from policies.filters import select
from policies.models import RecordSector
from tests.filters.corpus import make_corpus


def forget_sectors() -> None:
    """In a thread, so over a connection of its own."""

    def work() -> None:
        RecordSector.objects.all().delete()
        connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_a_stream_is_one_moment(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other connection writes meanwhile: reading holds no lock that would stop it."""
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("two connections need a file: set TEST_SQLITE_NAME")
    monkeypatch.setattr(list_files, "CHUNK", 20)
    make_corpus(measures=100, targets=0, reliefs=0)

    def stream() -> object:
        selection = select("measures", QueryDict())
        if form == "jsonl":
            return json_lines(selection, "place")
        return csv_lines(selection, "place", columns_of(selection.list), "")

    undisturbed = list(stream())
    lines = stream()
    begun = [next(lines) for _ in range(3)]
    forget_sectors()
    assert begun + list(lines) == undisturbed
    assert list(stream()) != undisturbed
