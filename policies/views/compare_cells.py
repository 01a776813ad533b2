"""The cells of a comparison as HTML.

A component in Python, not in a template: a page of 31 columns prints some thousand cells, and the
template engine would take half a second for them. Everything that comes from a text is escaped.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from policies.comparison import Cell, Column
from policies.comparison.shapes import STATED, Fact
from policies.comparison.wording import normal_form
from policies.comparison.wordmarks import Segments, closest, word_marks
from policies.models import Status

MOST = 3  # records written out in a cell; the others follow as places
LONGEST = 120  # characters of a quotation; its clause shows all
_ALL_WRITTEN = {"targets", "tax", "outline"}
_LABELLED = {"sectors", "measures"}
_WARNED = {Status.DOUBTFUL, Status.CORRECTED, Status.ADDED}


@dataclass(frozen=True, slots=True)
class Printing:
    """What the cells of a row share."""

    dimension: str
    texts: tuple[str, ...]  # quotations that words are marked against
    before: str  # address of a clause: before and after the record's ref
    after: str
    every: str  # address that writes out every record of the row; "" where all are


def cell_html(cell: Cell, column: Column, how: Printing) -> str:
    """Return `<td>…</td>`: label, what differs, records with their places."""
    mark = ' class="differs"' if cell.differs else ' class="reference"' if cell.reference else ""
    head = f'<td data-state="{cell.state}"{mark} data-label="{escape(column.label)}">'
    return f"{head}{_label(cell, how)}{_differs(cell)}{_records(cell, how)}</td>"


def _label(cell: Cell, how: Printing) -> str:
    if cell.state != STATED:
        reviewed = ' data-reviewed="true"' if cell.reviewed else ""
        return f'<span class="absent"{reviewed}>{escape(cell.label)}</span>'
    if how.dimension in _LABELLED:
        return f'<span class="cell-label">{escape(cell.label)}</span>'
    return ""


def _differs(cell: Cell) -> str:
    if not cell.differs:
        return ""
    return f'<span class="small differing">异：{escape("、".join(cell.differs))}</span>'


def _records(cell: Cell, how: Printing) -> str:
    all_written = how.dimension in _ALL_WRITTEN or not how.every
    most = len(cell.records) if all_written else MOST
    texts = () if cell.reference else how.texts
    written = "".join(_said(fact, texts, how) for fact in cell.records[:most])
    return written + _more(cell.records[most:], len(cell.records), how)


def _said(fact: Fact, texts: Sequence[str], how: Printing) -> str:
    """One record: its normal form, its words, its place."""
    form, status = normal_form(fact), _status(fact)
    form = f'<span class="fact">{escape(form)}</span> ' if form else ""
    return (
        f'<div class="said" data-ref="{fact["ref"] or ""}">{form}{status}'
        f'<span class="quote">{_words(fact["quote"], texts)}</span> {_place(fact, how)}</div>'
    )


def _status(fact: Fact) -> str:
    """A mark where the record is doubtful or was touched by a person."""
    if fact["status"] not in _WARNED:
        return ""
    return f'<span class="status" data-status="{fact["status"]}">{Status(fact["status"]).label}</span> '


def _words(quote: str, texts: Sequence[str]) -> str:
    words = quote if len(quote) <= LONGEST else f"{quote[:LONGEST]}…"
    segments: Segments = word_marks(words, closest(words, texts)) if texts else ((words, False),)
    return "".join(f"<mark>{escape(t)}</mark>" if differs else escape(t) for t, differs in segments)


def _place(fact: Fact, how: Printing) -> str:
    """A link that opens the clause beside the table; a provision has its place in the document."""
    href = f"{how.before}{fact['ref']}{how.after}" if fact["ref"] else fact["url"]
    return f'<a class="place" href="{escape(href)}">〔{escape(fact["place"])}〕</a>'


def _more(facts: Sequence[Fact], count: int, how: Printing) -> str:
    """The records that are not written out, by their places, and the way to all of them."""
    if not facts:
        return ""
    places = "".join(f'<span data-ref="{f["ref"]}">{_place(f, how)}</span>' for f in facts)
    every = f'<a href="{escape(how.every)}">全部（{count}）</a>'
    return f'<div class="more small">另 {len(facts)} 条：{places} {every}</div>'
