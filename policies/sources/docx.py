"""Word to lines: paragraphs and table rows in document order, with the numbers Word prints."""

import io
from collections.abc import Iterator

from docx import Document
from lxml.etree import _Element

from .docx_numbering import Numbering, load_numbering
from .docx_text import M, W, paragraph_text, text_boxes, value
from .source import Reading, SourceError
from .tables import row_lines

CONTENTS_GALLERY = "Table of Contents"
SKIPPED = frozenset(W + name for name in ("del", "moveFrom", "sectPr", "pPr", "tblPr", "sdtPr"))
LEFT_OUT = (  # what the text may have and this reader does not read, by the element that shows it
    (".//{*}pic", "文中有图片，图片里的文字未读入"),
    (f".//{W}footnoteReference", "脚注未读入"),
    (f".//{W}endnoteReference", "尾注未读入"),
    (f".//{W}altChunk", "嵌入的其他格式内容未读入"),
    (f".//{W}object", "嵌入的对象未读入"),
    (f".//{W}del", "修订中删去的文字未读入"),
    (f".//{W}sym", "符号字体的字符按私用区字符读入，请核对"),
    (f".//{M}oMath", "公式按文字读入，上下标请核对"),
)


def read_docx(data: bytes) -> Reading:
    """Return the text of a .docx, one line a paragraph or table row, with warnings; or refuse.

    The archive has passed `check_archive` (child.py calls it before this module is imported).
    """
    document = _open(data)
    body = document.element.body
    numbering = load_numbering(document)
    lines = [line for block in _blocks(body, numbering) for line in block]
    return Reading("\n".join(lines), None, (*_left_out(body), *numbering.warnings()))


def _open(data: bytes) -> Document:
    try:
        return Document(io.BytesIO(data))
    except (ValueError, KeyError):
        raise SourceError("压缩包不是 Word 文档（.docx）", "not_word") from None


def _blocks(parent: _Element, numbering: Numbering) -> Iterator[list[str]]:
    """Yield the lines of each paragraph and table under `parent`, wrappers looked through."""
    for child in parent:
        if child.tag == W + "p":
            yield from _paragraph(child, numbering)
        elif child.tag == W + "tbl":
            yield from _rows(child, numbering)
        elif child.tag not in SKIPPED and not _is_contents(child):
            yield from _blocks(child, numbering)


def _paragraph(paragraph: _Element, numbering: Numbering) -> Iterator[list[str]]:
    if not numbering.is_contents_line(paragraph):
        text = paragraph_text(paragraph)
        # A numbered paragraph without text counts in Word too.
        yield (numbering.marker(paragraph) + text).split("\n")
    for box in text_boxes(paragraph):
        yield from _blocks(box, numbering)


def _rows(table: _Element, numbering: Numbering) -> Iterator[list[str]]:
    for row in table.iter(W + "tr"):
        if _owner(row, "tbl") is table:
            cells = [cell for cell in row.iter(W + "tc") if _owner(cell, "tr") is row]
            yield row_lines(
                [[line for block in _blocks(cell, numbering) for line in block] for cell in cells]
            )


def _owner(element: _Element, name: str) -> _Element | None:
    """The nearest table (or row) that holds a row (or cell): content controls may lie between."""
    return next(element.iterancestors(W + name), None)


def _is_contents(element: _Element) -> bool:
    """A generated table of contents repeats every heading and is no part of the text."""
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and value(gallery) == CONTENTS_GALLERY


def _left_out(body: _Element) -> Iterator[str]:
    return (note for path, note in LEFT_OUT if body.find(path) is not None)
