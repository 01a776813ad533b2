"""The numbers Word prints before a paragraph but does not store in its text (w:numPr).

Rules: ISO/IEC 29500-1, 17.9. Counters belong to the abstract list, so lists that share one go on
counting; a start override begins anew; a level starts again after any level above it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from lxml.etree import _Element

from .docx_lists import Level, NumberedList, read_lists
from .docx_text import W, value
from .numerals import FORMATS

CLOSING = "、.．)）]】：:，,。 　"
CONTENTS_STYLE = re.compile(r"(?:toc|目录) ?\d?", re.IGNORECASE)


class Numbering:
    """Counts the numbered paragraphs of one document, in order."""

    def __init__(self, numbering: _Element | None, styles: _Element | None) -> None:
        self._lists = {} if numbering is None else read_lists(numbering)
        self._styles = {} if styles is None else {s.get(W + "styleId"): s for s in styles}
        self._counters: dict[str, dict[int, int]] = defaultdict(dict)
        self._restarted: set[tuple[str, int]] = set()
        self._unknown: set[str] = set()

    def marker(self, paragraph: _Element) -> str:
        """Return what Word prints before `paragraph`: "一、", "" where it has no number."""
        number, depth = self._place(paragraph)
        if number not in self._lists:
            return ""
        numbered = self._lists[number]
        if depth not in numbered.levels or numbered.levels[depth].form in ("bullet", "none"):
            return ""
        self._count(number, depth, numbered)
        return self._print(numbered.abstract, depth, numbered.levels)

    def is_contents_line(self, paragraph: _Element) -> bool:
        """True for a line of a table of contents (style toc 1 …)."""
        style = self._styles.get(value(paragraph.find(f"{W}pPr/{W}pStyle")))
        name = None if style is None else value(style.find(W + "name"))
        return bool(name and CONTENTS_STYLE.fullmatch(name))

    def warnings(self) -> Iterator[str]:
        """Chinese notes on what was printed as a guess."""
        for form in sorted(self._unknown):
            yield f"自动编号格式 {form} 未能识别，按阿拉伯数字读入，请核对"

    def _place(self, paragraph: _Element) -> tuple[str | None, int]:
        """The list and level of `paragraph`, its own or its style's."""
        number, depth = _numbered(paragraph)
        style = value(paragraph.find(f"{W}pPr/{W}pStyle"))
        if number is not None or style is None:
            return number, depth or 0
        number, style_depth = self._style_place(style)
        return number, style_depth if depth is None else depth

    def _style_place(self, style: str) -> tuple[str | None, int]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            number, depth = _numbered(self._styles[style])
            if number is not None:
                return number, self._level_of_style(number, style, depth)
            style = value(self._styles[style].find(W + "basedOn"))
        return None, 0

    def _level_of_style(self, number: str, style: str, depth: int | None) -> int:
        levels = self._lists[number].levels if number in self._lists else {}
        linked = (index for index, level in levels.items() if level.style == style)
        return next(linked, depth or 0)

    def _count(self, number: str, depth: int, numbered: NumberedList) -> None:
        counters = self._counters[numbered.abstract]
        if depth in numbered.restarts and (number, depth) not in self._restarted:
            self._restarted.add((number, depth))
            counters[depth] = numbered.restarts[depth]
        else:
            counters[depth] = counters.get(depth, numbered.levels[depth].start - 1) + 1
        for deeper in [index for index in counters if index > depth]:
            del counters[deeper]

    def _print(self, abstract: str, depth: int, levels: dict[int, Level]) -> str:
        def ordinal(match: re.Match) -> str:
            index = int(match[1]) - 1
            level = levels.get(index, levels[depth])
            if level.form not in FORMATS:
                self._unknown.add(level.form)
            count = self._counters[abstract].setdefault(index, level.start)
            return FORMATS.get(level.form, str)(count)

        text = re.sub(r"%([1-9])", ordinal, levels[depth].text)
        # The gap Word leaves; after 一、 or 1. texts of this kind have none.
        gap = levels[depth].suffix != "nothing" and text and text[-1] not in CLOSING
        return text + ("　" if gap else "")


def load_numbering(document: Document) -> Numbering:
    """Return the counter for `document`; one that counts nothing where it has no lists."""
    parts = {
        relation.reltype: relation.target_part
        for relation in document.part.rels.values()
        if not relation.is_external
    }
    numbering, styles = (
        getattr(parts.get(kind), "element", None)
        for kind in (RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.STYLES)
    )
    return Numbering(numbering, styles)


def _numbered(element: _Element) -> tuple[str | None, int | None]:
    """numId and ilvl of a paragraph's or style's own w:numPr, None where it has none."""
    number = value(element.find(f"{W}pPr/{W}numPr/{W}numId"))
    depth = value(element.find(f"{W}pPr/{W}numPr/{W}ilvl"))
    return number, None if depth is None else int(depth)
