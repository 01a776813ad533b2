"""The portal as `make run` serves it, on a proof's database; it can be killed like a power cut."""

import contextlib
import os
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.servers import GUNICORN, free_port, wait

from .both_databases import ROOT, database, manage

TRIES = 50


class Served:
    """One gunicorn with its workers, in a process group of its own."""

    def __init__(self, environment: Mapping[str, str], workers: int = 1) -> None:
        self.port, self._workers = free_port(), workers
        self._environment = {**environment, "PYTHONPATH": str(ROOT)}
        self._process: subprocess.Popen | None = None

    @property
    def home(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Return once it answers."""
        command = [*GUNICORN, "portal.wsgi", "--bind", f"127.0.0.1:{self.port}"]
        command += ["--workers", str(self._workers), "--log-level", "error"]
        command += ["--preload"]  # all workers at the price of one
        self._process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=self._environment,
            stderr=subprocess.DEVNULL,  # 409 and 422 are what proofs ask for
            start_new_session=True,
        )
        wait(self.port, self._process)
        for _ in range(TRIES):
            with contextlib.suppress(OSError):
                return urllib.request.urlopen(f"{self.home}/healthz", timeout=60).close()
            time.sleep(0.2)
        raise TimeoutError("the portal does not answer")

    def kill(self) -> None:
        """SIGKILL to the master and all its workers at once."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.terminate()
            self._process.wait(30)

    def workers(self) -> list[int]:
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]


@contextmanager
def portal(name: str, workers: int = 1) -> Iterator[tuple[Served, dict[str, str]]]:
    """Yield the running portal with the five documents, and its environment."""
    with database(name) as environment:
        manage(environment, "migrate", "--verbosity", "0")
        manage(environment, "collectstatic", "--noinput", "--verbosity", "0")
        manage(environment, "ingest")
        served = Served(environment, workers)
        served.start()
        try:
            yield served, environment
        finally:
            served.stop()


def forget_peak(pid: int) -> int:
    """Set the kernel's high-water mark of a process to what it holds now; return it, in bytes."""
    Path(f"/proc/{pid}/clear_refs").write_text("5")
    return peak(pid)


def peak(pid: int) -> int:
    """The most the process has held since the mark was set, in bytes."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) * 1024
