"""What a proof yields: figures with their aims, printed as one table at the end."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass

COLLECTED = "PROVE_FIGURES"  # environment: the file in which `make prove` gathers all figures


@dataclass(frozen=True)
class Figure:
    """One measured thing; `met` is None where there is no aim, only a report."""

    name: str
    value: str
    aim: str = ""
    met: bool | None = None


def print_figures(figures: Sequence[Figure]) -> bool:
    """Print the table, gather it for `make prove`; return whether every aim was met."""
    width = max((len(figure.name) for figure in figures), default=0)
    for figure in figures:
        mark = {True: "ok", False: "MISSED", None: ""}[figure.met]
        print(f"{figure.name:<{width}}  {figure.value:>24}  {figure.aim:<24} {mark}", flush=True)
    if path := os.environ.get(COLLECTED):
        with open(path, "a", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(figure)) + "\n" for figure in figures)
    return all(figure.met is not False for figure in figures)
