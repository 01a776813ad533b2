"""HTML to lines: one line for each block a reader sees, one for each row of a table."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .encoding import decode
from .html_guard import check_depth, too_deep
from .limits import HTML_MAX_DEPTH
from .source import Reading, SourceError
from .tables import row_lines

DROPPED = frozenset((
    "head", "title", "script", "style", "template", "noscript", "iframe", "object", "embed",
    "svg", "canvas", "audio", "video", "nav", "select", "button", "textarea", "input",
    "datalist", "-comment",
))  # fmt: skip
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul",
))  # fmt: skip
BREAK = "\n"
SOURCE_SPACE = str.maketrans("\n\t", "\r ")  # \n is BREAK and \t parts the cells of a row
DECLARED = re.compile(
    rb"<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})"
    rb"|<\?xml\b[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
DECLARED_WITHIN = 4096
SPACE = re.compile(r"[ \f\r]+")
HIDDEN_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none", re.IGNORECASE)


def read_html(data: bytes) -> Reading:
    """Return what a reader of the page sees, block by block; raises SourceError.

    White space is collapsed as a browser does; a line break in the source between two Chinese
    characters is no space. Numbers of an <ol> are printed, since headings may depend on them.
    """
    markup, encoding = decode(data, _declared(data))
    check_depth(markup)
    body = LexborHTMLParser(markup).body
    if body is None:
        raise SourceError("HTML 里没有正文", "blank")
    return Reading("\n".join(_lines(body, 0)), encoding)


def _declared(data: bytes) -> str | None:
    match = DECLARED.search(data[:DECLARED_WITHIN])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def _lines(node: LexborNode, depth: int) -> list[str]:
    pieces = "".join(_pieces(node, depth)).split(BREAK)
    return [line for line in (_tidy(piece) for piece in pieces) if line]


def _pieces(node: LexborNode, depth: int) -> Iterator[str]:
    """Yield the text of `node`'s children, BREAK where a line ends."""
    if depth > HTML_MAX_DEPTH:
        raise too_deep()
    child = node.child
    while child is not None:
        yield from _piece(child, depth)
        child = child.next


def _piece(node: LexborNode, depth: int) -> Iterator[str]:
    tag = node.tag
    if tag == "-text":
        text = node.text_content or ""
        yield text if _is_preformatted(node) else text.translate(SOURCE_SPACE)
    elif tag in DROPPED or _is_hidden(node):
        return
    elif tag == "br":
        yield BREAK
    elif tag == "tr":
        yield BREAK + BREAK.join(row_lines(_cells(node, depth))) + BREAK
    elif tag in BLOCKS:
        yield BREAK + _ordinal(node)
        yield from _pieces(node, depth + 1)
        yield BREAK
    else:
        yield from _pieces(node, depth + 1)


def _cells(row: LexborNode, depth: int) -> list[list[str]]:
    cells, cell = [], row.child
    while cell is not None:
        if cell.tag in ("td", "th") and not _is_hidden(cell):
            cells.append(_lines(cell, depth + 1))
        cell = cell.next
    return cells


def _is_preformatted(text: LexborNode) -> bool:
    return text.parent is not None and text.parent.tag == "pre"


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(HIDDEN_STYLE.search(attributes.get("style") or ""))


def _ordinal(node: LexborNode) -> str:
    """The number a browser prints before an item of an <ol>, else nothing."""
    if node.tag != "li" or node.parent is None or node.parent.tag != "ol":
        return ""
    start = node.parent.attributes.get("start") or "1"
    number = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
    sibling = node.prev
    while sibling is not None:
        number += sibling.tag == "li"
        sibling = sibling.prev
    return f"{number}."


def _tidy(piece: str) -> str:
    return SPACE.sub(_space, piece).strip()


def _space(match: re.Match) -> str:
    text, start, end = match.string, match.start(), match.end()
    between = text[start - 1 : start] + text[end : end + 1]
    broken = "\r" in match[0]
    return "" if broken and len(between) == 2 and all(c > "\u2e7f" for c in between) else " "
