"""On what basis a target's number stands, and whether two numbers may be ranked.

Source of the rules: domain notes, section 2. Two numbers share a row when they share an indicator;
they are ranked only when everything that gives a number its meaning is the same.
"""

import re
from dataclasses import dataclass

from policies.extraction.quantities.measurement import class_of
from policies.extraction.records import Target
from policies.extraction.vocabulary.units import Unit


@dataclass(frozen=True)
class Basis:
    """What gives a number its meaning; equal bases are ranked."""

    indicator: str
    accrual: str
    change: str
    unit_class: str
    scope: str  # class of the denominator: 规模以上, 重点企业, …; "" for the whole province
    base_year: int | None
    base: str | None  # as written, where it names no year (上年)
    period: str | None  # due
    sector: str | None
    owner: str  # what a province's own title names: 山东名牌产品数; "" otherwise


# Denominators that mean the same, as a whole; any other wording is a class of its own:
# 规模以上中小企业 are fewer than 规模以上企业.
_SCOPES = {
    "规模以上": re.compile("规模以上(?:工业)?(?:企业)?"),
    "大中型企业": re.compile("大中型(?:工业)?企业"),
}
_WHOLE = re.compile("(?:全|我|本)(?:省|市|区|县|州|自治区)(?:范围)?内?(?![域级直管])")
_OWN_TITLES = ("provincial_brands", "provincial_marks")
_GROWTH = ("increase", "decrease")


def basis(target: Target, units: tuple[Unit, ...]) -> Basis:
    """Return the basis of `target`; `units` is `vocabulary.units`."""
    return Basis(
        indicator=target.key,
        accrual=target.accrual,
        change=target.change,
        unit_class=class_of(target.unit, units),
        scope=scope_class(target.scope),
        base_year=target.base_year,
        base=None if target.base_year else target.base,
        period=target.due,
        sector=target.sector,
        owner=target.indicator if target.key in _OWN_TITLES else "",
    )


def scope_class(scope: str | None) -> str:
    """Return the class of a denominator: 规模以上企业 → 规模以上, 全省 → "" (the whole).

    A document speaks of its own jurisdiction: 全省规模以上企业 are 规模以上企业.
    """
    part = _WHOLE.sub("", scope or "", count=1) if _WHOLE.match(scope or "") else scope or ""
    return next((name for name, words in _SCOPES.items() if words.fullmatch(part)), part)


def rankable(a: Target, b: Target, units: tuple[Unit, ...]) -> tuple[bool, str]:
    """Return whether the numbers of `a` and `b` may be ranked, and why not (Chinese, "" if so).

    The first of the reasons is given, the gravest first; 范围不同 alone means: side by side, with
    that note.
    """
    first, second = basis(a, units), basis(b, units)
    for reason, differs in _REASONS:
        if differs(first, second):
            return False, reason
    if a.threshold or b.threshold:
        return False, "门槛要求，不作排序"
    if a.doubt or b.doubt:
        return False, "数值存疑，待核对"
    return True, ""


def _no_base(first: Basis, second: Basis) -> bool:
    """Whether a change that is no yearly rate and adds no things lacks its base."""
    return any(
        one.change in _GROWTH
        and one.accrual == "end"
        and one.unit_class not in ("count", "person", "money")
        and one.base_year is None
        for one in (first, second)
    )


_REASONS = (
    ("指标不同", lambda a, b: a.indicator != b.indicator),
    ("各省自有称号，不可互比", lambda a, b: a.owner != b.owner),
    ("增减幅度与达到水平不可互比", lambda a, b: (a.change == "level") != (b.change == "level")),
    ("一为提高，一为降低", lambda a, b: a.change != b.change),
    ("计量单位不同", lambda a, b: a.unit_class != b.unit_class),
    ("口径不同：期末、累计、每年或年均", lambda a, b: a.accrual != b.accrual),
    ("基期未载", _no_base),
    ("基期不同", lambda a, b: (a.base_year, a.base) != (b.base_year, b.base)),
    ("有的未写明期间", lambda a, b: (a.period is None) != (b.period is None)),
    ("期间不同", lambda a, b: a.period != b.period),
    ("行业不同", lambda a, b: a.sector != b.sector),
    ("范围不同", lambda a, b: a.scope != b.scope),
)
