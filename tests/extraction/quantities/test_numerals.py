"""Written numbers to values."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.extraction.quantities.numerals import parse_number

VALUES = [
    ("0", "0"),
    ("15", "15"),
    ("6.2", "6.2"),
    ("5,000", "5000"),
    ("1,234,567.8", "1234567.8"),
    ("1\ue0105", "1.5"),  # a lost glyph between digits is a decimal point
    ("12\U000f00015", "12.5"),
    ("3?5", "3.5"),
    ("一", "1"),
    ("两", "2"),
    ("九", "9"),
    ("十", "10"),
    ("十一", "11"),
    ("二十", "20"),
    ("九十九", "99"),
    ("百", "100"),
    ("一百零五", "105"),
    ("一百〇五", "105"),
    ("一百○五", "105"),
    ("二百五十", "250"),
    ("千", "1000"),
    ("三千五百", "3500"),
    ("三千五百二十一", "3521"),
    ("三万五千", "35000"),
    ("十万", "100000"),
    ("一百二十万", "1200000"),
    ("一亿五千万", "150000000"),
    ("二亿零三", "200000003"),
]
NONE = [
    "",
    "二三",
    "千百",
    "百百",
    "一百二百",
    "一千二千",
    "二○一三",
    "二〇一三",
    "万",
    "亿",
    "万亿",
    "三万五亿",
    "三万五万",
    "改",
    "1.",
    "1.2.3",
    "零",
    "5家",
]


@pytest.mark.parametrize(("written", "value"), VALUES)
def test_value(written: str, value: str) -> None:
    assert parse_number(written) == Decimal(value)


@pytest.mark.parametrize("written", NONE)
def test_no_number(written: str) -> None:
    assert parse_number(written) is None


def in_words(value: int) -> str:
    """Write 1–9999 as Chinese does: 3005 → 三千零五."""
    words, gap = "", False
    for power, ten in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, power)
        if digit:
            words += "零" * (gap and bool(words)) + "零一二三四五六七八九"[digit] + ten
        gap = not digit
    return words


@given(st.integers(1, 9999), st.integers(0, 9999))
def test_what_is_written_is_read(low: int, high: int) -> None:
    assert parse_number(in_words(low)) == low
    if high and low >= 1000:
        assert parse_number(f"{in_words(high)}万{in_words(low)}") == high * 10000 + low
