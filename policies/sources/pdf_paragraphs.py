"""Printed lines to paragraphs, by where they begin and whether the next word had still fitted."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from .pdf_lines import Line

# What cannot be broken: brackets and marks stick to their character, ASCII runs hold together.
UNIT = re.compile(r"[（《“‘〔【(]*(?:[!-~]+|.)[，。、；：！？）》”’〕】％%]*")
MARKER = re.compile(
    r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百]{1,5}[章节条]"
)
ENDING = "。！？；：!?;:"
SLACK = 1.0  # em: what justification may leave open
INDENT = 0.9  # em
PITCH = 1.4  # a gap so many times the usual line pitch parts paragraphs


@dataclass(frozen=True)
class Measure:
    """How a text is set, in points."""

    left: float  # edge of the body
    right: float
    pitch: float  # from one baseline to the next
    blocks: frozenset[int]  # left edges of passages set in from the margin as a whole


def join_paragraphs(lines: list[Line]) -> list[str]:
    """Return the paragraphs of `lines`, each as one string; a page break ends none."""
    measure = _measure(lines)
    paragraphs: list[str] = []
    previous: Line | None = None
    for line in lines:
        if previous and not _begins(line, previous, measure):
            paragraphs[-1] = _glue(paragraphs[-1], line.text)
        else:
            paragraphs.append(line.text)
        previous = line
    return paragraphs


def _begins(line: Line, previous: Line, measure: Measure) -> bool:
    """Does `line` begin a paragraph?"""
    return (
        abs(line.size - previous.size) > 0.15 * line.size
        or _had_room(line, previous, measure.right)
        or (line.page == previous.page and previous.y - line.y > PITCH * measure.pitch)
        or _is_first_line(line, previous, measure)
        or (previous.text[-1] in ENDING and bool(MARKER.match(line.text)))
    )


def _is_first_line(line: Line, previous: Line, measure: Measure) -> bool:
    if _place(line) in measure.blocks and _place(line) == _place(previous):
        return False
    return line.x > measure.left + INDENT * line.size


def _had_room(line: Line, previous: Line, right: float) -> bool:
    """Had the first word of `line` still fitted on the line before? Then the break was meant."""
    room = (right - previous.x) / previous.size - _width(previous.text)
    return room > _width(UNIT.match(line.text)[0]) + SLACK


def _glue(paragraph: str, text: str) -> str:
    """Join two lines; a space only between two latin words."""
    latin = paragraph[-1].isascii() and paragraph[-1].isalnum() and text[0].isascii()
    return f"{paragraph} {text}" if latin and text[0].isalpha() else paragraph + text


def _measure(lines: list[Line]) -> Measure:
    sizes: Counter[int] = Counter()
    for line in lines:
        sizes[round(line.size)] += len(line.text)
    body = [line for line in lines if round(line.size) == max(sizes, key=sizes.__getitem__)]
    right = _right(body)
    return Measure(_left(body), right, _pitch(body), _blocks(body, right))


def _left(lines: list[Line]) -> float:
    """The left edge of the body: the leftmost place where one line in twenty begins."""
    places = Counter(_place(line) for line in lines)
    enough = max(2, len(lines) / 20)
    usual = [x for x, count in places.items() if count >= enough]
    return min(usual or places, default=0)


def _right(lines: list[Line]) -> float:
    """The right edge: nine lines in ten of a text of full lines end before it or at it."""
    ends = sorted(line.x + _width(line.text) * line.size for line in lines)
    return ends[len(ends) * 9 // 10] if ends else 0


def _pitch(lines: list[Line]) -> float:
    """The usual distance from one baseline to the next, in points."""
    gaps = [
        round(one.y - two.y, 1)
        for one, two in zip(lines, lines[1:], strict=False)
        if one.page == two.page and one.y > two.y
    ]
    return Counter(gaps).most_common(1)[0][0] if gaps else 0


def _blocks(lines: list[Line], right: float) -> frozenset[int]:
    """Left edges whose full lines are mostly followed by a line at the same edge."""
    same, other = Counter(), Counter()
    for one, two in zip(lines, lines[1:], strict=False):
        if not _had_room(two, one, right):
            (same if _place(one) == _place(two) else other)[_place(one)] += 1
    return frozenset(place for place in same if same[place] > other[place])


def _place(line: Line) -> int:
    return round(line.x)


def _width(text: str) -> float:
    """The width of `text` in em: Chinese characters and marks 1, the rest a half."""
    return sum(1 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)
