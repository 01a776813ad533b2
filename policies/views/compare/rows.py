"""A comparison as its page shows it: rows with their cells as HTML, nothing left to work out.

Rows are HTML from Python for the reason that cells are (cells.py).
"""

from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from django.urls import reverse
from django.utils.safestring import SafeString

from policies.comparison import CLASSES, Comparison, Group, Row
from policies.comparison.shapes import STATED
from policies.comparison.wording import form_parts
from policies.comparison.wordmarks import bared
from policies.filters.parameters import Query

from .address import Asked
from .cells import Printing, Shown, cell_html

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
    band: "Band | None"  # of its class, where it is the first of it
    folded: bool
    count: int
    summary: str  # what stands in it while it is folded
    plain: bool  # its only row is called as it is: the name stands there
    rows: SafeString


@dataclass(frozen=True, slots=True)
class Band:
    """The head of a class of rows: how many, and the address that folds or opens them all."""

    label: str
    count: int
    missing: tuple[int, int] | None
    toggle: str
    folded: bool  # all its groups are


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
    comparison: Comparison, own: Query, asked: Asked, staff: bool = False
) -> tuple[ShownGroup, ...]:
    """Return the groups; `own` is the page's query without `cell`.

    For `staff` empty cells lead to where an absence is confirmed.
    """
    page = Page(
        comparison=comparison,
        address=escape(str(own)),
        methods=reverse("methods"),
        absence=reverse("review_absence") if staff else "",
        named=bool(asked.rows),
        facts={},
    )
    found, classes = [], set()
    for group in comparison.groups:
        rows = SafeString("\n".join([_row(page, row) for row in group.rows]))
        band = None if group.class_ in classes else _band(comparison, group.class_, asked, own)
        found.append(_group(comparison, group, rows, asked, band))
        classes.add(group.class_)
    return tuple(found)


def _group(
    comparison: Comparison, group: Group, rows: SafeString, asked: Asked, band: Band | None
) -> ShownGroup:
    folded = _is_folded(group, asked)
    return ShownGroup(
        code=group.code,
        label=group.label,
        class_=group.class_,
        class_label=CLASSES.get(group.class_, ""),
        band=band,
        folded=folded,
        count=len(group.rows),
        summary=_restated(comparison, group),
        plain=not folded and [row.label for row in group.rows] == [group.label],
        rows=rows,
    )


def _restated(comparison: Comparison, group: Group) -> str:
    """Who restates how many national reliefs and prints a rate: 河南 7（写明比例 3）; "" else."""
    if comparison.dimension != "tax" or len(comparison.columns) > FEW:
        return ""
    if not all(row.place.national for row in group.rows):
        return ""
    found = []
    for column, cells in zip(
        comparison.columns, zip(*(row.cells for row in group.rows), strict=True), strict=True
    ):
        stated = [cell for cell in cells if cell.state == STATED]
        printed = sum(any(fact["parameters"] for fact in cell.records) for cell in stated)
        rates = f"（写明比例 {printed}）" if printed else ""
        found.append(f"{column.label} {len(stated)}{rates}")
    return f"重申：{'、'.join(found)}"


def _is_folded(group: Group, asked: Asked) -> bool:
    """As the address says of the group, else of its class, else of all; rows that were asked for by
    name, or by the clause that stands beside them, are not folded away."""
    for code in (group.code, group.class_, "all"):
        if code and code in (*asked.fold, *asked.open):
            return code in asked.fold
    return group.folded and not asked.rows and not _holds(group, asked.cell)


def _holds(group: Group, ref: str) -> bool:
    facts = (fact for row in group.rows for cell in row.cells for fact in cell.records)
    return bool(ref) and any(fact["ref"] == ref for fact in facts)


def _band(comparison: Comparison, class_: str, asked: Asked, own: Query) -> Band | None:
    """The head of a class; None for groups that are of no class (tax)."""
    tally = next((tally for tally in comparison.tallies if tally.class_ == class_), None)
    if tally is None:
        return None
    groups = [group for group in comparison.groups if group.class_ == class_]
    folded = all(_is_folded(group, asked) for group in groups)
    for code in (class_, *(group.code for group in groups)):
        own = own.removing("open", code).removing("fold", code)
    if any(group.folded != (not folded) for group in groups) or "all" in asked.open:
        own = own.adding("open" if folded else "fold", class_)
    return Band(tally.label, tally.count, tally.missing, str(own), folded)


def _row(page: Page, row: Row) -> str:
    key = quote(row.key, safe="")
    how = _printing(page, row, key)
    pairs = zip(row.cells, page.comparison.columns, strict=True)
    return (
        f'<tr id="r-{key}" data-key="{escape(row.key)}" data-class="{row.class_}">'
        f'<th scope="row">{_name(page, row)}{_why(row, page.comparison.dimension != "tax")}</th>'
        f"{''.join([cell_html(cell, column, how) for cell, column in pairs])}</tr>"
    )


def _printing(page: Page, row: Row, key: str) -> Printing:
    """A place leads to its clause beside the table; to the record's own page where the address
    names so many columns that writing it out at each would be half the page."""
    short = len(page.address) <= LONG
    against = [fact for cell in row.cells if cell.reference for fact in cell.records]
    dimension = page.comparison.dimension
    return Printing(
        dimension=dimension,
        texts=bared(fact["quote"] for fact in against),
        said=frozenset(part.core for fact in against for part in form_parts(fact)),
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


def _why(row: Row, banded: bool) -> str:
    """What differs, or why it can't be compared; the class where no band above says it."""
    why = "、".join(row.differs)
    if row.agreement == "not_comparable":
        words = _named("不可比", why)
    elif row.place.national:
        words = _named(NATIONAL_CLASSES[row.class_], why)
    else:
        words = _named("差异", why) if why else "" if banded else CLASSES[row.class_]
    said = f'<span class="small row-class">{escape(words)}</span>' if words else ""
    note = f'<span class="small muted row-note">{escape(row.note)}</span>' if row.note else ""
    return said + note


def _named(words: str, why: str) -> str:
    return f"{words}：{why}" if why else words
