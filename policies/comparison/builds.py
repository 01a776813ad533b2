"""How documents are built: their parts in order and length, as stretches on one scale."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from .shapes import Column, Comparison, Fact

BETWEEN = 4  # characters at most between paragraphs: line ends and indents


@dataclass(frozen=True, slots=True)
class Stretch:
    """One part of a document without the parts that stand inside it."""

    part: str  # code
    name: str
    start: int
    length: int  # characters


@dataclass(frozen=True, slots=True)
class Build:
    column: Column
    stretches: tuple[Stretch, ...]  # in the order of the text

    @property
    def length(self) -> int:
        return sum(stretch.length for stretch in self.stretches)


def builds_of(comparison: Comparison) -> tuple[Build, ...]:
    """Return one build per column of an outline comparison that shows all rows; else none."""
    if comparison.dimension != "outline" or comparison.only:
        return ()
    parts = [row for row in comparison.rows if ":" not in row.key]
    names = {row.key: row.label for row in parts}
    return tuple(
        Build(
            column, tuple(_stretches([f for row in parts for f in row.cells[place].records], names))
        )
        for place, column in enumerate(comparison.columns)
    )


def _stretches(heads: list[Fact], names: dict[str, str]) -> Iterable[Stretch]:
    """Cut the text at every beginning and end; each piece belongs to the innermost part. Line ends
    and indents between paragraphs of one part do not part them."""
    cuts = sorted({at for f in heads for at in (f["start"], f["start"] + f["length"])})
    pieces = [
        (_innermost(heads, start), start, end)
        for start, end in pairwise(cuts)
        if end - start > BETWEEN
    ]
    for part, run in groupby((piece for piece in pieces if piece[0]), lambda piece: piece[0]):
        found = list(run)
        yield Stretch(part, names[part], found[0][1], sum(end - start for _, start, end in found))


def _innermost(heads: list[Fact], at: int) -> str:
    around = [f for f in heads if f["start"] <= at < f["start"] + f["length"]]
    return min(around, key=lambda f: f["length"])["part"] if around else ""
