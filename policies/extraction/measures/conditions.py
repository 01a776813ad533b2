"""What must hold for a measure to apply (对符合…的), and whom it leaves out (除…外)."""

import re

from policies.extraction.vocabulary.measure_words import load_measure_words


def find_conditions(sentence: str) -> tuple[str, ...]:
    """Return the conditions as written, in order; one that lies in another is left out."""
    return _captured(sentence, load_measure_words().conditions)


def find_exceptions(sentence: str) -> tuple[str, ...]:
    """Return the exceptions as written, in order, without 除 and 外."""
    return _captured(sentence, load_measure_words().exceptions)


def _captured(sentence: str, patterns: tuple[re.Pattern[str], ...]) -> tuple[str, ...]:
    spans: list[tuple[int, int]] = []
    for pattern in patterns:
        for match in pattern.finditer(sentence):
            start, end = match.span(1)
            if not any(start < other_end and other < end for other, other_end in spans):
                spans.append((start, end))
    return tuple(sentence[start:end] for start, end in sorted(spans))
