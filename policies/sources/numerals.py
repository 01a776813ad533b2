"""Ordinals as Word prints them, by w:numFmt (ISO/IEC 29500-1, 17.18.59)."""

from collections.abc import Callable

DIGITS = "〇一二三四五六七八九"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def chinese(number: int) -> str:
    """12 -> 十二, 105 -> 一百零五; digits above 9999."""
    if not 0 < number <= 9999:
        return str(number)
    words, zero = "", False
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            words += ("零" if zero and words else "") + DIGITS[digit] + unit
        zero = not digit
    return words.removeprefix("一") if 10 <= number < 20 else words


def digitwise(number: int) -> str:
    """12 -> 一二."""
    return "".join(DIGITS[int(digit)] for digit in str(number))


def letters(number: int) -> str:
    """1 -> a, 27 -> aa, as Word does."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def roman(number: int) -> str:
    """4 -> iv."""
    words = ""
    for size, letter in ROMAN:
        words += letter * (number // size)
        number %= size
    return words


def _from(first: str, size: int) -> Callable[[int], str]:
    """Signs that Unicode lists in order: ①, ⑴, ⒈; digits where they run out."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= size else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(
        {ord("0") + digit: ord("０") + digit for digit in range(10)}
    ),
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": digitwise,
    "taiwaneseDigital": digitwise,
    "japaneseDigitalTenThousand": chinese,
    "ideographTraditional": _cycle(STEMS),
    "ideographZodiac": _cycle(BRANCHES),
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
}
