"""Words around a measure: hedges, conditions, beneficiaries, scope, roles of numbers and actors."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from .reading import FOLDER, one_line


@dataclass(frozen=True)
class MeasureWords:
    hedges: re.Pattern[str]
    conditions: tuple[re.Pattern[str], ...]  # group 1 is the condition
    exceptions: tuple[re.Pattern[str], ...]  # group 1 is the exception
    deadline: re.Pattern[str]
    applying: re.Pattern[str]  # a lead-in to the conditions of applying for support
    beneficiaries: re.Pattern[str]
    becoming: re.Pattern[str]
    scope: dict[str, re.Pattern[str]]  # provincial, implementing, national: the first that fits
    masks: dict[str, re.Pattern[str]]  # all, goals: where a code's cue does not count
    goals_around: tuple[tuple[re.Pattern[str], ...], ...]  # (what to look for, what to blank there)
    numbers: dict[str, re.Pattern[str]]
    nouns: dict[str, re.Pattern[str]]
    roles: dict[str, re.Pattern[str]]


@cache
def load_measure_words() -> MeasureWords:
    """Return the words of measures.toml as patterns."""
    words = tomllib.loads((FOLDER / "measures.toml").read_text(encoding="utf-8"))
    return MeasureWords(**{name: _compile(value) for name, value in words.items()})


def _compile(value: object) -> object:
    if isinstance(value, dict):
        return {name: _compile(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return tuple(_compile(entry) for entry in value)
    return re.compile(one_line(str(value)))
