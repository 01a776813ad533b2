"""A comparison as its page shows it: rows with their cells as HTML, nothing left to work out.

Rows are HTML from Python for the reason that cells are (compare_cells.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from django.urls import reverse
from django.utils.safestring import SafeString

from policies.comparison import CLASSES, Comparison, Group, Row
from policies.comparison.wordmarks import bared

from .compare_cells import Printing, Shown, cell_html
from .compare_query import Asked

FEW = 6  # columns beside which there is room for several records in a cell
LONG = 200  # characters of an address that is not written out again at every place
NATIONAL_CLASSES = {  # who restates national law says nothing about where it applies
    "differing": "所写不一",
    "partial": "部分地区重申",
    "common": "各地均重申",
    "unique": "仅一地重申",
}


@dataclass(frozen=True, slots=True)
class ShownGroup:
    code: str
    label: str
    class_: str
    class_label: str
    opens_class: bool  # the first group of its class
    folded: bool
    count: int
    rows: SafeString


@dataclass(frozen=True, slots=True)
class Page:
    """What the rows of a page share."""

    comparison: Comparison
    address: str  # its own query without `cell`, escaped; "?" at least
    methods: str  # address of the definitions
    absence: str  # address where staff confirm absences, "" for readers
    named: bool  # rows were asked for by name: every record is written out
    facts: dict[str, Shown]  # what was worked out for records of former rows


def shown_groups(
    comparison: Comparison, address: str, asked: Asked, staff: bool = False
) -> tuple[ShownGroup, ...]:
    """Return the groups; `address` is the page's own query without `cell`, "?" at least.

    For `staff` empty cells lead to where an absence is confirmed.
    """
    page = Page(
        comparison=comparison,
        address=escape(address),
        methods=reverse("methods"),
        absence=reverse("review_absence") if staff else "",
        named=bool(asked.rows),
        facts={},
    )
    found, classes = [], set()
    for group in comparison.groups:
        rows = SafeString("\n".join([_row(page, row) for row in group.rows]))
        found.append(_group(group, rows, asked, group.class_ not in classes))
        classes.add(group.class_)
    return tuple(found)


def _group(group: Group, rows: SafeString, asked: Asked, first: bool) -> ShownGroup:
    """Rows that were asked for by name are not folded away."""
    opened = asked.rows or asked.open & {group.code, "all"}
    return ShownGroup(
        code=group.code,
        label=group.label,
        class_=group.class_,
        class_label=CLASSES.get(group.class_, ""),
        opens_class=first and bool(group.class_),
        folded=group.folded and not opened,
        count=len(group.rows),
        rows=rows,
    )


def _row(page: Page, row: Row) -> str:
    key = quote(row.key, safe="")
    how = _printing(page, row, key)
    pairs = zip(row.cells, page.comparison.columns, strict=True)
    return (
        f'<tr id="r-{key}" data-key="{escape(row.key)}" data-class="{row.class_}">'
        f'<th scope="row">{_name(page, row)}{_why(row)}</th>'
        f"{''.join([cell_html(cell, column, how) for cell, column in pairs])}</tr>"
    )


def _printing(page: Page, row: Row, key: str) -> Printing:
    """A place leads to its clause beside the table; to the record's own page where the address
    names so many columns that writing it out at each would be half the page."""
    short = len(page.address) <= LONG
    texts = (f["quote"] for cell in row.cells if cell.reference for f in cell.records)
    dimension = page.comparison.dimension
    return Printing(
        dimension=dimension,
        texts=bared(texts),
        before=f"{page.address}&amp;cell=" if short else "/records/",
        after=f"#r-{key}" if short else "/",
        most=3 if len(page.comparison.columns) <= FEW else 1,
        every="" if page.named else f"{page.address}&amp;row={key}#r-{key}",
        absence=page.absence and f"{page.absence}?dimension={dimension}&amp;row={key}&amp;doc=",
        facts=page.facts,
    )


def _name(page: Page, row: Row) -> str:
    name, link = escape(row.label), row.place.link
    if not link:
        return f'<span class="row-name">{name}</span>'
    return f'<a class="row-name" href="{page.methods}#{escape(link)}">{name}</a>'


def _why(row: Row) -> str:
    """The class, what differs, and why it can't be compared."""
    classes: Mapping[str, str] = NATIONAL_CLASSES if row.place.national else CLASSES
    why = "、".join(row.differs) or ("不可比" if row.agreement == "not_comparable" else "")
    words = f"{classes[row.class_]}：{why}" if why else classes[row.class_]
    note = f'<span class="small muted row-note">{escape(row.note)}</span>' if row.note else ""
    return f'<span class="small row-class">{escape(words)}</span>{note}'
