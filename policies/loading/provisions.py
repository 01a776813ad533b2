"""The outline: provisions keep their row as long as their path stays."""

from policies.corrections.outline import Outline
from policies.corrections.store import overwrite
from policies.extraction.records import Provision as Extracted
from policies.models import Document, Part, Provision

COLUMNS = ("position", "marker", "level", "heading", "part", "start", "end", "heading_end")


def write_provisions(document: Document, extracted: tuple[Extracted, ...]) -> tuple[Outline, bool]:
    """Write what differs; return the outline and whether it changed; rows of paths that are gone are deleted."""
    parts = dict(Part.objects.values_list("code", "pk"))
    stored = {provision.path: provision for provision in document.provisions.all()}
    dropped = stored.keys() - {provision.path for provision in extracted}
    document.provisions.filter(path__in=dropped).delete()
    rows = [_row(document, place, item, stored, parts) for place, item in enumerate(extracted)]
    changed = [row for row, differs in rows if differs and row.pk]
    new = [row for row, _ in rows if not row.pk]
    overwrite(Provision, changed, COLUMNS)
    Provision.objects.bulk_create(new)
    moved = _hang([row for row, _ in rows], extracted)
    overwrite(Provision, moved, ["parent"])
    written = bool(dropped or changed or new or moved)
    return Outline([row for row, _ in rows], parts), written


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
