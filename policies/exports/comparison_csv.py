"""Comparisons as CSV: a row a row, a document a column, UTF-8 with a mark that Excel reads."""

import csv
from collections.abc import Sequence
from io import StringIO

from policies.comparison import Comparison

from .cells import csv_cell
from .comparison_words import ROW_HEADS, cell_words, dimension_name, head_words, row_heads
from .stamp import Stamp


def comparison_csv(comparisons: Sequence[Comparison], stamp: Stamp) -> bytes:
    """Return the file; the last line says which data version it is."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    columns = comparisons[0].columns if comparisons else ()
    writer.writerow(map(csv_cell, ("维度", *ROW_HEADS, *map(head_words, columns))))
    for comparison in comparisons:
        name = dimension_name(comparison)
        for row in comparison.rows:
            words = (cell_words(comparison.dimension, cell) for cell in row.cells)
            writer.writerow(map(csv_cell, (name, *row_heads(row), *words)))
    writer.writerow(map(csv_cell, ("注", stamp.words, stamp.address)))
    return ("\ufeff" + text.getvalue()).encode("utf-8", "replace")
