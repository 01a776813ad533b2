"""Databases of a known size, each in a folder that is gone afterwards.

With BENCHMARK_CORPORA naming a folder, SQLite files stay there and serve the next run.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.prove.both_databases import ROOT, database, manage

SIZES = {"1k": 10, "100k": 1_000, "1m": 10_000}  # measures -> documents
KEPT = "BENCHMARK_CORPORA"


@contextmanager
def corpus(name: str, documents: int, seeds: bool = False) -> Iterator[dict[str, str]]:
    """Yield the environment of a database (SQLite | PostgreSQL) with that many synthetic texts."""
    with _place(name, documents) as environment:
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


@contextmanager
def _place(name: str, documents: int) -> Iterator[dict[str, str]]:
    folder = os.environ.get(KEPT)
    if not folder or name != "SQLite":
        with database(name) as environment:
            yield environment
        return
    home = Path(folder).resolve()
    home.mkdir(parents=True, exist_ok=True)
    url = f"sqlite:///{home}/corpus-{documents}.sqlite3"
    yield {**os.environ, "PORTAL_HOME": str(home / "home"), "DATABASE_URL": url}
