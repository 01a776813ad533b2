"""A fresh clone to the first page with `make run`, as a newcomer would: python -m tests.prove.fresh_clone."""

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from .both_databases import ROOT
from .figures import Figure, print_figures

MOST_SECONDS = 90
PROVINCES = ("山东", "河南", "云南", "甘肃", "新疆")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="portal-clone-") as folder:
        clone = Path(folder) / "portal"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        seconds, page, code = _run(clone)
    named = sum(province in page for province in PROVINCES)
    raise SystemExit(
        not print_figures(
            [
                Figure("fresh clone to first page", f"{seconds:.0f} s", f"< {MOST_SECONDS} s", seconds < MOST_SECONDS),
                Figure("provinces on /", f"{named}", "5", named == 5),
                Figure("make run after Ctrl-C", f"exit {code}", "stops", code is not None),
            ]
        )
    )  # fmt: skip


def _run(clone: Path) -> tuple[float, str, int | None]:
    """Return seconds until / answers, its text, and the exit code after Ctrl-C."""
    port = _free_port()
    names = ("PORTAL_HOME", "DATABASE_URL", "VIRTUAL_ENV")
    environment = {key: value for key, value in os.environ.items() if key not in names}
    begun = time.monotonic()
    process = subprocess.Popen(
        ["make", "run", f"PORT={port}"],
        cwd=clone,
        env=environment,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        page = _first_page(f"http://127.0.0.1:{port}/", process, begun)
        seconds = time.monotonic() - begun
    finally:
        os.killpg(process.pid, signal.SIGINT)
        try:
            code = process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            code = None
    return seconds, page, code


def _first_page(address: str, process: subprocess.Popen, begun: float) -> str:
    while time.monotonic() - begun < 5 * MOST_SECONDS and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.read().decode()
        except OSError:
            time.sleep(0.2)
    return ""


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


if __name__ == "__main__":
    main()
