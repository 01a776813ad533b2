"""Paragraphs: where a line, or what spaces set apart like a line, begins and ends."""

import re
from dataclasses import dataclass

from policies.extraction.quantities.dates import DATE

MARKER = (
    r"(?:第[一二三四五六七八九十百零〇\d]{1,6}[章节条]"
    r"|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]、)"
    r"|（[一二三四五六七八九十]{1,3}）"
    r"|\d{1,2}[.、](?!\d)"
    r"|（\d{1,2}）)"
)
MARKER_ONLY = re.compile(MARKER + r"\Z")
HEADED = re.compile(MARKER + r"[^。！？；：，]{1,30}\Z")
BEFORE_MARKER = re.compile(MARKER)
NEXT_NUMBERED = re.compile(
    r"(?<=。)(?=(?:[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]、)"
    r"|（[一二三四五六七八九十]{1,3}）))"
)
NUMBER = re.compile(r"[\u4e00-\u9fffA-Za-z]{1,14}[〔（]\d{4}[〕）]第?\d{1,5}号")
NUMBER_LAST = re.compile(NUMBER.pattern + r"\Z")
SPACES = re.compile(r"[ \t\u3000]+")
LINE = re.compile(r"[^\n]+")
ENDS_SENTENCE = frozenset("。！？；：")
LONGEST_DAY = 20  # characters of 二〇一四年 十二月 二十八日
LONGEST_TITLE = 120  # characters of a title in 《》
LONGEST_LABEL = 5  # 发文字号： is a label, 各市人民政府： is not
LOOK_BACK = 48  # a heading that space alone sets off from its text is shorter than this


@dataclass(frozen=True)
class Paragraph:
    start: int  # first and last character that are not white space
    end: int


def split_paragraphs(normal: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a normalised text in order; blank ones are left out.

    A line break ends a paragraph. So do spaces where a text was flattened into one line: two or
    more of them, or one after 。 ； ： or a document's number, or before that or a section's
    number, or after a numbered heading.
    A number and its heading (第一章　总则) stay together.
    """
    paragraphs: list[Paragraph] = []
    for line in LINE.finditer(normal):
        for part in _split_line(normal, line.start(), line.end()):
            if paragraphs and _title_broken(normal, paragraphs[-1], part):
                paragraphs[-1] = Paragraph(paragraphs[-1].start, part.end)
            else:
                paragraphs.append(part)
    return tuple(paragraphs)


def _title_broken(normal: str, before: Paragraph, after: Paragraph) -> bool:
    """Whether the line break between two paragraphs stands inside 《》."""
    floor = max(before.start, before.end - LONGEST_TITLE)
    if normal.rfind("《", floor, before.end) <= normal.rfind("》", floor, before.end):
        return False
    ceiling = min(after.end, after.start + LONGEST_TITLE)
    closing, opening = (normal.find(mark, after.start, ceiling) for mark in "》《")
    return closing >= 0 and not 0 <= opening < closing


def _split_line(normal: str, start: int, end: int) -> list[Paragraph]:
    cuts, begin = [], start
    for space in SPACES.finditer(normal, start, end):
        if space.start() > begin and _breaks(normal, begin, space, end):
            cuts.append((begin, space.start()))
            begin = space.end()
        elif space.start() == begin:
            begin = space.end()
    cuts.append((begin, end))
    return [part for cut in cuts for part in _at_numbers(normal, *cut)]


def _breaks(normal: str, begin: int, space: re.Match[str], end: int) -> bool:
    """Whether these spaces stand for a line break in the paragraph that begins at `begin`."""
    if space.end() >= end:
        return False
    short = space.start() - begin <= LOOK_BACK
    head = normal[begin : space.start()] if short else ""
    if MARKER_ONLY.match(head) or (head.endswith("：") and len(head) <= LONGEST_LABEL):
        return False
    return (
        len(space[0]) > 1
        or normal[space.start() - 1] in ENDS_SENTENCE
        or BEFORE_MARKER.match(normal, space.end()) is not None
        or NUMBER.match(normal, space.end()) is not None
        or NUMBER_LAST.search(normal, max(begin, space.start() - 30), space.start()) is not None
        or HEADED.match(head) is not None
        or _beside_day(normal, begin, space, end)
    )


def _beside_day(normal: str, begin: int, space: re.Match[str], end: int) -> bool:
    """Whether a day stands between these spaces and others: …办公室 二○一四年四月二日 …."""
    ahead = DATE.match(normal, space.end(), end)
    if ahead and normal[ahead.end() : ahead.end() + 1].isspace():
        return True
    floor = max(begin, space.start() - LONGEST_DAY)
    return any(
        match.start() == begin and match.end() == space.start()
        for match in DATE.finditer(normal, floor, space.start())
    )


def _at_numbers(normal: str, start: int, end: int) -> list[Paragraph]:
    """Cut where 。 is followed by 一、 or （一）: a flattened text without any space."""
    cuts = [start, *(m.start() for m in NEXT_NUMBERED.finditer(normal, start, end)), end]
    spans = (_strip(normal, a, b) for a, b in zip(cuts, cuts[1:], strict=False))
    return [Paragraph(a, b) for a, b in spans if a < b]


def _strip(normal: str, start: int, end: int) -> tuple[int, int]:
    while start < end and normal[start].isspace():
        start += 1
    while end > start and normal[end - 1].isspace():
        end -= 1
    return start, end
