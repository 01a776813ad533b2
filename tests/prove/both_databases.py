"""A fresh SQLite file and a fresh PostgreSQL, one after the other, for proofs that need a real one."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgres import postgres

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("SQLite", "PostgreSQL")


@contextmanager
def database(name: str) -> Iterator[dict[str, str]]:
    """Yield an environment whose DATABASE_URL is an empty database, with a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="portal-prove-") as folder:
        clean = {**os.environ, "PORTAL_HOME": folder}
        if name == "SQLite":
            yield clean | {"DATABASE_URL": f"sqlite:///{folder}/portal.sqlite3"}
        else:
            with postgres() as url:
                yield clean | {"DATABASE_URL": url}


def manage(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess:
    """Run manage.py and wait; raise with its output where it fails."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(arguments)}:\n{done.stdout}{done.stderr}")
    return done


def inside(environment: dict[str, str], module: str, *arguments: str) -> dict:
    """Run the module in a process of its own, whose settings read the database; its JSON answer.

    Raises RuntimeError with what it complained of.
    """
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=environment | {"DJANGO_SETTINGS_MODULE": "portal.settings"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{module} {' '.join(arguments)}: {done.returncode}\n{done.stdout}")
    return json.loads(done.stdout)
