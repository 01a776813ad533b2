"""Decimals as JSON numbers and back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.models.numbers import fits, to_decimal, to_json


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decimal("35.000000"), "35"),
        (Decimal("1.50"), "1.5"),
        (Decimal("0.55"), "0.55"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0"), "0"),
        (None, "None"),
    ],
)
def test_no_trailing_zeros(value: Decimal | None, shown: str) -> None:
    assert str(to_json(value)) == shown


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("0.000001", True),
        ("0.0000001", False),
        ("999999999999999", True),
        ("1000000000000000", False),
        ("123456789.123456", True),
        ("1234567890.123456", False),  # sixteen digits
        ("NaN", False),
        ("Infinity", False),
    ],
)
def test_fits(value: str, stored: bool) -> None:
    assert fits(Decimal(value)) is stored


@given(st.decimals(-(10**9), 10**9, places=6, allow_nan=False))
def test_what_fits_comes_back(value: Decimal) -> None:
    if fits(value):
        assert to_decimal(to_json(value)) == value
