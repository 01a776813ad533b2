"""What the overview shows: the coverage matrix, which is the picker, and the two heat maps."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from policies.models import Document, Kind, PolicyScope

from .columns import column_of, with_distinct_labels
from .dimensions import DIMENSIONS
from .maps import LEVELS, MENTIONED, NONE, SPECIFIC, HeatMap, Square, heat_map
from .reading import read_facts
from .shapes import Column, Fact
from .terms import Terms, sector_terms, tool_terms

_SPECIFIC: Mapping[str, Callable[[Fact], bool]] = {
    "targets": lambda fact: fact["kind"] == Kind.TARGET,
    "sectors": lambda fact: fact["kind"] == Kind.SECTOR_DIRECTION,
    "measures": lambda fact: bool(fact["specific"]),
    "tax": lambda fact: fact["scope"] != PolicyScope.NATIONAL,
    "outline": lambda fact: True,
}
_UNITS = {
    "targets": "个指标",
    "sectors": "个行业",
    "measures": "类措施",
    "tax": "项优惠",
    "outline": "个标题",
}


@dataclass(frozen=True, slots=True)
class CoverageRow:
    column: Column
    document: Document
    squares: tuple[Square, ...]  # in the order of DIMENSIONS


@dataclass(frozen=True, slots=True)
class CoverageMatrix:
    """Documents × dimensions; a square counts the rows of the comparison that it leads to."""

    dimensions: tuple[tuple[str, str], ...]  # (code, name)
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    matrix: CoverageMatrix
    sectors: HeatMap
    tools: HeatMap


def overview_of(documents: Sequence[Document]) -> Overview:
    """Return matrix and maps from four queries: records, provisions, sectors, tools."""
    kinds = dict.fromkeys(kind for each in DIMENSIONS.values() for kind in each.kinds)
    facts = read_facts(documents, tuple(kinds))
    terms = {"sectors": sector_terms(), "measures": tool_terms()}
    return Overview(
        matrix=_matrix(documents, facts, terms),
        sectors=heat_map("sectors", documents, facts, terms["sectors"]),
        tools=heat_map("measures", documents, facts, terms["measures"]),
    )


def coverage_matrix(documents: Sequence[Document]) -> CoverageMatrix:
    """Return how much of each dimension each document holds."""
    return overview_of(documents).matrix


def _matrix(
    documents: Sequence[Document], facts: Sequence[Fact], terms: Mapping[str, Terms]
) -> CoverageMatrix:
    by_dimension = {
        code: [fact for fact in facts if fact["kind"] in each.kinds]
        for code, each in DIMENSIONS.items()
    }
    by_dimension["outline"] = DIMENSIONS["outline"].read(documents, None)
    squares = {
        code: _squares(code, found, documents, terms.get(code, {}))
        for code, found in by_dimension.items()
    }
    columns = with_distinct_labels(map(column_of, documents))
    return CoverageMatrix(
        dimensions=tuple((each.code, each.name) for each in DIMENSIONS.values()),
        rows=tuple(
            CoverageRow(column, document, tuple(squares[code][place] for code in DIMENSIONS))
            for place, (column, document) in enumerate(zip(columns, documents, strict=True))
        ),
    )


def _squares(
    code: str, facts: Sequence[Fact], documents: Sequence[Document], terms: Terms
) -> list[Square]:
    rows: dict[str, set[str]] = defaultdict(set)
    specific: set[str] = set()
    for fact in facts:
        rows[fact["document"]].update(DIMENSIONS[code].keys(fact, terms))
        if _SPECIFIC[code](fact):
            specific.add(fact["document"])
    return [
        _square(code, document.slug, len(rows[document.slug]), document.slug in specific)
        for document in documents
    ]


def _square(code: str, slug: str, count: int, specific: bool) -> Square:
    level = SPECIFIC if specific else MENTIONED if count else NONE
    label = f"{count} {_UNITS[code]}" if count else LEVELS[NONE]
    return Square(level, label, count, code, "?" + urlencode({"doc": slug}))
