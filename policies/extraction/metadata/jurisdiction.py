"""Jurisdiction: which province a document belongs to, and which level of government speaks."""

import re
from collections import Counter
from functools import cache

from policies.extraction.vocabulary.provinces import Province

LEVELS = (
    (
        "国家",
        re.compile(
            r"国务院|国家[^省市县]{1,14}(?:委员会|局)|中华人民共和国|^[^省市县区]{2,12}部\Z"
        ),
    ),
    (
        "县",
        re.compile(r"(?:县|(?<!自治)区|旗)(?:人民政府|委|[^、厅]{2,20}局)|市[^市]{1,8}区人民政府"),
    ),
    (
        "市",
        re.compile(
            r"(?:市(?![场政民])|(?<!行)州|盟|地区)(?:人民政府|委|[^、厅]{2,20}[局委])|行政公署"
        ),
    ),
    ("省", re.compile(r"省|自治区")),
)
ADDRESSED = (
    (
        "省",
        re.compile(
            r"省(?:政府|人民政府|直|属|级)|自治区(?:人民政府|直属|各)|各(?:省辖)?市[^县]{0,12}人民政府"
        ),
    ),
    ("市", re.compile(r"市(?:直|属|政府|人民政府)(?:各|有关|部门)|州(?:直|级)|各县[（、市区]")),
)
SPOKEN = {"省": re.compile(r"我省|全省|我区|自治区"), "市": re.compile(r"我市|全市|我州|全州")}
BESIDE = re.compile(r"[与同和向及跨沿]\Z|学习|借鉴|对接|毗邻|周边")
AFTER = re.compile(r"等省|半岛|证券|大学|经验|[、和与及][^，。]{2,3}(?:省|市|自治区)")
CLEAR = 2  # how many times as often as the next one


def find_province(
    normal: str,
    heads: tuple[str | None, ...],
    number: str | None,
    provinces: tuple[Province, ...],
) -> str | None:
    """Return the code of the province that the text speaks for; None when in doubt.

    `heads`: title, issuer, addressees: a single province named there, itself or by its cities
    (合肥市人民政府), decides, or its prefix in the document's own number (云政发〔2013〕25号).
    Else the one whose full name the text prints most, twice as often as any other, neighbours
    (与陕西省) left out; short names count only where no full one stands. Cities named in the text
    itself decide nothing: partners and examples are cities too.
    """
    for head in heads:
        named = {_code(match.lastgroup) for match in _heads(provinces).finditer(head or "")}
        if len(named) == 1:
            return named.pop()
    for province in provinces:
        if number and province.number_prefix and number.startswith(province.number_prefix):
            return province.code
    for short in (False, True):
        named = tuple(p for p in provinces if (p.short_name if short else p.name) in normal)
        counts = _count(normal, _names(named, short=short)) if named else Counter()
        if counts:
            (first, most), *others = counts.most_common(2)
            return _code(first) if not others or most >= CLEAR * others[0][1] else None
    return None


def find_level(
    normal: str, issuer: str | None, addressees: str | None, provinces: tuple[Province, ...]
) -> str | None:
    """Return 国家, 省, 市 or 县 from the issuer, else from whom it addresses, else from 我省 or 我市."""
    if issuer:
        municipal = any(issuer.startswith(p.name) for p in provinces if p.name.endswith("市"))
        levels = (level for level, pattern in LEVELS if pattern.search(issuer))
        found = next(levels, None)
        return "省" if municipal and found == "市" else found
    for level, pattern in ADDRESSED:
        if addressees and pattern.search(addressees):
            return level
    counts = {level: len(pattern.findall(normal)) for level, pattern in SPOKEN.items()}
    best = max(counts, key=lambda level: counts[level])
    return best if counts[best] > sum(counts.values()) / CLEAR else None


def _count(normal: str, names: re.Pattern[str]) -> Counter[str]:
    return Counter(
        match.lastgroup or ""
        for match in names.finditer(normal)
        if not BESIDE.search(normal[max(0, match.start() - 3) : match.start()])
        and not AFTER.match(normal, match.end())
    )


@cache
def _names(provinces: tuple[Province, ...], *, short: bool) -> re.Pattern[str]:
    """One named group a province; the group's name carries the code."""
    return re.compile(
        "|".join(f"(?P<p{p.code}>{p.name}{'|' + p.short_name if short else ''})" for p in provinces)
    )


@cache
def _heads(provinces: tuple[Province, ...]) -> re.Pattern[str]:
    """Prefectures and provinces; the former first, for 海南藏族自治州 is not in 海南."""
    cities = [f"(?P<c{p.code}>{'|'.join(p.prefectures)})" for p in provinces if p.prefectures]
    return re.compile("|".join([*cities, _names(provinces, short=True).pattern]))


def _code(group: str | None) -> str | None:
    return group[1:] if group else None
