"""What a proof yields: figures with their aims, printed as one table at the end."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One measured thing; `met` is None where there is no aim, only a report."""

    name: str
    value: str
    aim: str = ""
    met: bool | None = None


def print_figures(figures: Sequence[Figure]) -> bool:
    """Print the table; return whether every aim was met."""
    width = max((len(figure.name) for figure in figures), default=0)
    for figure in figures:
        mark = {True: "ok", False: "MISSED", None: ""}[figure.met]
        print(f"{figure.name:<{width}}  {figure.value:>24}  {figure.aim:<24} {mark}")
    return all(figure.met is not False for figure in figures)
