"""Dates as official documents print them, in digits or in Chinese numerals."""

import re
from datetime import date

DIGITS = dict(zip("〇一二三四五六七八九", range(10), strict=True)) | dict.fromkeys("○零0OoΟо◯Ｏ", 0)
SPACE = r"[ \t\u3000]{0,3}"
YEAR = r"(?P<year>\d{4}|[一二][〇○零0OoΟо◯Ｏ一二三四五六七八九]{3})"
DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
DATE = re.compile(
    rf"{YEAR}{SPACE}(?:年{SPACE}(?P<month>{DAY}){SPACE}月{SPACE}(?P<day>{DAY}){SPACE}日"
    r"|(?P<mark>[-/.])(?P<month2>\d{1,2})(?P=mark)(?P<day2>\d{1,2})(?!\d))",
    re.ASCII,  # of digits, those that documents print
)


def read_date(match: re.Match[str]) -> date | None:
    """Return the day a match of DATE stands for; None if the calendar has no such day."""
    try:
        return date(
            _number(match["year"]),
            _number(match["month"] or match["month2"]),
            _number(match["day"] or match["day2"]),
        )
    except ValueError:
        return None


def _number(printed: str) -> int:
    """Read 2013, 二○一三, 十二, 二十一, 三十 or 5."""
    if printed.isdecimal():
        return int(printed)
    if "十" in printed:
        tens, _, ones = printed.partition("十")
        return 10 * (DIGITS[tens] if tens else 1) + (DIGITS[ones] if ones else 0)
    return int("".join(str(DIGITS[character]) for character in printed))
