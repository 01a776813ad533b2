"""Dates in digits and in Chinese numerals."""

from datetime import date

import pytest

from policies.extraction.quantities.dates import DATE, read_date

DAYS = [
    ("2013年3月5日", date(2013, 3, 5)),
    ("2013 年 3 月 5 日", date(2013, 3, 5)),
    ("二○一三年三月五日", date(2013, 3, 5)),
    ("二〇一三年十月二十日", date(2013, 10, 20)),
    ("二0一三年十二月三十一日", date(2013, 12, 31)),
    ("一九九九年九月十日", date(1999, 9, 10)),
    ("2013-03-05", date(2013, 3, 5)),
    ("2013/3/5", date(2013, 3, 5)),
    ("2013年2月30日", None),  # no such day
    ("2013-13-05", None),
]
NO_DAYS = [
    "2013年3月",
    "三年五日",
    "2013-2015",
    "2013-03/05",
    "1.5个百分点",
    "二〇一三年",
    "2013年٣月5日",
]


@pytest.mark.parametrize(("printed", "expected"), DAYS)
def test_read_date(printed: str, expected: date | None) -> None:
    match = DATE.search(printed)
    assert match is not None
    assert read_date(match) == expected


@pytest.mark.parametrize("printed", NO_DAYS)
def test_what_is_no_day(printed: str) -> None:
    assert DATE.search(printed) is None
