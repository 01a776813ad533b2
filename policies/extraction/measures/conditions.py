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
    spans = {match.span(1) for pattern in patterns for match in pattern.finditer(sentence)}
    kept: list[str] = []
    reached = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reached:
            kept.append(sentence[start:end])
            reached = end
    return tuple(kept)
