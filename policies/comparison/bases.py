"""Whether two targets may be ranked against each other, and why not, in words.

Only numbers of one basis are ranked: indicator, sector, accrual, change, unit class, scope (the
denominator), base year, period (domain notes, section 2).
"""

from collections.abc import Hashable

from .reading import sectors_of
from .sameness import unit_class
from .shapes import Fact

_REASONS = (
    ("indicator", "指标不同"),
    ("sector", "所指行业不同"),
    ("unit", "计量单位不同"),
    ("change", "增减与水平不可互比"),
    ("accrual", "累计、年均与期末口径不同"),
    ("scope", "统计范围不同，并列而不排序"),
    ("base", "基期不同"),
    ("period", "时段不同"),
)


def why_not(a: Fact, b: Fact) -> str:
    """Return "" when the two may be ranked against each other, else the reason in words."""
    reasons = unrankable(a) or unrankable(b)
    if reasons:
        return reasons
    left, right = basis_of(a), basis_of(b)
    return next((text for name, text in _REASONS if left[name] != right[name]), "")


def unrankable(target: Fact) -> str:
    """Return why the target may be ranked against nothing at all, "" if it may."""
    if target["doubt"]:
        return "数值存疑，不作比较"
    if target["threshold"]:
        return "门槛各有所指，不排序"
    if target["change"] != "level" and target["accrual"] == "end" and not target["base_year"]:
        return "基期未载，不作比较"
    return ""


def basis_of(target: Fact) -> dict[str, Hashable]:
    """What must be equal for two numbers to be ranked."""
    return {
        "indicator": tuple(target["indicators"]) or target["indicator"],
        "sector": tuple(sectors_of(target)),
        "unit": unit_class(target["unit"]),
        "change": target["change"],
        "accrual": target["accrual"],
        "scope": target["scope"] or "",
        "base": target["base_year"],
        "period": (target["due_start"], target["due_end"]),
    }
