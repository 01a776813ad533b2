"""Extraction of fuzzed documents: no exception, no hang, no hunger, no broken law.

python -m tests.prove.fuzz_extraction --documents 10000 [--jobs 2] [--first 0]
"""

import argparse
import resource
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from multiprocessing import Pool

from tqdm import tqdm

from policies.extraction import extract, load_vocabulary

from .figures import Figure, print_figures
from .fuzzed import fuzzed
from .laws import broken_laws

HANG_SECONDS = 5  # of processor time: the machine may be shared
GIVE_UP_SECONDS = 30  # a hang is measured so far, then broken off
MEMORY_MB = 512
SHOWN = 10


@dataclass(frozen=True)
class Outcome:
    """What became of one document."""

    number: int
    characters: int
    seconds: float
    failure: str  # "" | exception | broken law
    peak_mb: int  # of the process, so far


def main() -> None:
    options = _options()
    outcomes = list(_run(range(options.first, options.first + options.documents), options.jobs))
    for outcome in _worst(outcomes):
        print(f"document {outcome.number}: {outcome.seconds:.2f} s {outcome.failure}")
    raise SystemExit(not print_figures(figures(outcomes)))


def figures(outcomes: list[Outcome]) -> list[Figure]:
    """Return the figures of issue 3, item 9."""
    failures = sum(bool(outcome.failure) for outcome in outcomes)
    slowest = max(outcome.seconds for outcome in outcomes)
    peak = max(outcome.peak_mb for outcome in outcomes)
    length = sum(outcome.characters for outcome in outcomes) // len(outcomes)
    return [
        Figure("fuzzed documents", f"{len(outcomes)} of {length} characters"),
        Figure("exceptions and broken laws", str(failures), "0", failures == 0),
        Figure("slowest", f"{slowest:.2f} s", f"<= {HANG_SECONDS} s", slowest <= HANG_SECONDS),
        Figure("peak memory", f"{peak} MB", f"< {MEMORY_MB} MB", peak < MEMORY_MB),
    ]


def try_document(number: int) -> Outcome:
    """Extract document `number` and say how it went; never raises."""
    text = fuzzed(number)
    signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(GIVE_UP_SECONDS)
    began = time.process_time()
    try:
        document = extract(text, _vocabulary())
        seconds = time.process_time() - began
        failure = next(broken_laws(text, document), "")
    except Exception as error:
        seconds = time.process_time() - began
        failure = f"{type(error).__name__}: {error} ({_place(error)})"
    finally:
        signal.alarm(0)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Outcome(number, len(text), seconds, failure, peak)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    return parser.parse_args()


def _run(numbers: range, jobs: int) -> Iterator[Outcome]:
    with Pool(jobs) as pool:
        yield from tqdm(
            pool.imap_unordered(try_document, numbers, chunksize=20), total=len(numbers), unit="doc"
        )


def _worst(outcomes: list[Outcome]) -> list[Outcome]:
    failed = [outcome for outcome in outcomes if outcome.failure]
    slow = sorted(outcomes, key=lambda outcome: -outcome.seconds)[:3]
    return sorted(failed, key=lambda outcome: outcome.characters)[:SHOWN] + slow


@cache
def _vocabulary() -> object:
    return load_vocabulary()


def _give_up(*_: object) -> None:
    raise TimeoutError(f"over {GIVE_UP_SECONDS} s")


def _place(error: Exception) -> str:
    """File and line where it was raised."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.split('/')[-1]}:{trace.tb_lineno}" if trace else "?"


if __name__ == "__main__":
    main()
