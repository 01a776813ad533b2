"""Which provision and part a span stands in."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from policies.models import Document, Part, Provision, Record


@dataclass
class Outline:
    """A document's stored provisions in reading order."""

    provisions: Sequence[Provision]
    parts: dict[str, int]  # code -> primary key

    def __post_init__(self) -> None:
        self._starts = [provision.start for provision in self.provisions]

    def around(self, start: int) -> Provision | None:
        """The innermost provision that holds the offset: the last one begun and not yet ended."""
        for provision in reversed(self.provisions[: bisect_right(self._starts, start)]):
            if start < provision.end:
                return provision
        return None


def outline_of(document: Document) -> Outline:
    """Read the outline of a stored document."""
    provisions = list(document.provisions.order_by("position"))
    return Outline(provisions, dict(Part.objects.values_list("code", "pk")))


def place(record: Record, outline: Outline) -> None:
    """Point the record at its provision and its part; what the machine said of a part holds."""
    record.provision = provision = outline.around(record.start)
    said = (record.extracted or {}).get("part")
    if said is not None:
        record.part_id = outline.parts[said]
    else:
        record.part_id = provision.part_id if provision else outline.parts["preamble"]
