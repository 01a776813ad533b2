"""The outline: provisions keep their row as long as their path stays."""

from bisect import bisect_right
from dataclasses import dataclass

from policies.extraction.records import Provision as Extracted
from policies.models import Document, Part, Provision

COLUMNS = ("position", "marker", "level", "heading", "part_id", "start", "end", "heading_end")


@dataclass
class Outline:
    """The stored provisions in reading order, asked which one holds a span."""

    provisions: list[Provision]
    parts: dict[str, int]  # code -> primary key
    changed: bool

    def __post_init__(self) -> None:
        self._starts = [provision.start for provision in self.provisions]

    def around(self, start: int) -> Provision | None:
        """The innermost provision that holds the offset: the last one begun and not yet ended."""
        for provision in reversed(self.provisions[: bisect_right(self._starts, start)]):
            if start < provision.end:
                return provision
        return None


def write_provisions(document: Document, extracted: tuple[Extracted, ...]) -> Outline:
    """Write what differs and return the outline; rows of paths that are gone are deleted."""
    parts = dict(Part.objects.values_list("code", "pk"))
    stored = {provision.path: provision for provision in document.provisions.all()}
    dropped = stored.keys() - {provision.path for provision in extracted}
    document.provisions.filter(path__in=dropped).delete()
    rows = [_row(document, place, item, stored, parts) for place, item in enumerate(extracted)]
    changed = [row for row, differs in rows if differs and row.pk]
    new = [row for row, _ in rows if not row.pk]
    Provision.objects.bulk_update(changed, COLUMNS)
    Provision.objects.bulk_create(new)
    moved = _hang([row for row, _ in rows], extracted)
    Provision.objects.bulk_update(moved, ["parent"])
    return Outline([row for row, _ in rows], parts, bool(dropped or changed or new or moved))


def _row(
    document: Document, place: int, item: Extracted, stored: dict, parts: dict[str, int]
) -> tuple[Provision, bool]:
    values = {
        "position": place,
        "marker": item.marker,
        "level": item.level,
        "heading": item.heading,
        "part_id": parts[item.part],
        "start": item.start,
        "end": item.end,
        "heading_end": item.heading_end,
    }
    row = stored.get(item.path) or Provision(document=document, path=item.path)
    differs = any(getattr(row, name) != value for name, value in values.items())
    for name, value in values.items():
        setattr(row, name, value)
    return row, differs


def _hang(rows: list[Provision], extracted: tuple[Extracted, ...]) -> list[Provision]:
    """Point the rows at their parents, now that all have primary keys; return those that moved."""
    moved = []
    for row, item in zip(rows, extracted, strict=True):
        parent = rows[item.parent].pk if item.parent is not None else None
        if row.parent_id != parent:
            row.parent_id = parent
            moved.append(row)
    return moved
