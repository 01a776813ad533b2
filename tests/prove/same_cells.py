"""The law of comparisons: one comparison as page, JSON, XLSX and DOCX, opened again, cell by cell."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docx import Document as open_docx
from docx.table import _Cell
from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser

HEADS = 6  # columns of the sheet before the documents': group, row, class …
NAME = 1  # the row's among them
LONGEST = 120  # characters of a quotation on the page


@dataclass(frozen=True)
class Answer:
    """What one address gives: JSON, and what the other three say, as lists of rows of texts."""

    data: dict
    page: LexborHTMLParser
    sheet: list[list[str]]
    sources: list[str]  # refs of the sheet 来源, "" for an empty cell
    paper: list[list[str]]


def answer_of(client: object, address: str) -> Answer:
    """Ask for all four forms; `address` ends in a query."""

    def get(form: str = "") -> bytes:
        response = client.get(f"{address}&format={form}" if form else address)
        assert response.status_code == 200, (address, form, response.status_code)
        return response.content

    book = load_workbook(io.BytesIO(get("xlsx")), read_only=True)
    sheet, sources = _lines(book.worksheets[0]), _lines(book["来源"])
    ref = sources[0].index("编号")
    return Answer(
        data=client.get(f"{address}&format=json").json(),
        page=LexborHTMLParser(get()),
        sheet=sheet[1:],
        sources=[line[ref] for line in sources[1:]],
        paper=_paper(get("docx")),
    )


def problems(answer: Answer, texts: Mapping[str, str]) -> list[str]:
    """Return what breaks the law, in words; `texts` are the documents' by slug."""
    rows = answer.data["rows"]
    shown = answer.page.css("tr[data-key]")
    if not len(rows) == len(shown) == len(answer.sheet) == len(answer.paper):
        counts = (len(rows), len(shown), len(answer.sheet), len(answer.paper))
        return [f"rows: JSON, page, sheet, paper {counts}"]
    found = list(_references(rows, texts))
    refs = [r["ref"] or "" for row in rows for c in row["cells"] for r in c["records"] or [NONE]]
    if refs != answer.sources:
        found.append("来源 names other records")
    for row, tr, line, words in zip(rows, shown, answer.sheet, answer.paper, strict=True):
        found += [f"{row['key']}: {what}" for what in _row(row, tr, line, words)]
    return found


NONE = {"ref": ""}


def _references(rows: list[dict], texts: Mapping[str, str]) -> Iterator[str]:
    for row in rows:
        for record in (r for cell in row["cells"] for r in cell["records"]):
            if texts[record["document"]][record["start"] : record["end"]] != record["quote"]:
                yield f"{record['ref']} does not resolve"


def _row(row: dict, tr: object, line: list[str], words: list[str]) -> Iterator[str]:
    shown = tr.css("td")
    if tr.attributes["data-key"] != row["key"] or line[NAME] != row["label"]:
        yield "other row"
    if tr.css_first(".row-name").text() != row["label"] or not words[0].startswith(row["label"]):
        yield "other name"
    if not len(row["cells"]) == len(shown) == len(line) - HEADS == len(words) - 1:
        yield "other columns"
        return
    for cell, td, written, printed in zip(
        row["cells"], shown, line[HEADS:], words[1:], strict=True
    ):
        if written.replace("\n", "") != printed.replace("\n", ""):
            yield "sheet and paper differ"
        if not _says(cell, written) or not _shows(cell, td):
            yield f"{cell['state']} cell differs"


def _says(cell: dict, words: str) -> bool:
    """The files write an empty state's label, or every record with its place, in order."""
    if cell["state"] != "stated":
        return bool(words) and words == cell["label"]
    at = 0
    for record in cell["records"]:
        at = words.find(f"{record['quote']}〔{record['place']}〕", at) + 1
        if not at:
            return False
    return bool(cell["records"])


def _shows(cell: dict, td: object) -> bool:
    """The page shows the same records: the first with their words, the others by their places."""
    if td.attributes["data-state"] != cell["state"]:
        return False
    if cell["state"] != "stated":
        return td.text(strip=True) == cell["label"] != ""
    marked = td.css("[data-ref]")
    if [x.attributes["data-ref"] or "" for x in marked] != [
        r["ref"] or "" for r in cell["records"]
    ]:
        return False
    return all(map(_written, cell["records"], marked))


def _written(record: dict, shown: object) -> bool:
    place = shown if shown.tag == "a" else shown.css_first("a.place")
    quote = record["quote"]
    quote = quote if len(quote) <= LONGEST else f"{quote[:LONGEST]}…"
    words = shown.css_first(".quote")
    same = words is None or words.text() == quote
    return same and place.text() == f"〔{record['place']}〕"


def _lines(sheet: object) -> list[list[str]]:
    return [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)]


def _paper(content: bytes) -> list[list[str]]:
    """The comparison's table, the first of the paper, without its head; [] where it has no row."""
    table = open_docx(io.BytesIO(content)).tables[0]
    return [[_Cell(tc, table).text for tc in tr.tc_lst] for tr in table._tbl.tr_lst[1:]]
