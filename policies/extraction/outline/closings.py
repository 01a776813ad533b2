"""Closing blocks: the lines under a document that name its issuer and its day."""

import re
from dataclasses import dataclass

from policies.extraction.quantities.dates import DATE

from .markers import find_marker
from .paragraphs import Paragraph

BODY = (
    r"(?:人民政府|政府办公厅|政府办公室|办公厅|办公室|委员会|总局|厅|局|委|部|银行|国务院|党委|省委|市委"
    r"|领导小组|行政公署|管委会|总公司|集团公司)"
)
ISSUER = re.compile(
    rf"(?=.{{3}})[\u4e00-\u9fff（）、\u3000 ]{{0,60}}{BODY}(?:[（\u3000 ][\u4e00-\u9fff、）\u3000 ]{{0,60}})?\Z"
)
ATTACHMENT_LIST = re.compile(r"附[ \u3000]{0,2}[件表录]?[ \u3000]{0,2}\d{0,2}[：:]")
NOTE = re.compile(
    r"[（〔]?(?:此件|此文|联系人|信息公开|公开方式|公开属性|共印)|抄[送报]|分送|主题词|印发机关|校对"
)
FINAL = re.compile(
    r"(?:本(?:实施|行动|指导)?(?:意见|办法|通知|方案|规定|细则|措施|政策|计划|规划)(?:自|从|由[^，。]{2,20}解释)|特此|以上意见|此前.{0,20}与本)"
)
PART_OF_DAY = re.compile(
    r"(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年(?:[\d一二三四五六七八九十]{1,3}月)?(?:[ 　]{0,4}日)?"
)
PRINTED = re.compile(r"[ \t\u3000]{0,3}印发")
SENTENCE_MARK = re.compile(r"[。；！？]")
TAIL = 12  # lines above the day that may still be the list of attachments and the issuers


@dataclass(frozen=True)
class Closing:
    first: int  # paragraph index
    last: int
    issuers: tuple[Paragraph, ...]
    day: re.Match[str] | None


def find_closings(normal: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Closing, ...]:
    """Return the closing blocks in order: one a document, and one for a notice before what it wraps.

    A block is a line that holds a day and nothing else but an issuer, with the issuers' lines and
    the list of attachments above it; at the end of the text the day may be missing.
    """
    closings, first_body = [], _first_body(normal, paragraphs)
    free = first_body + 1
    for index in range(free, len(paragraphs)):
        day = _day_line(normal, paragraphs[index])
        if day and index >= free:
            closings.append(_closing(normal, paragraphs, index, day, free))
            free = closings[-1].last + 1
    if paragraphs and (not closings or closings[-1].last < len(paragraphs) - 1):
        closings.extend(_undated(normal, paragraphs, max(free, 1)))
    return tuple(closings)


def _first_body(normal: str, paragraphs: tuple[Paragraph, ...]) -> int:
    """Index of the first paragraph with a sentence: a day above it belongs to the title."""
    for index, paragraph in enumerate(paragraphs):
        if SENTENCE_MARK.search(normal, paragraph.start, paragraph.end):
            return index
    return len(paragraphs)


def _day_line(normal: str, paragraph: Paragraph) -> re.Match[str] | None:
    if paragraph.end - paragraph.start > 90:
        return None
    match = DATE.search(normal, paragraph.start, paragraph.end)
    if not match or normal[match.end() : paragraph.end].strip("）) \u3000"):
        return None
    before = normal[paragraph.start : match.start()].strip("（( \u3000\t")
    return match if not before or ISSUER.match(before) else None


def _closing(
    normal: str, paragraphs: tuple[Paragraph, ...], index: int, day: re.Match[str], floor: int
) -> Closing:
    first = index
    before = Paragraph(paragraphs[index].start, day.start())
    beside = (before,) if before.end > before.start else ()
    names = _issuer_lines(normal, paragraphs, first, floor)
    first -= len(names)
    first = _with_attachments(normal, paragraphs, first, floor)
    first = _with_final(normal, paragraphs, first, floor)
    return Closing(first, _with_notes(normal, paragraphs, index), (*names, *beside), day)


def _undated(normal: str, paragraphs: tuple[Paragraph, ...], floor: int) -> list[Closing]:
    last = len(paragraphs) - 1
    first = last + 1
    while first > floor and _is_note(normal, paragraphs[first - 1]):
        first -= 1
    names = _issuer_lines(normal, paragraphs, first, floor)
    first -= len(names)
    first = _with_attachments(normal, paragraphs, first, floor)
    first = _with_final(normal, paragraphs, first, floor)
    return [Closing(first, last, names, None)] if first <= last else []


def _is_note(normal: str, paragraph: Paragraph) -> bool:
    """A note under the closing, or a day of which part is missing (2017年12月): no day is invented."""
    part = PART_OF_DAY.fullmatch(normal, paragraph.start, paragraph.end)
    return part is not None or NOTE.match(normal, paragraph.start) is not None


def _issuer_lines(
    normal: str, paragraphs: tuple[Paragraph, ...], end: int, floor: int
) -> tuple[Paragraph, ...]:
    """The lines right above paragraph `end` that name issuers, at most TAIL of them."""
    first = end
    while first > max(floor, end - TAIL) and _is_issuer(normal, paragraphs[first - 1]):
        first -= 1
    return paragraphs[first:end]


def _is_issuer(normal: str, paragraph: Paragraph) -> bool:
    return (
        paragraph.end - paragraph.start <= 60
        and ISSUER.match(normal[paragraph.start : paragraph.end]) is not None
        and find_marker(normal, paragraph.start, paragraph.end) is None
    )


def _with_attachments(
    normal: str, paragraphs: tuple[Paragraph, ...], first: int, floor: int
) -> int:
    """Take in 附件：1.… and the lines of its list."""
    for index in range(first - 1, max(floor, first - TAIL) - 1, -1):
        if SENTENCE_MARK.search(normal, paragraphs[index].start, paragraphs[index].end):
            return first
        if ATTACHMENT_LIST.match(normal, paragraphs[index].start):
            return index
    return first


def _with_final(normal: str, paragraphs: tuple[Paragraph, ...], first: int, floor: int) -> int:
    """Take in 本意见自…起施行."""
    if first > floor and FINAL.match(normal, paragraphs[first - 1].start):
        return first - 1
    return first


def _with_notes(normal: str, paragraphs: tuple[Paragraph, ...], last: int) -> int:
    """Take in 抄送：… and who printed when, which may stand on two lines."""
    while last + 1 < len(paragraphs):
        below = paragraphs[last + 1]
        if NOTE.match(normal, below.start) or _printed(normal, below):
            last += 1
        elif (
            last + 2 < len(paragraphs)
            and _is_issuer(normal, below)
            and _printed(normal, paragraphs[last + 2])
        ):
            last += 2
        else:
            break
    return last


def _printed(normal: str, paragraph: Paragraph) -> bool:
    """云南省人民政府办公厅　2013年3月6日印发: the day of printing, not of the document."""
    if paragraph.end - paragraph.start > 90:
        return False
    match = DATE.search(normal, paragraph.start, paragraph.end)
    return match is not None and PRINTED.match(normal, match.end(), paragraph.end) is not None
