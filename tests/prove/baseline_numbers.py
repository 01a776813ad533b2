"""Recall of a bare-number baseline on the annotated targets, beside ours, on the same tuples.

python -m tests.prove.baseline_numbers [--keep]    keep: for evaluate and /quality/ to quote

A tuple is (value, unit) of an annotated target that is not doubtful. The baseline finds it when it
reads that value within the target's quotation and the unit follows at once; ours when a target of
that value and unit overlaps the quotation. The baseline is recognizers-text-number (Microsoft,
MIT) in an environment of its own, .local/baseline, which the first run makes.
"""

import argparse
import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from policies.quality.baseline import FILE

from .figures import Figure, print_figures

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".local" / "baseline"
# The last release; it needs an emoji package from before 2.0 and pkg_resources.
PACKAGES = ("recognizers-text-number==1.0.2a2", "emoji<2", "setuptools<81")
GOLD = ROOT / "tests" / "gold"
HEAD = "# Written by python -m tests.prove.baseline_numbers --keep; quoted by evaluate and /quality/.\n"
SCALES = {"万": 10**4, "亿": 10**8}


@dataclass(frozen=True)
class Tuple:
    """An annotated (value, unit) and where its quotation stands."""

    value: Decimal
    unit: str
    start: int
    end: int


@dataclass(frozen=True)
class Measured:
    """What policies/quality/baseline.py reads back."""

    version: str
    date: str
    tuples: int
    found: int
    ours: int
    numbers: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true")
    keep = parser.parse_args().keep
    documents = [_annotated(path) for path in sorted(GOLD.glob("*.json"))]
    try:
        measured = measure(documents)
    except (OSError, subprocess.SubprocessError) as error:
        print_figures([Figure("baseline", f"not installable: {type(error).__name__}")])
        return
    if keep:
        lines = (f"{name} = {json.dumps(value)}\n" for name, value in asdict(measured).items())
        (GOLD / FILE).write_text(HEAD + "".join(lines), encoding="utf-8")
    total = measured.tuples
    print_figures(
        [
            Figure("targets (value, unit): ours", _share(measured.ours, total)),
            Figure(f"targets (value, unit): {measured.version}", _share(measured.found, total)),
            Figure("numbers that it reads, targets or not", str(measured.numbers)),
        ]
    )


def measure(documents: list[tuple[str, list[Tuple]]]) -> Measured:
    """Return what baseline and ours find over (text, tuples) pairs.

    Raises OSError or SubprocessError where the baseline can't be installed or run.
    """
    answer = _run_baseline([text for text, _ in documents])
    return Measured(
        version=answer["version"],
        date=date.today().isoformat(),
        tuples=sum(len(tuples) for _, tuples in documents),
        found=sum(
            _baseline(text, tuples, numbers)
            for (text, tuples), numbers in zip(documents, answer["numbers"], strict=True)
        ),
        ours=sum(_ours(text, tuples) for text, tuples in documents),
        numbers=sum(map(len, answer["numbers"])),
    )


def _annotated(path: Path) -> tuple[str, list[Tuple]]:
    text = (ROOT / "seeds" / f"{path.stem}.txt").read_text(encoding="utf-8")
    targets = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["targets"]
    return text, [_tuple(text, target) for target in targets if not target.get("doubtful")]


def _tuple(text: str, target: dict) -> Tuple:
    start = text.index(target["quote"])
    return Tuple(Decimal(target["value"]), target["unit"], start, start + len(target["quote"]))


def _ours(text: str, tuples: list[Tuple]) -> int:
    from policies.extraction import extract, load_vocabulary

    targets = extract(text, load_vocabulary()).targets
    return sum(
        any(
            (target.value, target.unit) == (wanted.value, wanted.unit)
            and target.start < wanted.end
            and wanted.start < target.end
            for target in targets
        )
        for wanted in tuples
    )


def _baseline(text: str, tuples: list[Tuple], numbers: list[list]) -> int:
    return sum(any(_is(text, wanted, *number) for number in numbers) for wanted in tuples)


def _is(text: str, wanted: Tuple, value: str, percent: bool, start: int, end: int) -> bool:
    """Its 5000亿 is our 5000 亿元: the scale is part of its number, not of the unit."""
    if not wanted.start <= start < wanted.end:
        return False
    if percent:
        return wanted.unit == "%" and Decimal(value) == wanted.value
    scaled, unit = wanted.value, wanted.unit
    if text[end - 1] in SCALES and unit[0] == text[end - 1]:
        scaled, unit = scaled * SCALES[unit[0]], unit[1:]
    return Decimal(value) == scaled and text.startswith(unit, end)


def _run_baseline(texts: list[str]) -> dict:
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    worker = Path(__file__).with_name("baseline_worker.py")
    done = subprocess.run(
        [python, "-W", "ignore", worker],
        input=json.dumps(texts).encode(),
        stdout=subprocess.PIPE,
        check=True,
        timeout=300,
    )
    return json.loads(done.stdout)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} = {part / whole:.3f}"


if __name__ == "__main__":
    main()
