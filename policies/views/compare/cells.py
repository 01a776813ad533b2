"""The cells of a comparison as HTML.

A component in Python, not in a template: a page of 31 columns prints some thousand cells, and the
template engine would take half a second for them. Everything that comes from a text is escaped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from policies.comparison import Cell, Column
from policies.comparison.shapes import ABSENT, STATED, Fact
from policies.comparison.wording import Part, form_parts
from policies.comparison.wordmarks import closest, word_marks
from policies.models import Status

LONGEST = 120  # characters of a quotation; its clause shows all
_ALL_WRITTEN = {"targets", "tax", "outline"}
_LABELLED = {"sectors", "measures"}
_ELSEWHERE = {"表述"}  # seen in the words themselves
_WARNED = {Status.DOUBTFUL, Status.CORRECTED, Status.ADDED}


@dataclass(frozen=True, slots=True)
class Printing:
    """What the cells of a row share."""

    dimension: str
    texts: Mapping[str, str]  # quotations that words are marked against, with their bare forms
    said: frozenset[str]  # pieces of normal forms that marks are against
    before: str  # address of a clause, escaped: before and after the record's ref
    after: str
    most: int  # records written out in a cell; the others follow as places
    every: str  # address that writes out every record of the row, escaped; "" where all are
    absence: str  # address where staff confirm an absence, escaped, before the slug; "" for readers
    facts: dict[str, "Shown"]  # what was worked out for a record that stands in several rows


def cell_html(cell: Cell, column: Column, how: Printing) -> str:
    """Return `<td>…</td>`: label, records with their places, what differs underlined in them."""
    mark = ' class="differs"' if cell.differs else ' class="reference"' if cell.reference else ""
    head = f'<td data-state="{cell.state}"{mark} data-label="{escape(column.label)}">'
    if cell.state != STATED:
        return f"{head}{_empty(cell, column, how)}</td>"
    shown: set[str] = set()
    label, records = _label(cell, how, shown), _records(cell, how, shown)
    return f"{head}{label}{records}{_unshown(cell, shown)}</td>"


def _empty(cell: Cell, column: Column, how: Printing) -> str:
    """Which kind of empty; for staff the way to confirm that the text says nothing."""
    reviewed = ' data-reviewed="true"' if cell.reviewed else ""
    words = f'<span class="absent"{reviewed}>{escape(cell.label)}</span>'
    if not how.absence or cell.reviewed or cell.state != ABSENT:
        return words
    return f'{words} <a class="small" href="{how.absence}{column.document}">核对</a>'


def _label(cell: Cell, how: Printing, shown: set[str]) -> str:
    if how.dimension not in _LABELLED:
        return ""
    words = escape(cell.label)
    if "覆盖方式" in cell.differs:
        shown.add("覆盖方式")
        words = f"<u>{words}</u>"
    return f'<span class="cell-label">{words}</span>'


def _unshown(cell: Cell, shown: set[str]) -> str:
    """Names of the differences that nothing in the cell could be underlined for."""
    names = [n for n in cell.differs if n not in shown and n not in _ELSEWHERE]
    return f'<span class="small differing">异：{escape("、".join(names))}</span>' if names else ""


def _records(cell: Cell, how: Printing, shown: set[str]) -> str:
    all_written = how.dimension in _ALL_WRITTEN or not how.every
    most = len(cell.records) if all_written else how.most
    written = "".join([_said(fact, cell, how, shown) for fact in cell.records[:most]])
    return written + _more(cell.records[most:], len(cell.records), how)


def _said(fact: Fact, cell: Cell, how: Printing, names: set[str]) -> str:
    """One record: its normal form, its words, its place."""
    shown = _shown(fact, how)
    words = shown.words if cell.reference or not how.texts else _marked(shown.quote, how.texts)
    form = _form(shown.parts, cell, how, names) if cell.differs else shown.form
    place = _place(fact, shown, how)
    if "位置" in cell.differs:
        names.add("位置")
        place = f"<u>{place}</u>"
    return (
        f'<div class="said" data-ref="{fact["ref"] or ""}">{form}{shown.status}'
        f'<span class="quote">{words}</span> {place}</div>'
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """A record's parts as HTML, but `parts` and `quote`."""

    parts: tuple[Part, ...]
    form: str
    status: str
    quote: str
    words: str
    place: str


def _shown(fact: Fact, how: Printing) -> Shown:
    found = how.facts.get(fact["ref"])
    if found is None:
        parts, quote = form_parts(fact), fact["quote"]
        quote = quote if len(quote) <= LONGEST else f"{quote[:LONGEST]}…"
        form, place = _whole([_piece(part) for part in parts]), escape(fact["place"])
        found = Shown(parts, form, _status(fact), quote, escape(quote), place)
        if fact["ref"]:
            how.facts[fact["ref"]] = found
    return found


def _form(parts: Sequence[Part], cell: Cell, how: Printing, names: set[str]) -> str:
    """The normal form; underlined what differs by name and does not stand in the reference."""
    pieces = []
    for part in parts:
        differing = [name for name in part.facts if name in cell.differs]
        if differing and part.core not in how.said:
            names.update(differing)
            pieces.append(_piece(part, underlined=True))
        else:
            pieces.append(_piece(part))
    return _whole(pieces)


def _piece(part: Part, underlined: bool = False) -> str:
    text = escape(part.text)
    if underlined:
        core = escape(part.core)
        text = text.replace(core, f"<u>{core}</u>", 1)
    return f'<span class="terms">{text}</span>' if part.lesser else text


def _whole(pieces: Sequence[str]) -> str:
    return f'<span class="fact">{"".join(pieces)}</span> ' if pieces else ""


def _status(fact: Fact) -> str:
    """A mark where the record is doubtful or was touched by a person."""
    code = fact["status"]
    if code not in _WARNED:
        return ""
    return f'<span class="status" data-status="{code}">{Status(code).label}</span> '


def _marked(quote: str, texts: Mapping[str, str]) -> str:
    segments = word_marks(quote, closest(quote, texts))
    return "".join(f"<mark>{escape(t)}</mark>" if differs else escape(t) for t, differs in segments)


def _place(fact: Fact, shown: Shown, how: Printing, mark: str = "") -> str:
    """A link that opens the clause beside the table; a provision has its place in the document."""
    ref = fact["ref"]  # of slug characters, as a provision's url is: nothing to escape
    href = f"{how.before}{ref}{how.after}" if ref else fact["url"]
    return f'<a class="place"{mark} href="{href}">〔{shown.place}〕</a>'


def _more(facts: Sequence[Fact], count: int, how: Printing) -> str:
    """The records that are not written out, by their places, and the way to all of them."""
    if not facts:
        return ""
    links = "".join([_place(f, _shown(f, how), how, f' data-ref="{f["ref"]}"') for f in facts])
    name = "全部措施" if how.dimension == "measures" else "全部"
    every = f'<a href="{how.every}">{name}（{count}）</a>'
    return f'<div class="more small">另 {len(facts)} 条：{links} {every}</div>'
