"""Numbers of headings: the kinds that official documents print, and how deep each one stands.

GB/T 9704-2012, 7.3.3: 一、 then （一） then 1. then （1）; rules and measures number by 章 节 条.
"""

import re
from dataclasses import dataclass

HAN = "一二三四五六七八九十百"


@dataclass(frozen=True)
class Kind:
    name: str
    rank: int  # a kind of higher rank stands inside one of lower rank
    level: int  # the usual one
    pattern: re.Pattern[str]


KINDS = (
    Kind("chapter", 1, 1, re.compile(rf"第[{HAN}零〇\d]{{1,6}}[章编][ \t\u3000]*")),
    Kind("section", 2, 2, re.compile(rf"第[{HAN}零〇\d]{{1,6}}节[ \t\u3000]*")),
    Kind("article", 4, 1, re.compile(rf"第[{HAN}零〇\d]{{1,6}}条[ \t\u3000]*")),
    Kind(
        "task",
        4,
        2,
        re.compile(rf"(?:任务|行动|工程|专项|举措|措施)[{HAN}\d]{{1,3}}[：.、][ \t\u3000]*"),
    ),
    Kind("han", 3, 1, re.compile(rf"[{HAN}]{{1,4}}[、.](?![{HAN}]{{1,3}}、)[ \t\u3000]*")),
    Kind("han_bracket", 5, 2, re.compile(rf"（[{HAN}]{{1,4}}）[、.]?[ \t\u3000]*")),
    Kind("digit", 6, 3, re.compile(r"\d{1,2}[.、](?!\d)[ \t\u3000]*")),
    Kind("digit_bracket", 7, 4, re.compile(r"(?:（\d{1,2}）|\d{1,2}）)[、.]?[ \t\u3000]*")),
    Kind("circled", 8, 5, re.compile(r"[①-⑳][ \t\u3000]*")),
    Kind("word", 9, 3, re.compile(rf"(?:[{HAN}]{{1,2}}是(?!否)|第[{HAN}]{{1,2}}，)[ \t\u3000]*")),
    Kind("dash", 9, 3, re.compile(r"(?:[—―─]{1,2}|--|[●■▲◆★※•])[ \t\u3000]*")),
)
NAMED = Kind("named", 9, 3, re.compile(r"(?!)"))


@dataclass(frozen=True)
class Marker:
    kind: Kind
    text: str  # as printed, without the space after it
    end: int  # where the heading begins


def find_marker(normal: str, start: int, end: int) -> Marker | None:
    """Return the number that the paragraph [start, end) begins with, if any."""
    for kind in KINDS:
        match = kind.pattern.match(normal, start, end)
        if match:
            return Marker(kind, match[0].rstrip(), match.end())
    return None
