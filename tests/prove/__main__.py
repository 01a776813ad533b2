"""make prove: every proof in turn, with progress, ending in one table of figures.

python -m tests.prove [NAME…]    only the named proofs; PROVE_SCALE=0.1 shrinks the long ones.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from .figures import COLLECTED, Figure, print_figures

ROOT = Path(__file__).resolve().parents[2]
SCALE = float(os.environ.get("PROVE_SCALE", "1"))


def scaled(number: int) -> str:
    return str(max(1, round(number * SCALE)))


PROOFS: dict[str, list[str]] = {
    "accuracy": ["tests.prove.accuracy"],
    "spans": ["tests.prove.spans"],
    "subsets": ["tests.prove.subsets"],
    "comparison": ["tests.prove.comparison"],
    "browser": ["tests.prove.browser"],
    "fresh_clone": ["tests.prove.fresh_clone"],
    "corrections": ["tests.prove.corrections_survive", "--corrections", "30", "--ingests", "8"],
    "reingest": ["tests.prove.reingest"],
    "kill_ingest": ["tests.prove.kill_ingest", "--rounds", scaled(50)],
    "kill_server": ["tests.prove.kill_server", "--rounds", scaled(50)],
    "editors": ["tests.prove.editors"],
    "stale_forms": ["tests.prove.stale_forms"],
    "bombs": ["tests.prove.bombs"],
    "payloads": ["tests.prove.payloads"],
    "determinism": ["tests.prove.determinism"],
    "regexes": ["tests.prove.regexes"],
    "fuzz_extraction": ["tests.prove.fuzz_extraction", "--documents", scaled(10_000)],
    "fuzz_urls": ["tests.prove.fuzz_urls", scaled(20_000)],
    "mutations": ["tests.prove.mutations", "--sample", scaled(20)],
    "baseline": ["tests.prove.baseline_numbers"],
    "speed": ["tests.benchmarks.extraction"],
    "lists": ["tests.benchmarks", "lists", "1k", "100k"],
    "search": ["tests.benchmarks", "search", "1k", "100k"],
    "serving": ["tests.benchmarks.serving"],
    "comparison_page": ["tests.benchmarks.comparison"],
}
ON_POSTGRES = {"fuzz_urls"}  # the others see to both databases themselves, or need none


def main(names: list[str]) -> int:
    """Run the proofs, print what they gathered; 1 where an aim was missed or a proof broke."""
    with tempfile.TemporaryDirectory() as folder:
        gathered = Path(folder) / "figures.jsonl"
        broken = [name for name in names or PROOFS if not _run(name, gathered)]
        figures = [Figure(**json.loads(line)) for line in gathered.read_text().splitlines()]
    print("\n== Figures")
    met = print_figures([*figures, *(Figure(name, "broke off", met=False) for name in broken)])
    return 0 if met else 1


def _run(name: str, gathered: Path) -> bool:
    """Run one proof (twice where both databases are asked for); whether it came to its end."""
    command = [sys.executable, "-m", *PROOFS[name]]
    runs = [command]
    if name in ON_POSTGRES:
        runs.append([sys.executable, "-m", "tests.postgres", *command])
    before = gathered.stat().st_size if gathered.exists() else 0
    for run in runs:
        print(f"\n== {name}: {' '.join(run[1:])}", flush=True)
        subprocess.run(run, cwd=ROOT, env={**os.environ, COLLECTED: str(gathered)}, check=False)
    gathered.touch()
    return gathered.stat().st_size > before


if __name__ == "__main__":
    unknown = [name for name in sys.argv[1:] if name not in PROOFS]
    if unknown:
        sys.exit(f"unknown: {', '.join(unknown)}; there are {', '.join(PROOFS)}")
    sys.exit(main(sys.argv[1:]))
