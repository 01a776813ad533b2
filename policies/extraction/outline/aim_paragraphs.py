"""Paragraphs without a heading that state aims: 到2025年，… under 总体要求 or ahead of all headings."""

import re

from policies.extraction.quantities.periods import find_periods

from .paragraphs import Paragraph

_OPENING = re.compile(
    "(?:总的|总体|主要|发展|工作)?目标(?:任务)?是?[，：]?|力争|争取|确保|通过|经过|[，：]"
)
_OVERALL = re.compile("(?:总的|总体)(?:要求|目标)是[，：]?")
_COMING = re.compile("[到至力争经用今未通“]|十[一二三四五六]五")  # not 2013年，全省…: what was
_DURATION = re.compile("[一二三四五六七八九十两\\d]{1,2}年(?:左右)?(?:的)?(?:努力|时间|奋斗)")
_FIRST = 40  # characters in which a paragraph says until when


def states_aims(normal: str, paragraph: Paragraph, start: int, part: str) -> bool:
    """Whether the paragraph, of the guidance or ahead of all headings, begins 到2025年，….

    Ahead of all headings only with 力争 or after 总的要求是: there a date may date anything.
    """
    if part not in ("guidance", "preamble"):
        return False
    end = min(paragraph.end, start + _FIRST)
    if part == "preamble":
        return _OVERALL.match(normal, start) is not None and "力争" in normal[start : paragraph.end]
    while match := _OPENING.match(normal, start, end):
        start = match.end()
    if _DURATION.match(normal, start, end):
        return True
    periods = find_periods(normal, start, end)
    opens = bool(periods) and periods[0].start == start
    return opens and _COMING.match(normal, start) is not None
