"""What one paragraph of WordprocessingML says (ISO/IEC 29500-1, part 17)."""

from collections.abc import Iterator

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
TEXT_BOX = W + "txbxContent"
# Deleted, moved away, or said again elsewhere.
SKIPPED = frozenset((W + "del", W + "moveFrom", W + "pPr", W + "rPr", FALLBACK, TEXT_BOX))
FIXED = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
SYMBOLS = 0xF000  # private-use area where symbol fonts live


def paragraph_text(paragraph: _Element) -> str:
    """Return the text a reader sees in `paragraph`, \\n for a forced line break.

    Runs inside insertions, smart tags, fields, hyperlinks and content controls belong to it (Word
    keeps dates in smart tags); hidden runs and text boxes do not.
    """
    return "".join(_pieces(paragraph))


def text_boxes(paragraph: _Element) -> Iterator[_Element]:
    """Yield the contents of the text boxes anchored in `paragraph`, outermost ones only."""
    for child in paragraph:
        if child.tag == TEXT_BOX:
            yield child
        elif child.tag != FALLBACK:
            yield from text_boxes(child)


def value(element: _Element | None) -> str | None:
    """The w:val of an element, None without one."""
    return None if element is None else element.get(W + "val")


def _pieces(parent: _Element) -> Iterator[str]:
    for child in parent:
        if child.tag in (W + "t", M + "t"):
            yield child.text or ""
        elif child.tag in FIXED:
            yield FIXED[child.tag]
        elif child.tag == W + "br":
            yield "" if child.get(W + "type") in ("page", "column") else "\n"
        elif child.tag == W + "sym":
            yield chr(SYMBOLS | int(child.get(W + "char", "F0A1"), 16) & 0xFFF)
        elif child.tag not in SKIPPED and not _is_hidden(child):
            yield from _pieces(child)


def _is_hidden(run: _Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and value(vanish) not in ("0", "false", "off")
