"""A list of numbers to facts: 化学需氧量、氨氮排放量分别减少6.2%、8.1%, …均削减10%."""

import re
from dataclasses import replace
from decimal import Decimal

from policies.extraction.quantities.periods import Period, find_periods
from policies.extraction.quantities.quantities import Quantity

from .distribution import split_items
from .facts import Fact
from .phrases import Phrase, read_phrase
from .pieces import Piece
from .subjects import Subject

_TOGETHER = re.compile("(?<![年人户亩月日地平])(?:均|都)[^，、]{0,12}$")
_JOINT = re.compile("、|和|与|及")


def read_list(text: str, piece: Piece, phrase: Phrase) -> tuple[Fact, ...]:
    """Return a fact for each thing that `phrase` lists; () where it lists not as many as numbers.

    With one number, only 均 or 都 ahead of it gives it to each thing. Several years ahead of as
    many numbers (2016年、2017年分别完成…) give each its own due date.
    """
    number = (piece.baselines or piece.quantities)[0]
    count = len(piece.quantities)
    whole = "等" in phrase.subject  # 石化、橡胶等产业均增长8%: one thing, some of it named
    if count == 1 and not whole and _TOGETHER.search(text, piece.start, number.start):
        count = len(_JOINT.findall(phrase.subject)) + 1
    if count == 1 or not phrase.subject:
        return ()
    quantities = _share_comparators(piece.quantities)
    if not phrase.direction and quantities[0].start < quantities[0].number_start:
        phrase = replace(phrase, direction="level")  # 分别超过90%、75%
    years = find_periods(text, piece.start, number.start)
    if not _JOINT.search(phrase.subject):
        years = _each_year(years)
    if len(years) == len(quantities) > 1:
        return tuple(
            _fact(phrase.subject, phrase.start, quantity, phrase, None, year)
            for year, quantity in zip(years, quantities, strict=True)
        )
    return tuple(
        _fact(
            item.name,
            phrase.subject_start + item.start if index else phrase.start,
            quantities[index % len(quantities)],
            phrase,
            _baseline(piece, index),
        )
        for index, item in enumerate(split_items(phrase.subject, count))
    )


def read_again(text: str, piece: Piece, earlier: list[Fact]) -> tuple[Fact, ...]:
    """Return a fact for each thing of the clause before, in its order: 到2025年分别达到2家和20家."""
    number = (piece.baselines or piece.quantities)[0]
    phrase = read_phrase(text, piece.start, number.start)
    if phrase.subject or phrase.verb or not 1 < len(earlier) == len(piece.quantities):
        return ()
    pairs = zip(earlier, _share_comparators(piece.quantities), strict=True)
    return tuple(
        _fact(fact.name, phrase.start, quantity, phrase, _baseline(piece, index))
        for index, (fact, quantity) in enumerate(pairs)
    )


def _each_year(periods: tuple[Period, ...]) -> tuple[Period, ...]:
    """2018年至2021年分别完成…: the years of a range, for as many numbers."""
    if len(periods) != 1 or not periods[0].first_year or not periods[0].last_year:
        return periods
    years = range(periods[0].first_year, periods[0].last_year + 1)
    return tuple(
        replace(periods[0], due=str(year), first_year=None, last_year=year) for year in years
    )


def _baseline(piece: Piece, index: int) -> Decimal | None:
    """Where number `index` starts from: one baseline holds for all, else each has its own."""
    if len(piece.baselines) == 1:
        return piece.baselines[0].value
    own = len(piece.baselines) == len(piece.quantities)
    return piece.baselines[index].value if own else None


def _fact(
    name: str,
    start: int,
    quantity: Quantity,
    phrase: Phrase,
    baseline: Decimal | None,
    year: Period | None = None,
) -> Fact:
    carry = Subject(name, start)
    change = "increase" if quantity.unit_class == "doubling" else phrase.change
    return Fact(
        start, quantity.end, "subject", name, quantity, change, phrase, carry, baseline, year
    )


def _share_comparators(quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """5家、80家以上: 以上 binds both; so do 超过 ahead of the first, 控制在…以内 around all."""
    compared = {quantity.comparator for quantity in quantities if quantity.compared}
    if len(compared) != 1 or not (quantities[0].compared or quantities[-1].compared):
        return quantities
    return tuple(replace(quantity, comparator=min(compared)) for quantity in quantities)
