"""Two facets against each other: how many records answer both, and how firmly.

Every square is a link that selects exactly the records it counts: the two facets' own choices only
limit which rows and columns stand, all other facets apply.
"""

from dataclasses import dataclass

from django.db.models import Case, Count, Q, When

from policies.models import Kind

from .facets import NONE, Facet
from .options import NONE_LABEL
from .parameters import Query
from .selection import Selection

BY_COVERAGE, BY_COUNT = "coverage", "count"
STEPS = (1, 3, 10, 30)  # records from which a square takes the next step of the colour scale
LEVELS = {"none": "无", "mentioned": "提及", "specific": "具体"}
COVERAGE_STEPS = {"none": 0, "mentioned": 1, "specific": 3}
MOST_ROWS, MOST_COLUMNS = 60, 40

FIRM = (
    Q(kind=Kind.TARGET)
    | Q(measure__specific=True)
    | (Q(kind=Kind.TAX_POLICY) & ~Q(taxpolicy__parameters=[]))
)
"""Said in figures or terms one can hold someone to, rather than mentioned."""


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
    """Return the table of two different facets of the selection's list; one query.

    With `top` only the columns that branch from no other: stored links count in their branches.
    """
    counted = _counted(selection, rows, columns)
    row_codes = _codes(selection, rows, [row for row, _ in counted])
    column_codes = _codes(selection, columns, [column for _, column in counted])
    column_codes = _first_level(selection, columns, column_codes) if top else column_codes
    return Crosstab(
        rows_facet=rows,
        columns_facet=columns,
        columns=tuple((code, _label(selection, columns, code)) for code in column_codes)[
            :MOST_COLUMNS
        ],
        rows=tuple(
            CrosstabRow(
                code,
                _label(selection, rows, code),
                tuple(
                    _square(selection, (rows, code), (columns, column), counted, colour)
                    for column in column_codes[:MOST_COLUMNS]
                ),
            )
            for code in row_codes[:MOST_ROWS]
        ),
        colour=colour,
        cut=len(row_codes) > MOST_ROWS or len(column_codes) > MOST_COLUMNS,
    )


def _counted(
    selection: Selection, rows: Facet, columns: Facet
) -> dict[tuple[str, str], tuple[int, int]]:
    """(row, column) -> records, those of them that are firm."""
    records = selection.filterset.narrowed(rows.name, columns.name).order_by()
    answered = columns.answered(rows.answered(records, "row"), "column")
    counts = answered.values("row", "column").annotate(
        records=Count("pk", distinct=True),
        firm=Count(Case(When(FIRM, then="pk")), distinct=True),
    )
    row_codes, column_codes = selection.terms.codes(rows), selection.terms.codes(columns)
    counted: dict[tuple[str, str], tuple[int, int]] = {}
    for row, column, number, firm in counts.values_list("row", "column", "records", "firm"):
        square = rows.code_of(row, row_codes), columns.code_of(column, column_codes)
        before = counted.get(square, (0, 0))  # "" and NULL are both no answer
        counted[square] = before[0] + number, before[1] + firm
    return counted


def _codes(selection: Selection, facet: Facet, found: list[str]) -> list[str]:
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


def _square(
    selection: Selection,
    row: tuple[Facet, str],
    column: tuple[Facet, str],
    counted: dict[tuple[str, str], tuple[int, int]],
    colour: str,
) -> Square:
    records, firm = counted.get((row[1], column[1]), (0, 0))
    level = "specific" if firm else "mentioned" if records else "none"
    by_count = sum(records >= step for step in STEPS)
    return Square(
        count=records,
        level=level,
        step=by_count if colour == BY_COUNT else COVERAGE_STEPS[level],
        label=LEVELS[level],
        query=selection.query.setting(row[0].name, row[1]).setting(column[0].name, column[1]),
    )
