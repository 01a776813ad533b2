"""Decimals as JSON numbers and back, without trailing zeros."""

from decimal import Decimal

DIGITS, PLACES = 15, 6  # what a float and both databases hold exactly


def to_json(value: Decimal | None) -> int | float | None:
    """35.000000 -> 35, 1.50 -> 1.5. Exact for what `fits`."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def to_decimal(value: int | float | None) -> Decimal | None:
    """The Decimal that a reader of the JSON number sees."""
    return None if value is None else Decimal(str(value))


def fits(value: Decimal | None) -> bool:
    """Whether the number can be stored and given back unchanged."""
    if value is None:
        return True
    if not value.is_finite() or abs(value) >= 10**DIGITS:
        return False
    digits, exponent = value.normalize().as_tuple()[1:]
    return len(digits) <= DIGITS and -exponent <= PLACES
