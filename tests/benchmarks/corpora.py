"""Databases of a known size, each in a folder that is gone afterwards."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.prove.both_databases import ROOT, database, manage

SIZES = {"1k": 10, "100k": 1_000, "1m": 10_000}  # measures -> documents


@contextmanager
def corpus(name: str, documents: int, seeds: bool = False) -> Iterator[dict[str, str]]:
    """Yield the environment of a database (SQLite | PostgreSQL) with that many synthetic texts."""
    with database(name) as environment:
        manage(environment, "migrate", "--verbosity", "0")
        manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
        if seeds:
            manage(environment, "ingest")
        if documents:  # its progress bar is shown
            command = [sys.executable, "manage.py", "make_corpus", "--documents", str(documents)]
            subprocess.run(command, cwd=ROOT, env=environment, check=True)
        yield environment


def file_of(environment: dict[str, str]) -> str:
    """The path of a SQLite database."""
    return environment["DATABASE_URL"].removeprefix("sqlite:///")
