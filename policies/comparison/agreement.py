"""Whether the stated cells of a row agree."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from .shapes import Cell, Fact

Records = tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`value`: same | different | not_comparable; `note` says why, in words."""

    value: str
    note: str = ""


SAME, DIFFERENT = Verdict("same"), Verdict("different")
_GRAVEST_FIRST = ("different", "not_comparable")


def over_pairs(cells: Sequence[Cell], judge: Callable[[Records, Records], Verdict]) -> Verdict:
    """Return the verdict over all pairs: any difference wins, then anything not comparable.

    Cells of one signature are judged once against each other, however many they are: 31 columns
    with four different statements cost ten judgements, not 465. Notes are kept, each once.
    """
    kinds: dict[Hashable, list[Records]] = {}
    for cell in cells:
        kinds.setdefault(cell.signature, []).append(cell.records)
    first = [group[0] for group in kinds.values()]
    verdicts = [judge(a, b) for i, a in enumerate(first) for b in first[i + 1 :]]
    verdicts += [judge(group[0], group[1]) for group in kinds.values() if len(group) > 1]
    found = {verdict.value for verdict in verdicts}
    notes = dict.fromkeys(verdict.note for verdict in verdicts if verdict.note)
    return Verdict(next((v for v in _GRAVEST_FIRST if v in found), "same"), "；".join(notes))
