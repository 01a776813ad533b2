"""The five dimensions of a comparison, in the order of the navigation."""

from policies.comparison.dimension import Dimension

from .measures import MEASURES
from .outline import OUTLINE
from .sectors import SECTORS
from .targets import TARGETS
from .tax import TAX

DIMENSIONS: dict[str, Dimension] = {
    each.code: each for each in (TARGETS, SECTORS, MEASURES, TAX, OUTLINE)
}
