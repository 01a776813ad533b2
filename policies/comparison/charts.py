"""Rankings as dots on one axis: the geometry of an SVG whose table stands behind it."""

import math
from dataclasses import dataclass

from .rankings import Entry, Ranking, rankings
from .shapes import Comparison
from .wording import number_form

WIDTH, LEFT, RIGHT, LINE, TOP = 380, 72, 40, 26, 26
MOST_STEPS = 6
_STEPS = (0.2, 0.25, 0.5, 1, 2)


@dataclass(frozen=True, slots=True)
class Dot:
    entry: Entry
    x: float
    y: int
    x_max: float | None  # of a range
    arrow: str  # "right" for 以上, "left" for 以下, "" else


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    ranking: Ranking
    width: int
    height: int
    left: int
    right: int
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]


def charts_of(comparison: Comparison) -> tuple[Chart, ...]:
    """Return one chart per ranking; every axis begins at nought or at the lowest negative value."""
    return tuple(map(chart_of, rankings(comparison)))


def chart_of(ranking: Ranking) -> Chart:
    values = [
        value for e in ranking.entries for value in (e.value, e.value_max) if value is not None
    ]
    ticks = axis(min(0, *values), max(0, *values))
    low, high = ticks[0], ticks[-1]

    def x(value: float) -> float:
        return round(LEFT + (value - low) / (high - low) * (WIDTH - LEFT - RIGHT), 1)

    return Chart(
        ranking=ranking,
        width=WIDTH,
        height=TOP + LINE * len(ranking.entries) + 8,
        left=LEFT,
        right=WIDTH - RIGHT,
        ticks=tuple(Tick(x(value), number_form(value)) for value in ticks),
        dots=tuple(
            Dot(
                entry,
                x(entry.value),
                TOP + LINE * place + LINE // 2,
                None if entry.value_max is None else x(entry.value_max),
                {">": "right", "<": "left"}.get(entry.fact["comparator"][0], ""),
            )
            for place, entry in enumerate(ranking.entries)
        ),
    )


def axis(low: float, high: float) -> list[float]:
    """Return round numbers from at most `low` to at least `high`, two to eight of them."""
    span = (high - low) or 1
    size = 10 ** math.floor(math.log10(span))
    step = next(part * size for part in _STEPS if span / (part * size) <= MOST_STEPS)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [round(step * n, 10) for n in range(first, max(last, first + 1) + 1)]
