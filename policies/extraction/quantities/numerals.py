"""One written number to its value: 1,200.5 · 二十 · 三万五千 · 两百 · 1<lost glyph>5."""

import re
from decimal import Decimal

DIGITS = dict(
    zip("〇零○一二两三四五六七八九", (0, 0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
CHINESE = "".join((*DIGITS, *TENS, *MYRIADS))

# Private-use characters and replacement marks: glyphs whose meaning was lost with the font.
GLYPH = "\ufeff\u200b\u200c\u200d\u2060\ue000-\uf8ff\U000f0000-\U0010fffd\ufffd□?"

# Marks without width that a copy left between digits: nothing is lost, yet somebody must look.
NO_WIDTH = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060"))
_LOST_POINT = re.compile(f"(?<=\\d)[{GLYPH}](?=\\d)")
_ARABIC = re.compile(r"\d++(?:\.\d++)?")


def parse_number(written: str) -> Decimal | None:
    """Return the value of `written` read as one whole number, None where it is none.

    A lost glyph between digits is read as the decimal point it most likely was; whoever calls
    must mark that reading as doubtful. None for 二三 (two or three), 千百, 二○一三.
    """
    plain = _LOST_POINT.sub(".", written.translate(NO_WIDTH).replace(",", ""))
    if _ARABIC.fullmatch(plain):
        return Decimal(plain)
    return _parse_chinese(written)


def _parse_chinese(written: str) -> Decimal | None:
    total, last_myriad = 0, 10**12
    for part in re.findall(r"[^万亿]*[万亿]|[^万亿]+", written):
        myriad = MYRIADS.get(part[-1], 1)
        section = _parse_section(part.rstrip("万亿"))
        if section is None or myriad >= last_myriad:
            return None
        total, last_myriad = total + section * myriad, myriad
    return Decimal(total) if total else None


def _parse_section(written: str) -> int | None:
    """Return the value of a numeral below 10,000: 三千五百, 十二, 百 (100), 一百零五."""
    total, digit, last_ten = 0, None, 10**4
    for char in written:
        if char in TENS:
            if TENS[char] >= last_ten or (digit is None and total):
                return None
            last_ten = TENS[char]
            total, digit = total + (1 if digit is None else digit) * last_ten, None
        elif char not in DIGITS or digit:
            return None
        else:
            digit = DIGITS[char]
    return total + (digit or 0) if written else None
