"""Every number of a stretch of text with the unit behind it, before lists and ranges are joined."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from .measurement import Measurement, UnitWords, read_measurement
from .numerals import CHINESE, GLYPH, MYRIADS, NO_WIDTH, TENS, parse_number

_NUMBER = re.compile(
    rf"""
    (?<![第每数几上\d.{CHINESE}])
    (?P<bottom>[{CHINESE}\d]{{1,6}})分之(?P<top>[{CHINESE}\d]{{1,8}}(?:[.点][{CHINESE}\d]{{1,4}})?)    # 百分之三十
  | (?P<half>一半|半数)
  | (?<![{CHINESE}\d])(?P<tenths>[一二三四五六七八九])成(?=[以左的，。；、）]|$)    # 八成以上
  | (?P<doubling>(?<=翻)番)                          # 翻番
  | (?<![A-Za-z\d.〔\[第每])                          # not PM2.5, 第3, 每10
    (?P<digits>
        [{GLYPH}]?+
        (?: \d{{1,3}}(?:,\d{{3}}(?!\d))++(?:\.\d++)?+       # 5,000
          | \d++(?:\.\d++|[{GLYPH}]\d++)?+ )                # 1.5, 1<lost point>5
        [{GLYPH}]?+
    )
  | (?<![第每数几上\d{CHINESE}])                       # not 数百
    (?!一[步批系致定些般体起直流])                       # nor words: 一批, 进一步
    (?P<numeral>[{CHINESE}]++)
    """,
    re.VERBOSE,
)
_GLYPH = re.compile(f"[{GLYPH}]")
_INNER_GLYPH = re.compile(rf"(?<=\d)[{GLYPH}](?=\d)")
_IDIOM = re.compile(
    "七台河|五家渠|五台[山县]|三台县|九台[区市]|万年县|千家万户|[一二三四五六七八九十两\\d]{1,2}支[撑柱持点部]|(?<=千家)万户|一次性|万元(?!以上|以下|以内)|[百十千]?[万亿](?:吨|元|人|车|公里|立方米)(?=[^，。；、]{0,12}?(?:死亡率|伤亡率|事故率))|亿元(?=GDP|国内生产|地区生产|生产总值|工业增加|增加值|工业产值)|[三四五多]位一体|[一二两三\\d]{1,2}(?:层[次级面]|位[数于居次置列]|场[地所景])"
)
_VAGUE = {"一": ("count", "person", "event", "storey"), "二": ("count", "person", "frequency")}
_INDEX = re.compile(
    "(?:指数(?:值)?|死亡率|伤亡率|电能利用效率|PUE)[^，。；：、\\d]{0,8}$"
)  # 指数达到85: a number without a unit
INDEX_WINDOW = 12


@dataclass(frozen=True)
class Number:
    """A number and what stands right behind it; a unit may still be missing (`unit_class` "")."""

    start: int
    written: str
    value: Decimal
    measurement: Measurement

    @property
    def end(self) -> int:
        return self.measurement.end

    @property
    def reading(self) -> str | None:
        """How a damaged number is likely to read: 1.5, or □15 where a digit may be lost."""
        if not _GLYPH.search(self.written):
            return None
        return _GLYPH.sub("□", _INNER_GLYPH.sub(".", self.written.translate(NO_WIDTH)))


def find_numbers(text: str, start: int, end: int, words: UnitWords) -> Iterator[Number]:
    """Yield the numbers of text[start:end] in order; those that count nothing are left out."""
    position = start
    while match := _NUMBER.search(text, position, end):
        if match["digits"]:
            number = _read_digits(text, match, end, words)
        elif match["numeral"]:
            number = _read_numeral(text, match, end, words)
        else:
            number = _read_fraction(match)
        if number and not _counts_nothing(text, number):
            yield number
        position = max(match.end(), number.end if number else 0)


def _read_digits(text: str, match: re.Match[str], end: int, words: UnitWords) -> Number | None:
    """Read 5000, 1.5, 5千 (a thousand of the unit, unless the unit is 千瓦)."""
    value = parse_number(match["digits"].strip(_edge_glyphs(match["digits"])))
    measurement = read_measurement(text, match.end(), end, words)
    tens = text[match.end() : match.end() + 1]
    if not measurement.unit and tens in TENS:
        value *= TENS[tens]
        measurement = read_measurement(text, match.end() + 1, end, words)
    window = text[max(0, match.start() - INDEX_WINDOW) : match.start()]
    if not measurement.unit and _INDEX.search(window):
        measurement = replace(measurement, unit_class="index")
    return Number(match.start(), match["digits"], value, measurement)


def _edge_glyphs(written: str) -> str:
    return "".join({char for char in (written[0], written[-1]) if _GLYPH.match(char)})


def _read_numeral(text: str, match: re.Match[str], end: int, words: UnitWords) -> Number | None:
    """Read 百 in 百项, 千 with 万吨 in 千万吨, 百 with 万千瓦 in 百万千瓦."""
    for written in (match["numeral"], match["numeral"].removesuffix("千")):
        body = written.rstrip("万亿")
        measurement = read_measurement(text, match.start() + len(body), end, words)
        value = _value_of(written, body)
        if value and measurement.unit:
            break
    return Number(match.start(), written, value, measurement) if value else None


def _value_of(written: str, body: str) -> Decimal | None:
    """Return the value in units of the trailing magnitude: 千万 → 1000, 一亿五千万 → 15000."""
    if not body:
        return Decimal(1)
    if not any(myriad in body for myriad in MYRIADS):
        return parse_number(body)
    whole = parse_number(written)
    return whole / MYRIADS.get(written[-1], 1) if whole else None


def _read_fraction(match: re.Match[str]) -> Number | None:
    """Read 三分之一 (33.3 %), 百分之三十 (30 %), 一半 (50 %), 八成 (80 %), 翻番 (1 番)."""
    if match["doubling"]:
        unit = Measurement(match.end(), match[0], "doubling", False)
        return Number(match.start(), match[0], Decimal(1), unit)
    share = Decimal(50)
    if match["tenths"]:
        share = (parse_number(match["tenths"]) or Decimal(0)) * 10
    elif match["bottom"]:
        whole, _, decimals = match["top"].partition("点")
        bottom, top = parse_number(match["bottom"]), parse_number(whole)
        tenths = parse_number(decimals) if decimals else Decimal(0)
        if not bottom or top is None or tenths is None or tenths > 9:
            return None
        share = (top + tenths / 10) * 100 / bottom
    share = share.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if share == share.to_integral():
        share = share.to_integral()
    return Number(match.start(), match[0], share, Measurement(match.end(), "%", "percent", False))


def _said_again(text: str, number: Number) -> bool:
    """Whether the bracket only takes up the number ahead of it: 在500万元（含500万元）以上."""
    written = text[number.start : number.end]
    ahead = f"{written}（含"
    return text.endswith(ahead, 0, number.start) and text.startswith("）", number.end)


def _counts_nothing(text: str, number: Number) -> bool:
    """Whether it is a date (2015年, 12月11日), vague (一批, 一个) or an idiom (千家万户)."""
    unit, unit_class = number.measurement.unit, number.measurement.unit_class
    if unit == "年" and len(number.written) == 4 and number.written.isdecimal():
        return True
    if unit == "日" and text[number.start - 1 : number.start] == "月":
        return True
    if unit_class == "doubling" and "翻" not in text[max(0, number.start - 3) : number.start]:
        return True  # 另一番景象
    if _IDIOM.match(text, number.start) or _said_again(text, number):
        return True
    if unit_class == "instalment" and text[number.start - 1 : number.start] != "分":
        return True  # 二期工程, 两批项目
    if unit == "分" and not text.startswith("钱", number.end - 1):
        return True  # 评价得分80分, 十分重要
    if unit == "个纳税年度" and number.written == "一":
        return True
    return unit_class in _VAGUE.get(number.written, ())
