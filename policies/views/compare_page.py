"""A comparison as its page shows it: links, marks and words at hand, nothing left to work out."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote as url_quote

from policies.comparison import CLASSES, Cell, Column, Comparison, Group, Row
from policies.comparison.shapes import STATED, Fact
from policies.comparison.wording import normal_form
from policies.comparison.wordmarks import Segments, closest, word_marks
from policies.models import Status

MOST = 3  # records written out in a cell; the others follow as places
LONGEST = 120  # characters of a passage; its clause shows all
MARKED = {Status.DOUBTFUL, Status.CORRECTED, Status.ADDED}
AGREEMENT_WORDS = {
    "not_comparable": "不可比",
    "different": "不同",
    "same": "相同",
    "single": "仅一地",
}

NATIONAL_CLASSES = {  # who restates national law says nothing about where it applies
    "differing": "所写不一",
    "partial": "部分地区重申",
    "common": "各地均重申",
    "unique": "仅一地重申",
}


@dataclass(frozen=True, slots=True)
class ShownRecord:
    fact: Fact
    form: str
    words: Segments
    href: str  # the same page with this clause beside the table
    status: str  # label, "" where there is nothing to warn of


@dataclass(frozen=True, slots=True)
class ShownCell:
    column: Column
    state: str
    label: str
    differs: str
    reference: bool
    records: tuple[ShownRecord, ...]
    more: tuple[tuple[Fact, str], ...]  # (fact, href)
    count: int


@dataclass(frozen=True, slots=True)
class ShownRow:
    row: Row
    anchor: str
    cells: tuple[ShownCell, ...]
    agreement: str
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


def shown_groups(
    comparison: Comparison, address: str, opened: frozenset[str]
) -> tuple[ShownGroup, ...]:
    """Return the groups; `address` is the page's own query without `cell`, "?" at least."""
    found, classes = [], set()
    for group in comparison.groups:
        found.append(_group(comparison, group, address, opened, group.class_ not in classes))
        classes.add(group.class_)
    return tuple(found)


def _group(
    comparison: Comparison, group: Group, address: str, opened: frozenset[str], first: bool
) -> ShownGroup:
    return ShownGroup(
        code=group.code,
        label=group.label,
        class_=group.class_,
        class_label=CLASSES.get(group.class_, ""),
        opens_class=first and bool(group.class_),
        folded=group.folded and not opened & {group.code, "all"},
        rows=tuple(_row(comparison, row, address) for row in group.rows),
    )


def _row(comparison: Comparison, row: Row, address: str) -> ShownRow:
    anchor = f"r-{url_quote(row.key, safe='')}"
    texts = _reference_texts(row)
    return ShownRow(
        row=row,
        anchor=anchor,
        cells=tuple(
            _cell(comparison.dimension, column, cell, texts, (f"{address}&cell=", f"#{anchor}"))
            for column, cell in zip(comparison.columns, row.cells, strict=True)
        ),
        agreement=AGREEMENT_WORDS[row.agreement],
        class_label=(NATIONAL_CLASSES if row.place.national else CLASSES)[row.class_],
        differs="、".join(row.differs),
    )


def _reference_texts(row: Row) -> tuple[str, ...]:
    """The quotations that the other cells' words are marked against."""
    return tuple(f["quote"] for cell in row.cells if cell.reference for f in cell.records)


def _cell(
    dimension: str, column: Column, cell: Cell, texts: Sequence[str], link: tuple[str, str]
) -> ShownCell:
    """`link` is what stands before and after a record's ref in its clause's address."""
    marks = () if cell.reference else texts
    shown, rest = _split(dimension, cell)
    before, after = link
    return ShownCell(
        column=column,
        state=cell.state,
        label=cell.label if cell.state != STATED or dimension in {"sectors", "measures"} else "",
        differs="、".join(cell.differs),
        reference=cell.reference,
        records=tuple(_record(fact, marks, before, after) for fact in shown),
        more=tuple((fact, f"{before}{fact['ref']}{after}") for fact in rest),
        count=len(cell.records),
    )


def _split(dimension: str, cell: Cell) -> tuple[Sequence[Fact], Sequence[Fact]]:
    """Few records of many are written out; numbers and reliefs all."""
    most = len(cell.records) if dimension in {"targets", "tax", "outline"} else MOST
    return cell.records[:most], cell.records[most:]


def _record(fact: Fact, texts: Sequence[str], before: str, after: str) -> ShownRecord:
    words = fact["quote"] if len(fact["quote"]) <= LONGEST else f"{fact['quote'][:LONGEST]}…"
    return ShownRecord(
        fact=fact,
        form=normal_form(fact),
        words=word_marks(words, closest(words, texts)) if texts else ((words, False),),
        href=f"{before}{fact['ref']}{after}" if fact["ref"] else fact["url"],
        status=Status(fact["status"]).label if fact["status"] in MARKED else "",
    )
