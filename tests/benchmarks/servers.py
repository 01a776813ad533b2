"""Servers of a benchmark: on 127.0.0.1, a port of their own, ended by their own process."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUNICORN = (sys.executable, "-m", "gunicorn", "--config", "python:portal.serving")
_processes: dict[int, int] = {}  # port -> process
PATIENCE = 60  # seconds until a server must answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def server(command: Sequence[str], port: int, environment: Mapping[str, str]) -> Iterator[int]:
    """Run `command` until the block ends; yield the port once it takes connections."""
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _processes[port] = process.pid
    try:
        wait(port, process)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def processor_seconds(port: int) -> float:
    """What the server on that port has computed so far, its workers included: a busy machine makes
    answers late, but hardly dearer."""
    ids, seconds = [_processes[port]], 0.0
    for pid in ids:
        tasks = Path(f"/proc/{pid}/task")
        ids += map(int, (tasks / str(pid) / "children").read_text().split())
        for task in tasks.iterdir():
            seconds += int((task / "schedstat").read_text().split()[0]) / 1e9
    return seconds


def portal(
    environment: Mapping[str, str], workers: int = 1, application: str = "portal.wsgi"
) -> object:
    """The portal (or another WSGI application) as `make run` serves it."""
    port = free_port()
    command = [*GUNICORN, application, "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", str(workers), "--log-level", "error"]
    return server(command, port, {**environment, "PYTHONPATH": str(ROOT)})


def datasette(file: Path, settings: Mapping[str, str]) -> object:
    """Datasette on the same file, suggestions off."""
    port = free_port()
    command = [sys.executable, "-m", "datasette", str(file), "-h", "127.0.0.1", "-p", str(port)]
    for name, value in {"suggest_facets": "off", **settings}.items():
        command += ["--setting", name, value]
    return server(command, port, dict(os.environ))


def wait(port: int, process: subprocess.Popen) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args} ended with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"{process.args} does not answer on port {port}")
