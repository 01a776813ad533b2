"""/review/absences/: the empty cells of rows where most others speak; the likeliest misses."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from policies.comparison import DIMENSIONS, Comparison, compare
from policies.comparison.shapes import ABSENT, Column

from .absence import columns_with
from .access import PROPOSE, needs


@dataclass(frozen=True)
class Empty:
    """One cell to look at: `stated` of `asked` columns speak on its row."""

    label: str
    column: Column
    stated: int
    asked: int
    national: bool
    query: str


@needs(PROPOSE, "GET")
def review_absences(request: HttpRequest) -> HttpResponse:
    code = request.GET.get("dimension", "")
    chosen = DIMENSIONS.get(code) or DIMENSIONS["targets"]
    cells = sorted(_empties(compare(chosen.code, columns_with())), key=_likelihood)
    context = {"dimensions": DIMENSIONS.values(), "chosen": chosen, "cells": cells}
    return render(request, "review/absences.html", context)


def _empties(comparison: Comparison) -> Iterator[Empty]:
    """Unconfirmed empty cells of rows that at least two columns speak on."""
    for row in comparison.rows:
        if row.stated < 2:
            continue
        for column, cell in zip(comparison.columns, row.cells, strict=True):
            if cell.state == ABSENT and not cell.reviewed:
                named = {"dimension": comparison.dimension, "row": row.key, "doc": column.document}
                asked = row.stated + row.missing
                yield Empty(
                    row.label, column, row.stated, asked, row.place.national, "?" + urlencode(named)
                )


def _likelihood(cell: Empty) -> tuple:
    """The more others speak, the likelier a miss; national law restated last."""
    return (cell.national, -cell.stated / cell.asked, cell.label, cell.column.gb_code)
