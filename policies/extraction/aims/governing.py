"""Which period governs a sentence from outside: its paragraph, a lead-in, a heading above."""

import re
from functools import lru_cache

from policies.extraction.quantities.numerals import parse_number
from policies.extraction.quantities.periods import Period, find_periods, last_due
from policies.extraction.records import Provision, Sentence

_TITLE_WITHIN = 1500  # characters: a notice may stand ahead of the title of what it sends out
_OPENING = re.compile(r"(?:力争|争取|确保|总体上?|具体为?)?，?")

# …三年行动计划（2015—2017年）: what a title says of the whole document
_TITLED = re.compile(
    r"(?:计划|方案|规划|意见|措施|办法|政策|纲要)》?\s{0,4}[（(](?=(?:19|20)\d\d年?[-—－–~～至到])"
)
_SPAN = re.compile("(?<![第每近前\\d年月])(?P<years>[二两三四五六]|[2-6])年(?!期|级|制|以上|来|度)")


@lru_cache(maxsize=8)
def plan_period(text: str) -> Period | None:
    """Return the stretch of years that the document's title names, None for none.

    Only a title: what a sentence cites (根据《…规划（2011—2015年）》，) is another document's.
    """
    for match in _TITLED.finditer(text, 0, _TITLE_WITHIN):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        period = last_due(find_periods(text, match.end(), match.end() + 24))
        if period and period.first_year and not re.search("[，。；]|根据|落实", line):
            return period
    return None


def spanned(text: str, start: int, end: int) -> Period | None:
    """Return the plan's period where text[start:end] speaks of its length (三年累计, 三年内)."""
    whole = plan_period(text) if _SPAN.search(text, start, end) else None
    if whole is None or whole.first_year is None or whole.last_year is None:
        return None
    length = whole.last_year - whole.first_year + 1
    spans = (parse_number(match["years"]) for match in _SPAN.finditer(text, start, end))
    return whole if length in spans else None


def inherited_periods(
    text: str, sentences: tuple[Sentence, ...], provisions: tuple[Provision, ...]
) -> tuple[Period | None, ...]:
    """Return for each sentence the period it inherits, None where none is named above it.

    Nearest first: earlier in the paragraph; an earlier paragraph of the same or an enclosing
    provision that opens with a period (到2025年，…) or ends in ：; a heading above.
    """
    headings = [last_due(find_periods(text, p.start, p.heading_end)) for p in provisions]
    openings: dict[int | None, Period] = {}
    inherited: list[Period | None] = []
    paragraph, earlier = None, None
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, earlier = sentence.paragraph, None
        inherited.append(earlier or _from_above(sentence.provision, provisions, openings, headings))
        periods = find_periods(text, sentence.start, sentence.end)
        earlier = last_due(periods) or earlier
        if sentence.role == "lead_in" and earlier:
            openings[sentence.provision] = earlier
        elif periods and _opens(text, sentence, periods[0]):
            openings[sentence.provision] = periods[0]
    return tuple(inherited)


def _from_above(
    provision: int | None,
    provisions: tuple[Provision, ...],
    openings: dict[int | None, Period],
    headings: list[Period | None],
) -> Period | None:
    while provision is not None:
        if period := openings.get(provision) or headings[provision]:
            return period
        provision = provisions[provision].parent
    return None


def _opens(text: str, sentence: Sentence, period: Period) -> bool:
    """Whether the sentence begins 到2025年，so that all of it and what follows is due then."""
    before = text[sentence.start : period.start]
    goes_on = period.since or text.startswith("，", period.end)
    return bool(_OPENING.fullmatch(before)) and goes_on
