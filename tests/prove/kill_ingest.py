"""SIGKILL to ingest at random moments: no partial document, and a rerun ends as if unbroken.

python -m tests.prove.kill_ingest [--rounds 50] [--seed 1]
"""

import argparse
import io
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tqdm import tqdm

from .both_databases import NAMES, ROOT, database, manage
from .figures import Figure, print_figures


@dataclass
class Killed:
    """What was seen after the kills on one database."""

    during: int = 0  # ingest was still running when the signal came
    stages: set[int] = field(default_factory=set)  # documents loaded when it came
    partial: list[str] = field(default_factory=list)  # what verify said
    different: int = 0  # reruns whose export was not that of an unbroken run


def main() -> None:
    options = _options()
    if options.look:
        print(json.dumps(look(options.look)))
        return
    figures = [figure for name in NAMES for figure in _prove(name, options)]
    raise SystemExit(not print_figures(figures))


def look(output: str) -> dict[str, object]:
    """In one process: verify what is there, ingest, export to `output`, empty the database."""
    import django

    django.setup()
    from django.core.management import call_command

    from policies.corrections.audit import verify_audit
    from policies.loading.verify import document_faults
    from policies.models import Document

    documents = list(Document.objects.all())
    faults = [*verify_audit(), *(fault for one in documents for fault in document_faults(one))]
    call_command("ingest", stdout=io.StringIO())
    call_command("export_records", output=Path(output), stdout=io.StringIO())
    call_command("flush", interactive=False, verbosity=0)
    return {"documents": len(documents), "faults": faults}


def _prove(name: str, options: argparse.Namespace) -> list[Figure]:
    turn, killed = random.Random(options.seed), Killed()
    with database(name) as environment, tempfile.TemporaryDirectory() as folder:
        manage(environment, "migrate", "--verbosity", "0")
        seconds = _time(lambda: manage(environment, "ingest"))
        _, whole = _look(environment, Path(folder))
        for _ in tqdm(range(options.rounds), file=sys.stderr, unit="kill", desc=name):
            seconds = _kill(environment, turn, seconds, killed)
            seen, export = _look(environment, Path(folder))
            killed.stages.add(seen["documents"])
            killed.partial += seen["faults"]
            killed.different += export != whole
    for fault in killed.partial:
        print(f"{name}: {fault}")
    return _figures(name, options.rounds, killed)


def _kill(
    environment: dict[str, str], turn: random.Random, seconds: float, killed: Killed
) -> float:
    """Kill an ingest at a random moment of the `seconds` it takes; return how long it takes now.

    One that ends before its moment came shows that the machine has become faster.
    """
    began, moment = time.perf_counter(), turn.uniform(0, seconds)
    process = subprocess.Popen(
        [sys.executable, "manage.py", "ingest"],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(moment)
        return time.perf_counter() - began
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        killed.during += 1
        return seconds


def _look(environment: dict[str, str], folder: Path) -> tuple[dict, bytes]:
    """Run `look` in a process of its own; return what it saw and the export's bytes."""
    path = folder / "records.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.prove.kill_ingest", "--look", str(path)],
        env=environment | {"DJANGO_SETTINGS_MODULE": "portal.settings"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout), path.read_bytes()


def _time(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _figures(name: str, rounds: int, killed: Killed) -> list[Figure]:
    partial, stages = len(killed.partial), ", ".join(map(str, sorted(killed.stages)))
    return [
        Figure(f"{name}: kills while ingest ran", f"{killed.during} of {rounds}"),
        Figure(f"{name}: documents found after a kill", stages),
        Figure(f"{name}: partial documents", str(partial), "0", partial == 0),
        Figure(
            f"{name}: reruns with another export",
            str(killed.different),
            "0",
            killed.different == 0,
        ),
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--look", metavar="FILE", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
