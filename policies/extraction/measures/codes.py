"""Themes, instruments and tools of a sentence, by the cue words of the vocabulary."""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import accumulate

from policies.extraction.records import Provision
from policies.extraction.vocabulary import Instrument, Theme, Tool, Vocabulary

from .cue_text import cue_text, goal_text
from .masks import mask
from .needles import Needles, needles

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
    spans: Sequence[Span]
    holding: dict[str, set[int]]  # needle -> the spans that hold it, by index
    terms: dict[str, Theme | Instrument]  # by code
    kept: dict[str, str] = field(default_factory=dict)

    def for_term(self, term: Theme | Instrument | Tool) -> str:
        """Return the text without what excludes the term; nor do tools count where parents don't."""
        if term.code not in self.kept:
            here = self.goals if isinstance(term, Theme) else self.spoken
            if isinstance(term, Tool):
                here = self.for_term(self.terms[term.parent])
            excludes = [one for one in term.excludes if any(w in here for w in needles(one))]
            self.kept[term.code] = mask(here, map(_pattern, excludes))
        return self.kept[term.code]


Cues = dict[str, list[tuple[Theme | Instrument | Tool, str]]]  # needle -> (term, cue)


@dataclass(frozen=True)
class _Index:
    """All cues of a vocabulary under the needles of which every match holds one."""

    cues: dict[str, Cues]  # for each group of terms
    needles: Needles
    terms: dict[str, Theme | Instrument]  # by code: what tools belong to
    parents: dict[str, tuple[str, str]]  # tool -> (its parent's code, the parent's kind)


GROUPS = ("tools", "instruments", "themes")
THEME_CUES = ("weak_cues", "sector_cues", "last_cues")
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
    index = _index(vocabulary)
    text = _read(normal, spans, index)
    tools, instruments, themes = (_hits(text, index.cues[group]) for group in GROUPS)
    weak = _hits(text, index.cues["weak_cues"] if weak_cues else {})
    beside = _hits(text, index.cues["sector_cues"] if any(on_sector) else {})
    last = _hits(text, index.cues["last_cues"] if any(on_sector) else {})
    return [
        _codes(*hits, index.parents) if on else _codes(*hits[:4], {}, {}, index.parents)
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


@lru_cache(maxsize=4)
def _index(vocabulary: Vocabulary) -> _Index:
    groups = {group: _under_needles(getattr(vocabulary, group), "cues") for group in GROUPS}
    fields = {name: _under_needles(vocabulary.themes, name) for name in THEME_CUES}
    words = {word for cues in (*groups.values(), *fields.values()) for word in cues}
    terms = {term.code: term for term in (*vocabulary.instruments, *vocabulary.themes)}
    parents = {tool.code: (tool.parent, tool.parent_kind) for tool in vocabulary.tools}
    return _Index(groups | fields, Needles(words), terms, parents)


def _under_needles(terms: Iterable[Theme | Instrument | Tool], name: str) -> Cues:
    under: Cues = {}
    for term in terms:
        for cue in getattr(term, name):
            for word in needles(cue):
                under.setdefault(word, []).append((term, cue))
    return under


def _read(normal: str, spans: Sequence[Span], index: _Index) -> _Text:
    spoken = cue_text(normal)
    places = index.needles.find(spoken)
    holding = {word: _holding(offsets, spans) for word, offsets in places.items()}
    holding[""] = set(range(len(spans)))  # what has no needle may match anywhere
    return _Text(normal, spoken, goal_text(spoken), spans, holding, index.terms)


def _hits(text: _Text, cues: Cues) -> list[Hits]:
    """Return for each span the first cue of every term that has one in it."""
    found: list[Hits] = [{} for _ in text.spans]
    for word in cues.keys() & text.holding.keys():
        for term, cue in cues[word]:
            here, pattern = text.for_term(term), _pattern(cue)
            for index in text.holding[word]:
                start, end = text.spans[index]
                for match in pattern.finditer(here, start, end + AHEAD):
                    if match.end() <= end:
                        said = text.normal[match.start() : match.end()]
                        _keep_first(found[index], term.code, (match.start(), said))
                        break
    return found


def _holding(offsets: Iterable[int], spans: Sequence[Span]) -> set[int]:
    """Return the indexes of the spans in which one of `offsets` lies."""
    indexes = ((bisect_right(spans, (at, sys.maxsize)) - 1, at) for at in offsets)
    return {index for index, at in indexes if index >= 0 and at < spans[index][1]}


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
