"""What a reader typed, as phrases: spaces separate them, quotes keep spaces inside."""

import re
from dataclasses import dataclass
from functools import cached_property

from policies.models.search_text import LONGEST_TOKEN, RUN, fold, han_tokens

PHRASE = re.compile(r'"([^"]*)"?|([^\s"]+)')
MOST_PHRASES = 20


@dataclass(frozen=True)
class Phrase:
    """One phrase: as typed, folded, and as tokens of the index."""

    typed: str
    folded: str
    tokens: tuple[str, ...]
    prefix: bool  # the last token is one ideograph that may begin any pair

    @property
    def plain(self) -> bool:
        """Ideographs only: the tokens in their order say exactly where it stands."""
        run = RUN.fullmatch(self.folded)
        return run is not None and run.lastgroup == "han"

    @cached_property
    def pattern(self) -> str:
        """A regular expression, the same in Python and PostgreSQL: numbers and words stay whole."""
        return _before(self.folded[0]) + re.escape(self.folded) + _after(self.folded[-1])


@dataclass(frozen=True)
class Query:
    """`phrases` must all stand in a passage; `skipped` has nothing that can be searched for."""

    text: str
    phrases: tuple[Phrase, ...]
    skipped: tuple[str, ...]


def parse(text: str) -> Query:
    """Return the phrases of a query; at most 20, the rest counts as skipped."""
    typed = dict.fromkeys(
        words for match in PHRASE.finditer(fold_spaces(text)) if (words := _inside(match))
    )
    phrases, skipped = [], []
    for words in typed:
        phrase = _phrase(words)
        if phrase and len(phrases) < MOST_PHRASES:
            phrases.append(phrase)
        else:
            skipped.append(words)
    return Query(text, tuple(phrases), tuple(skipped))


def fold_spaces(text: str) -> str:
    """Full-width quotes and spaces separate as the half-width ones do."""
    return text.translate({ord("＂"): '"', 0x3000: " "})


def _inside(match: re.Match) -> str:
    return " ".join((match[1] or "").split()) if match[2] is None else match[2]


def _phrase(typed: str) -> Phrase | None:
    folded = fold(typed)
    runs = list(RUN.finditer(folded))
    found: list[str] = []
    prefix = False
    for run in runs:
        if run.lastgroup != "han":
            found.append(run[0][:LONGEST_TOKEN])
            continue
        pairs = han_tokens(run[0])
        if run.end() == len(folded):  # the run may go on in the text
            prefix = len(pairs) == 1
            found += pairs if prefix else pairs[:-1]
        else:
            found += pairs
    return Phrase(typed, folded, tuple(found), prefix) if found else None


def _before(character: str) -> str:
    if character.isdigit():
        return r"(?<![0-9])(?<![0-9]\.)"
    return r"(?<![a-z])" if "a" <= character <= "z" else ""


def _after(character: str) -> str:
    if character.isdigit():
        return r"(?![0-9]|\.[0-9])"
    return r"(?![a-z])" if "a" <= character <= "z" else ""
