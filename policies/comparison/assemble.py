"""compare(): the facts of the chosen documents as rows and cells."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db.models import QuerySet

from policies.models import Document

from .absences import confirmed_absences
from .agreement import Verdict
from .cells import Question, cell_of
from .classify import class_of, coverage_of, tallies
from .columns import column_of, with_distinct_labels
from .dimensions import DIMENSIONS
from .grouping import grouped
from .marks import marked
from .shapes import MAX_COLUMNS, STATED, Cell, Comparison, Fact, Row


def compare(
    dimension: str,
    documents: Sequence[Document],
    *,
    base: str | None = None,
    only: Sequence[str] = (),
    rows: Sequence[str] = (),
    within: Collection[str] = (),
    among: QuerySet | None = None,
    whole: bool = False,
    ignored: Mapping[str, list[str]] | None = None,
) -> Comparison:
    """Put the documents side by side on one dimension, in the order given.

    `base` is the slug of the column that marks are against; `only` keeps rows of some classes,
    `rows` some row keys, `within` the rows of some groups or their branches, `among` some records
    (a facet selection; `whole` says that they are all of the rows within, so that an empty cell
    is an absence); `ignored` (parameter -> values of the address that nothing knows) is handed
    through. Raises KeyError on an unknown
    dimension, ValueError on more than forty documents.
    """
    if len(documents) > MAX_COLUMNS:
        raise ValueError(f"至多 {MAX_COLUMNS} 列")
    asked = _question(dimension, documents, base, filtered=among is not None and not whole)
    facts = asked.dimension.read(documents, among)
    table = [
        _row(asked, key, found)
        for key, found in _pivot(asked, facts).items()
        if not rows or key in rows
    ]
    table = [row for row in table if not within or _stands_within(asked, row, within)]
    shown = [row for row in table if not only or row.class_ in only]
    return Comparison(
        dimension=dimension,
        columns=asked.columns,
        groups=grouped(shown, asked.columns, dimension),
        tallies=tallies(table),
        base=base or "",
        only=tuple(only),
        ignored=dict(ignored or {}),
    )


def _question(
    dimension: str, documents: Sequence[Document], base: str | None, filtered: bool
) -> Question:
    confirmed = () if filtered else confirmed_absences(dimension, documents)
    return Question(
        dimension=DIMENSIONS[dimension],
        terms=DIMENSIONS[dimension].terms(),
        columns=with_distinct_labels(column_of(document, base) for document in documents),
        confirmed=frozenset(confirmed),
        filtered=filtered,
    )


def _pivot(asked: Question, facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    rows: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        for key in asked.dimension.keys(fact, asked.terms):
            rows[key].append(fact)
    return rows


def _stands_within(asked: Question, row: Row, codes: Collection[str]) -> bool:
    term = asked.terms.get(row.key)
    return not {row.key, row.place.group, *(term.above if term else ())}.isdisjoint(codes)


def _row(asked: Question, key: str, facts: Sequence[Fact]) -> Row:
    place = asked.dimension.place(key, facts, asked.terms)
    said: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        said[fact["document"]].append(fact)
    cells = [
        cell_of(asked, key, place, column, tuple(said[column.document])) for column in asked.columns
    ]
    coverage = coverage_of([cell.state for cell in cells])
    verdict = _verdict(asked, key, cells)
    cells = cells if verdict.value in {"same", "single"} else marked(asked, key, cells)
    return Row(
        key=key,
        place=place,
        cells=tuple(cells),
        coverage=coverage,
        agreement=verdict.value,
        class_=class_of(coverage, verdict.value),
        note="；".join(n.rstrip("。") for n in (place.note, verdict.note) if n),
        differs=tuple(dict.fromkeys(name for cell in cells for name in cell.differs)),
    )


def _verdict(asked: Question, key: str, cells: Sequence[Cell]) -> Verdict:
    stated = [cell for cell in cells if cell.state == STATED]
    if len(stated) == 1:
        return Verdict("single")
    return asked.dimension.judge(key, stated, asked.terms)
