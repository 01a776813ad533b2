"""Two facets against each other: how many records answer both, and how firmly.

Every square is a link that selects exactly the records it counts: the two facets' own choices only
limit which rows and columns stand, all other facets apply.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .facets import NONE, Facet
from .options import NONE_LABEL
from .parameters import Query
from .selection import Selection

BY_COVERAGE, BY_COUNT = "coverage", "count"
STEPS = (1, 3, 10, 30)  # records from which a square takes the next step of the colour scale
LEVELS = {"none": "无", "mentioned": "提及", "specific": "具体"}
COVERAGE_STEPS = {"none": 0, "mentioned": 1, "specific": 3}
MOST_ROWS, MOST_COLUMNS = 60, 40


@dataclass(frozen=True)
class Square:
    """`step` 0 to 4 of the colour scale; `level` is none, mentioned or specific."""

    count: int
    level: str
    step: int
    label: str
    query: Query


@dataclass(frozen=True)
class CrosstabRow:
    code: str
    label: str
    squares: tuple[Square, ...]


@dataclass(frozen=True)
class Crosstab:
    rows_facet: Facet
    columns_facet: Facet
    columns: tuple[tuple[str, str], ...]  # code, label
    rows: tuple[CrosstabRow, ...]
    colour: str
    cut: bool  # there were more rows or columns than a page holds


def crosstab(
    selection: Selection, rows: Facet, columns: Facet, colour: str, top: bool = False
) -> Crosstab:
    """Return the table of two different facets of the selection's list, counted from its answers.

    With `top` only the columns that branch from no other: stored links count in their branches.
    """
    pair = rows.name, columns.name
    answers = selection.answers
    in_rows, in_columns = answers.cross(selection.facets, selection.choices, selection.terms, pair)
    row_codes = _codes(selection, rows, in_rows)
    column_codes = _codes(selection, columns, in_columns)
    column_codes = _first_level(selection, columns, column_codes) if top else column_codes
    shown = column_codes[:MOST_COLUMNS]
    return Crosstab(
        rows_facet=rows,
        columns_facet=columns,
        columns=tuple((code, _label(selection, columns, code)) for code in shown),
        rows=tuple(
            CrosstabRow(
                row,
                _label(selection, rows, row),
                tuple(
                    _square(
                        in_rows[row] & in_columns[column],
                        answers.firm,
                        selection.query.setting(rows.name, row).setting(columns.name, column),
                        colour,
                    )
                    for column in shown
                ),
            )
            for row in row_codes[:MOST_ROWS]
        ),
        colour=colour,
        cut=len(row_codes) > MOST_ROWS or len(column_codes) > MOST_COLUMNS,
    )


def _codes(selection: Selection, facet: Facet, found: Iterable[str]) -> list[str]:
    """The answers that occur, those chosen if any are, in the vocabulary's order, none last."""
    choice = selection.choices.get(facet.name)
    codes = set(found) & set(choice.codes) if choice else set(found)
    terms = selection.terms.of(facet)
    places = {code: place for place, code in enumerate(terms)}
    return sorted(codes, key=lambda code: (code == NONE, places.get(code, 0), code))


def _first_level(selection: Selection, facet: Facet, codes: list[str]) -> list[str]:
    terms = selection.terms.of(facet)
    return [code for code in codes if code in terms and not terms[code].parents]


def _label(selection: Selection, facet: Facet, code: str) -> str:
    return NONE_LABEL if code == NONE else selection.terms.label(facet.name, code)


def _square(records: int, firm: int, query: Query, colour: str) -> Square:
    """`records` and `firm` as flags (answers.py)."""
    count = records.bit_count()
    level = "specific" if records & firm else "mentioned" if count else "none"
    by_count = sum(count >= step for step in STEPS)
    return Square(
        count=count,
        level=level,
        step=by_count if colour == BY_COUNT else COVERAGE_STEPS[level],
        label=LEVELS[level],
        query=query,
    )
