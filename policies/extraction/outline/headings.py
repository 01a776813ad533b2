"""Headings: on a line of their own, run in before the first 。 or ：, or a paragraph's name."""

import re
from dataclasses import dataclass

from .markers import Marker
from .notes import IN_HEADING, LABEL, skip_notes
from .paragraphs import Paragraph

LONGEST = 45  # characters of a heading; longer ones are sentences
LONGEST_OWN_LINE = 60
LONGEST_ARTICLE = 12
MOST_COMMAS = 3
STOP = re.compile(r"[。：；！？]")
FIGURE = re.compile(r"\d[\d.]{0,15}(?:%|个百分点|万|亿|元|年|日|天|家|户|吨|个工作日|个月)")
RULING = re.compile(r"给予|予以|不得|应当|不予|可以|必须|制定本|负责|依法")
LEADS_IN = re.compile(
    r"(?:以下|如下|下列|包括|主要是|主要有|即|指出|提出|强调|分别为|附件|联系人)[^，]{0,8}\Z"
    rf"|{LABEL}\Z"
)
STATES = re.compile(r"(?<![凡于总硬])是(?!否|非)[^，]{2,24}的")  # 质量是企业发展的根本: a sentence
COLON_NAME = re.compile(r"([^，。；：！？\n]{1,16})：(?=[^\n])")
STOP_NAME = re.compile(r"([^，。；：！？\n0-9]{4,28})。(?=[^\n])")
STOP_NAME_COMMA = re.compile(r"([^。；：！？\n0-9]{4,24})。(?=[^\n])")


@dataclass(frozen=True)
class Heading:
    start: int  # its words, after the marker
    end: int
    after: int  # where the text that it heads begins


def read_heading(normal: str, paragraph: Paragraph, marker: Marker, followed: bool) -> Heading:
    """Return the heading after `marker`, an empty one where the paragraph is plain text.

    `followed`: the next paragraph belongs to this one. Without anything to head, what ends in 。
    is a sentence, not a heading.
    """
    nothing = Heading(marker.end, marker.end, marker.end)
    stop = STOP.search(normal, marker.end, paragraph.end)
    note = _note_within(normal, marker.end, paragraph.end, stop)
    end = note.start() if note else stop.start() if stop else paragraph.end
    if stop is None or (note and note.end() == paragraph.end and not note["stop"]):
        short = end - marker.end <= LONGEST_OWN_LINE
        return Heading(marker.end, end, paragraph.end) if short else nothing
    after = skip_notes(normal, note.end() if note else stop.end(), paragraph.end)
    mark = "。" if note else stop[0]
    rest = normal[after : paragraph.end].strip()
    heads = rest or (followed and marker.kind.name != "word")
    if heads and mark in "。：" and _is_heading(normal[marker.end : end], marker, mark):
        return Heading(marker.end, end, after if rest else paragraph.end)
    return nothing


def _note_within(
    normal: str, start: int, end: int, stop: re.Match[str] | None
) -> re.Match[str] | None:
    """The note that closes a heading: 推进设备更新（省工信厅牵头）。"""
    note = IN_HEADING.search(normal, start, end)
    if note is None or (stop and stop.end() <= note.start()):
        return None
    return note if note["stop"] or note.end() == end else None


def _is_heading(words: str, marker: Marker, stop: str) -> bool:
    article = marker.kind.name == "article"
    return (
        0 < len(words) <= (LONGEST_ARTICLE if article else LONGEST)
        and words.count("，") <= (0 if article else MOST_COMMAS)
        and not FIGURE.search(words)
        and not RULING.search(words)
        and not (stop == "：" and LEADS_IN.search(words))
    )


def find_names(
    normal: str, paragraphs: tuple[Paragraph, ...], part: str, known: re.Pattern[str]
) -> dict[Paragraph, Heading]:
    """Return the names of unnumbered paragraphs of one provision: 化工：… or 坚持市场导向。….

    One name alone is chance, unless `known` says that it is a part or a sector; a sentence makes a
    name only among principles and targets, or where three such paragraphs stand together.
    """
    colons = _matches(COLON_NAME, normal, paragraphs)
    colons = {p: m for p, m in colons.items() if not LEADS_IN.search(m[1])}
    if len(colons) < 2:
        colons = {p: m for p, m in colons.items() if known.fullmatch(m[1])}
    stops = _stop_names(normal, paragraphs, part)
    stops = {p: m for p, m in stops.items() if not STATES.search(m[1])}
    return {p: Heading(m.start(1), m.end(1), m.end()) for p, m in {**stops, **colons}.items()}


def _stop_names(
    normal: str, paragraphs: tuple[Paragraph, ...], part: str
) -> dict[Paragraph, re.Match[str]]:
    plain = _matches(STOP_NAME, normal, paragraphs)
    if part in ("principles", "targets"):
        with_comma = _matches(STOP_NAME_COMMA, normal, paragraphs)
        return with_comma if len(with_comma) > 2 and part == "principles" else plain
    plain = {p: m for p, m in plain.items() if not RULING.search(m[1]) and len(m[1]) <= 14}
    return plain if len(plain) > 2 and len(plain) == len(paragraphs) else {}


def _matches(
    pattern: re.Pattern[str], normal: str, paragraphs: tuple[Paragraph, ...]
) -> dict[Paragraph, re.Match[str]]:
    found = ((p, pattern.match(normal, p.start, p.end)) for p in paragraphs)
    return {p: match for p, match in found if match}
