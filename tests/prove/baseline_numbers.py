"""Recall of a bare-number baseline on the annotated targets, beside ours, on the same tuples.

python -m tests.prove.baseline_numbers

A tuple is (value, unit) of an annotated target that is not doubtful. The baseline finds it when it
reads that value within the target's quotation and the unit follows at once; ours when a target of
that value and unit overlaps the quotation. The baseline is recognizers-text-number (Microsoft,
MIT) in an environment of its own, .local/baseline, which the first run makes.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from .figures import Figure, print_figures

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".local" / "baseline"
# The last release; it needs an emoji package from before 2.0 and pkg_resources.
PACKAGES = ("recognizers-text-number==1.0.2a2", "emoji<2", "setuptools<81")
SCALES = {"万": 10**4, "亿": 10**8}


@dataclass(frozen=True)
class Tuple:
    """An annotated (value, unit) and where its quotation stands."""

    value: Decimal
    unit: str
    start: int
    end: int


def main() -> None:
    documents = [_annotated(path) for path in sorted((ROOT / "tests" / "gold").glob("*.json"))]
    print_figures(measure(documents))


def measure(documents: list[tuple[str, list[Tuple]]]) -> list[Figure]:
    """Return recall of baseline and of ours over (text, tuples) pairs."""
    total = sum(len(tuples) for _, tuples in documents)
    found = sum(_ours(text, tuples) for text, tuples in documents)
    figures = [Figure("targets (value, unit): ours", _share(found, total))]
    try:
        answer = _run_baseline([text for text, _ in documents])
    except (OSError, subprocess.SubprocessError) as error:
        return [*figures, Figure("baseline", f"not installable: {type(error).__name__}")]
    hits = sum(
        _baseline(text, tuples, numbers)
        for (text, tuples), numbers in zip(documents, answer["numbers"], strict=True)
    )
    figures.append(Figure(f"targets (value, unit): {answer['version']}", _share(hits, total)))
    count = sum(map(len, answer["numbers"]))
    return [*figures, Figure("numbers that it reads, targets or not", str(count))]


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
