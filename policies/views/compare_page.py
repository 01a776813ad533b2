"""A comparison as its page shows it: rows with their cells as HTML, nothing left to work out."""

from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from django.utils.safestring import SafeString

from policies.comparison import CLASSES, Comparison, Group, Row

from .compare_cells import Printing, Shown, cell_html
from .compare_query import Asked

NATIONAL_CLASSES = {  # who restates national law says nothing about where it applies
    "differing": "所写不一",
    "partial": "部分地区重申",
    "common": "各地均重申",
    "unique": "仅一地重申",
}


@dataclass(frozen=True, slots=True)
class ShownRow:
    row: Row
    anchor: str
    cells: SafeString
    class_label: str
    differs: str


@dataclass(frozen=True, slots=True)
class ShownGroup:
    code: str
    label: str
    class_: str
    class_label: str
    opens_class: bool  # the first group of its class
    folded: bool
    rows: tuple[ShownRow, ...]


def shown_groups(comparison: Comparison, address: str, asked: Asked) -> tuple[ShownGroup, ...]:
    """Return the groups; `address` is the page's own query without `cell`, "?" at least."""
    found, classes, facts = [], set(), {}
    for group in comparison.groups:
        rows = tuple(_row(comparison, row, escape(address), asked, facts) for row in group.rows)
        found.append(_group(group, rows, asked, group.class_ not in classes))
        classes.add(group.class_)
    return tuple(found)


def _group(group: Group, rows: tuple[ShownRow, ...], asked: Asked, first: bool) -> ShownGroup:
    """Rows that were asked for by name are not folded away."""
    opened = asked.rows or asked.open & {group.code, "all"}
    return ShownGroup(
        code=group.code,
        label=group.label,
        class_=group.class_,
        class_label=CLASSES.get(group.class_, ""),
        opens_class=first and bool(group.class_),
        folded=group.folded and not opened,
        rows=rows,
    )


def _row(
    comparison: Comparison, row: Row, address: str, asked: Asked, facts: dict[str, Shown]
) -> ShownRow:
    """`address` is escaped; `facts` keeps what was worked out for records of former rows."""
    anchor = f"r-{quote(row.key, safe='')}"
    texts = (f["quote"] for cell in row.cells if cell.reference for f in cell.records)
    how = Printing(
        dimension=comparison.dimension,
        texts=tuple(texts),
        before=f"{address}&amp;cell=",
        after=f"#{anchor}",
        every="" if asked.rows else f"{address}&amp;row={quote(row.key, safe='')}#{anchor}",
        facts=facts,
    )
    pairs = zip(row.cells, comparison.columns, strict=True)
    return ShownRow(
        row=row,
        anchor=anchor,
        cells=SafeString("".join(cell_html(cell, column, how) for cell, column in pairs)),
        class_label=(NATIONAL_CLASSES if row.place.national else CLASSES)[row.class_],
        differs="、".join(row.differs),
    )
