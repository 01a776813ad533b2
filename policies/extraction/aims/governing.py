"""Which period governs a sentence from outside: its paragraph, a lead-in, a heading above."""

import re

from policies.extraction.quantities.periods import Period, find_periods, last_due
from policies.extraction.records import Provision, Sentence

_OPENING = re.compile(r"(?:力争|争取|确保|总体上?|具体为?)?，?")


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
    return bool(_OPENING.fullmatch(before)) and text.startswith("，", period.end)
