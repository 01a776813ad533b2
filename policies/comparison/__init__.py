"""Documents side by side: what is common, what differs, what only one of them says."""

from .assemble import compare
from .dimensions import DIMENSIONS
from .overview import coverage_matrix, overview_of
from .serialise import to_json
from .shapes import CLASSES, MAX_COLUMNS, Cell, Column, Comparison, Group, Row, Tally

__all__ = [
    "CLASSES",
    "DIMENSIONS",
    "MAX_COLUMNS",
    "Cell",
    "Column",
    "Comparison",
    "Group",
    "Row",
    "Tally",
    "compare",
    "coverage_matrix",
    "overview_of",
    "to_json",
]
