"""Themes, instruments and tools of a sentence, by the cue words of the vocabulary."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from policies.extraction.records import Provision
from policies.extraction.vocabulary import Instrument, Theme, Tool, Vocabulary

from .cue_text import cue_text, goal_text
from .masks import mask
from .needles import begins, needles, openings

Span = tuple[int, int]
Hits = dict[str, tuple[int, str]]  # code -> (offset of its first cue, the cue)


@dataclass(frozen=True)
class Codes:
    """Codes of one sentence; the earliest cue comes first, `why` pairs a code with its cue."""

    themes: tuple[str, ...]
    instruments: tuple[str, ...]
    tools: tuple[str, ...]
    why: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Text:
    """One text as cues are looked for in it: made once for all groups of terms."""

    normal: str  # what a cue is quoted from
    spoken: str  # what it is looked for in
    goals: str  # the same for goals
    openings: set[str]  # all that a needle in it can begin with
    parents: dict[str, Theme | Instrument]
    kept: dict[str, str] = field(default_factory=dict)

    def for_term(self, term: Theme | Instrument | Tool) -> str:
        """Return the text without what excludes the term; nor do tools count where parents don't."""
        if term.code not in self.kept:
            here = self.goals if isinstance(term, Theme) else self.spoken
            if isinstance(term, Tool):
                here = self.for_term(self.parents[term.parent])
            excludes = [_pattern(one) for one in term.excludes if _may_match(one, here)]
            self.kept[term.code] = mask(here, excludes)
        return self.kept[term.code]


AHEAD = 40  # characters behind a span in which a cue may look whether it counts
SILENT = Codes((), (), (), ())


def find_codes(
    normal: str,
    spans: Sequence[Span],
    on_sector: Sequence[bool],
    vocabulary: Vocabulary,
    weak_cues: bool = True,
) -> list[Codes]:
    """Return the codes of each span (sorted, disjoint, code points of `normal`).

    `on_sector` says of each span whether it stands in a passage on one sector: there, what speaks
    of nothing else is about products. A tool implies its parent. Otherwise codes depend on the
    sentence's own words, so near-identical sentences of two documents get identical codes. A
    pattern runs only where its needle stands: that is many times faster than over every sentence.
    """
    text = _read(normal, vocabulary)
    tools = _hits(text, spans, vocabulary.tools)
    instruments = _hits(text, spans, vocabulary.instruments)
    themes = _hits(text, spans, vocabulary.themes)
    weak = _hits(text, spans, vocabulary.themes if weak_cues else (), "weak_cues")
    passages = vocabulary.themes if any(on_sector) else ()
    beside = _hits(text, spans, passages, "sector_cues")
    last = _hits(text, spans, passages, "last_cues")
    parents = {tool.code: (tool.parent, tool.parent_kind) for tool in vocabulary.tools}
    return [
        _codes(*hits, parents) if on else _codes(*hits[:4], {}, {}, parents)
        for on, *hits in zip(on_sector, tools, instruments, themes, weak, beside, last, strict=True)
    ]


def from_headings(
    normal: str,
    owners: Sequence[int | None],
    provisions: Sequence[Provision],
    vocabulary: Vocabulary,
) -> list[Codes]:
    """Return for each owner (an index into `provisions`) what the headings above it speak of.

    The innermost heading that has a code decides. Meant for sentences whose own words are silent:
    where they speak, a heading would make near-identical sentences of two documents differ.
    """
    headings = [normal[provision.start : provision.heading_end] for provision in provisions]
    ends = list(accumulate(len(heading) + 1 for heading in headings))
    spans = [(end - 1 - len(head), end - 1) for end, head in zip(ends, headings, strict=True)]
    joined = "".join(heading + "\n" for heading in headings)  # far shorter than the text
    codes = find_codes(joined, spans, [False] * len(spans), vocabulary, weak_cues=False)
    found = []
    for owner in owners:
        while owner is not None and codes[owner] == SILENT:
            owner = provisions[owner].parent
        found.append(SILENT if owner is None else codes[owner])
    return found


def _read(normal: str, vocabulary: Vocabulary) -> _Text:
    spoken = cue_text(normal)
    parents = {term.code: term for term in (*vocabulary.instruments, *vocabulary.themes)}
    return _Text(normal, spoken, goal_text(spoken), openings(spoken), parents)


def _hits(
    text: _Text,
    spans: Sequence[Span],
    terms: Iterable[Theme | Instrument | Tool],
    which: str = "cues",
) -> list[Hits]:
    """Return for each span the first cue of every term that has one in it."""
    starts = [start for start, _ in spans]
    found: list[Hits] = [{} for _ in spans]
    for term in terms:
        cues = [cue for cue in getattr(term, which) if not text.openings.isdisjoint(begins(cue))]
        if not cues:
            continue
        here = text.for_term(term)
        for cue in cues:
            for index in _holding(needles(cue), here, spans, starts):
                start, end = spans[index]
                for match in _pattern(cue).finditer(here, start, end + AHEAD):
                    if match.end() <= end:
                        said = text.normal[match.start() : match.end()]
                        _keep_first(found[index], term.code, (match.start(), said))
                        break
    return found


def _holding(
    words: Iterable[str], text: str, spans: Sequence[Span], starts: Sequence[int]
) -> set[int]:
    """Return the indexes of the spans that hold one of the needles: a cue matches only there."""
    found = set()
    for word in words:
        if not word:
            return set(range(len(spans)))
        at = text.find(word)
        while at >= 0:
            index = bisect_right(starts, at) - 1
            inside = index >= 0 and at < spans[index][1]
            if inside:
                found.add(index)
            at = text.find(word, spans[index][1] if inside else at + 1)
    return found


def _may_match(pattern: str, text: str) -> bool:
    return any(word in text for word in needles(pattern))


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    return re.compile(cue)


def _codes(
    tools: Hits,
    instruments: Hits,
    themes: Hits,
    weak: Hits,
    beside: Hits,
    last: Hits,
    parents: dict[str, tuple[str, str]],
) -> Codes:
    instruments, themes = dict(instruments), dict(themes)
    for code, hit in tools.items():
        parent, kind = parents[code]
        _keep_first(instruments if kind == "instrument" else themes, parent, hit)
    for code, hit in [*(weak.items() if not instruments else ()), *beside.items()]:
        _keep_first(themes, code, hit)
    if not instruments and not themes:
        themes |= last
    return Codes(
        *(tuple(_ordered(hits)) for hits in (themes, instruments, tools)),
        why=_why(themes, instruments, tools),
    )


def _keep_first(hits: Hits, code: str, hit: tuple[int, str]) -> None:
    hits[code] = min(hit, hits.get(code, hit))


def _ordered(hits: Hits) -> list[str]:
    return sorted(hits, key=lambda code: (hits[code][0], code))


def _why(*groups: Hits) -> tuple[tuple[str, str], ...]:
    return tuple((code, hits[code][1]) for hits in groups for code in _ordered(hits))
