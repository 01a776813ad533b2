"""What a library that only reads numbers finds of the same targets: quoted, not measured here.

The figures were written by `python -m tests.prove.baseline_numbers --keep`, which runs the library
in an environment of its own; they stand beside the annotations they were measured on.
"""

import tomllib
from pathlib import Path
from typing import Any

FILE = "baseline.toml"


def read_baseline(gold: Path) -> dict[str, Any]:
    """Return {version, date, tuples, found, ours, numbers, recall, our_recall}; {} where not kept.

    `tuples`: annotated (value, unit) pairs; `found` and `ours`: how many of them the library and
    we read; `numbers`: all that the library reads in these texts, targets or not.
    """
    path = gold / FILE
    if not path.exists():
        return {}
    kept = tomllib.loads(path.read_text(encoding="utf-8"))
    shares = {"recall": kept["found"], "our_recall": kept["ours"]}
    return kept | {name: part / kept["tuples"] for name, part in shares.items()}
