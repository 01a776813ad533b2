"""Maps of the whole: how each document covers a sector or tool; counts as a second view.

Coloured by coverage, for sentence counts are no intensity: one text writes in one sentence what
another spreads over eight (domain notes, section 1).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from policies.models import Document, Kind

from .columns import column_of, with_distinct_labels
from .dimension import Dimension
from .dimensions import DIMENSIONS
from .dimensions.sectors import OWN, TARGET, WITHIN, coverage, with_passages
from .shapes import Column, Fact, Place
from .terms import Terms

NONE, MENTIONED, SPECIFIC = "none", "mentioned", "specific"
LEVELS = {NONE: "未检出", MENTIONED: "提及", SPECIFIC: "具体"}
STEPS = {NONE: 0, MENTIONED: 1, SPECIFIC: 3}  # of the colour scale
_SPECIFIC_COVERAGE = {OWN, WITHIN, TARGET}


@dataclass(frozen=True, slots=True)
class Square:
    """`query` leads to exactly the rows and records that are counted."""

    level: str  # none | mentioned | specific
    label: str
    count: int
    dimension: str
    query: str

    @property
    def step(self) -> int:
        return STEPS[self.level]

    @property
    def short(self) -> str:
        """How a sector is covered without where (并入), how a tool is (具体): `count` stands beside."""
        return LEVELS[self.level] if self.dimension == "measures" else self.label.partition("（")[0]


@dataclass(frozen=True, slots=True)
class MapRow:
    key: str
    place: Place
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    dimension: str  # sectors | measures
    columns: tuple[Column, ...]
    rows: tuple[MapRow, ...]


def heat_map(
    dimension: str, documents: Sequence[Document], facts: Iterable[Fact], terms: Terms
) -> HeatMap:
    """Return the map of sectors or measures (tools) by document.

    `facts` of any kinds, as `read_facts` gives them; `terms` is the dimension's vocabulary.
    """
    asked = DIMENSIONS[dimension]
    facts = [fact for fact in facts if fact["kind"] in asked.kinds]
    facts = with_passages(facts) if dimension == "sectors" else facts
    said: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        for key in asked.keys(fact, terms):
            said[key][fact["document"]].append(fact)
    rows = [_row(asked, key, found, documents, terms) for key, found in said.items()]
    columns = with_distinct_labels(map(column_of, documents))
    return HeatMap(
        dimension, columns, tuple(sorted(rows, key=lambda row: (row.place.order, row.key)))
    )


def _row(
    asked: Dimension,
    key: str,
    found: Mapping[str, list[Fact]],
    documents: Sequence[Document],
    terms: Terms,
) -> MapRow:
    everything = [fact for facts in found.values() for fact in facts]
    squares = (_square(asked, key, found.get(d.slug, []), d, terms) for d in documents)
    return MapRow(key, asked.place(key, everything, terms), tuple(squares))


def _square(
    asked: Dimension, key: str, facts: list[Fact], document: Document, terms: Terms
) -> Square:
    level = _level(asked.code, key, tuple(facts), terms)
    return Square(
        level=level,
        label=asked.label(key, tuple(facts), terms) if facts else LEVELS[NONE],
        count=len(facts),
        dimension=asked.code,
        query="?" + urlencode({"doc": document.slug, "row": key}),
    )


def _level(dimension: str, key: str, facts: tuple[Fact, ...], terms: Terms) -> str:
    if not facts:
        return NONE
    if dimension == "sectors":
        specific = coverage(key, facts, terms)[0] in _SPECIFIC_COVERAGE
    else:
        specific = any(fact["specific"] for fact in facts if fact["kind"] == Kind.MEASURE)
    return SPECIFIC if specific else MENTIONED
