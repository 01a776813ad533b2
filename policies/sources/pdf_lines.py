"""The printed lines of a PDF page, with their places; page numbers and running heads out."""

import math
import re
from collections import Counter
from dataclasses import dataclass

from pypdf import PageObject

from .pdf_glyphs import Glyphs
from .radicals import repair_radicals

PAGE_NUMBER = re.compile(
    r"[-—–－·\s]{0,9}(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?[/／，,]?\s?共?\s?\d{1,4}\s?页?)?[-—–－·\s]{0,9}"
)
SPACES = re.compile(r"[ \xa0\u3000]+")


@dataclass(frozen=True)
class Line:
    text: str  # without the spaces that PDF writers put between Chinese characters
    x: float  # left edge and baseline in points, from the lower left corner of the page
    y: float
    size: float  # of the type, in points
    page: int = 0


def page_lines(page: PageObject, glyphs: Glyphs) -> list[Line]:
    """Return the lines of `page` that hold text, in the order in which the file prints them."""
    lines: list[Line] = []
    pieces: list[tuple[str, float, float, float]] = []

    def visit(text: str, cm: list, tm: list, font: dict | None, size: float) -> None:
        pieces.append((glyphs.mark(text, font), *_place(cm, tm, size)))
        if text.endswith("\n"):
            lines.extend(_line(pieces))
            pieces.clear()

    page.extract_text(visitor_text=visit)
    return [*lines, *_line(pieces)]


def without_running_lines(pages: list[list[Line]]) -> list[Line]:
    """Return all lines, numbered by page, less page numbers and what heads or foots most pages."""
    running = _running(pages)
    return [
        Line(line.text, line.x, line.y, line.size, number)
        for number, lines in enumerate(pages)
        for position, line in enumerate(lines)
        if not (_is_edge(position, lines) and _is_running(line.text, running))
    ]


def _place(cm: list[float], tm: list[float], size: float) -> tuple[float, float, float]:
    """Left edge, baseline and size on the page: the text matrix times the current one."""
    across = math.hypot(tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3])
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    return x, y, abs(size * across)


def _line(pieces: list[tuple[str, float, float, float]]) -> list[Line]:
    text = repair_radicals("".join(piece[0] for piece in pieces)).rstrip()
    first = next((piece for piece in pieces if piece[0].strip()), None)
    if first is None:
        return []
    _, x, y, size = first
    indent = len(text) - len(text.lstrip("\u3000"))  # an indent that was typed
    return [Line(SPACES.sub(_space, text.strip()), x + indent * size, y, size)]


def _space(match: re.Match) -> str:
    """No space beside a Chinese character: it is the gap of justified or mixed type."""
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return "" if max(before, after) > "\u2e7f" or before in "“‘" or after in "”’" else " "


def _running(pages: list[list[Line]]) -> set[str]:
    """Edge lines that most of three or more pages share, digits aside."""
    edges = Counter(
        text
        for lines in pages
        for text in {
            _masked(line.text) for position, line in enumerate(lines) if _is_edge(position, lines)
        }
    )
    return {text for text, count in edges.items() if count >= max(3, len(pages) / 2)}


def _is_edge(position: int, lines: list[Line]) -> bool:
    return position in (0, 1, len(lines) - 2, len(lines) - 1)


def _is_running(text: str, running: set[str]) -> bool:
    return _masked(text) in running or bool(PAGE_NUMBER.fullmatch(text))


def _masked(text: str) -> str:
    return re.sub(r"\d+", "0", text)
