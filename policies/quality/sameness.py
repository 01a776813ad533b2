"""When a record of the machine says the same as one of the reference (grades: 0 is no)."""

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

Json = dict[str, Any]
COUNTS = frozenset("个家户项件条种")
"""Units that count alike (domain.md, 1.6)."""
MAGNITUDE = re.compile("[万亿]*")
POWERS = {"万": 4, "亿": 8}
ALIKE = 0.6  # share of matching characters at which two namings of an indicator are one
SILENT = re.compile(r"[的率数量总，、（）()“”\s]")


def same_target(gold: Json, own: Json) -> int:
    one, other = amount(gold), amount(own)
    return int(one[0] == other[0] and same_unit(one[1], other[1]))


def amount(record: Json) -> tuple[Decimal, str]:
    """1.5万亿元 and 15000亿元 are one amount: value and unit without 万 and 亿."""
    unit = record["unit"] or ""  # a ratio has none
    magnitude = MAGNITUDE.match(unit)[0]
    factor = 10 ** sum(POWERS[character] for character in magnitude)
    return Decimal(str(record["value"])) * factor, unit[len(magnitude) :]


def same_unit(gold: str, own: str) -> bool:
    return gold == own or (gold in COUNTS and own in COUNTS)


def same_goal(gold: Json, own: Json) -> int:
    """In percent how alike the statements are; one inside the other is wholly alike."""
    one, other = _bare(gold["statement"]), _bare(own["statement"])
    if one and other and (one in other or other in one):
        return 100
    return round(100 * SequenceMatcher(None, one, other, autojunk=False).ratio())


def same_sector(gold: Json, own: Json) -> int:
    """2: the same sector; 1: one that the reference holds to be as good."""
    if gold["canonical"] == own["canonical"]:
        return 2
    return int(own["canonical"] in (gold.get("also_acceptable") or ()))


def same_mention(gold: Json, own: Json) -> int:
    """3: the same name; 2: one that is as good; 1: the name of what is above it."""
    good = {*(gold.get("also_acceptable") or ()), gold.get("broader")}
    if own["canonical"] == gold["canonical"]:
        return 3
    if own["canonical"] in good:
        return 2
    return int(gold["canonical"] in own["broader"] or bool(good & set(own["broader"])))


def same_relief(gold: Json, own: Json) -> int:
    """2: the same kind of relief; 1: one that the reference holds to be as good."""
    if gold["kind"] == own["kind"]:
        return 2
    return int(own["kind"] in (gold.get("also_acceptable") or {}).get("kind", ()))


def same_parameters(gold: list[Json], own: list[Json]) -> bool:
    """All that the reference is sure of, and nothing but what it has: `doubtful` ones may lack."""
    sure = _pairs(one for one in gold or [] if not one.get("doubtful"))
    return sure <= _pairs(own or []) <= _pairs(gold or [])


def similar(gold: str | None, own: str | None) -> bool:
    """Whether two namings of an indicator are alike, whatever small words they spend."""
    one, other = _bare(gold or ""), _bare(own or "")
    if one and other and (one in other or other in one):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _pairs(parameters: Iterable[Json]) -> Counter[tuple[float, str]]:
    return Counter((float(one["value"]), one["unit"]) for one in parameters)


def _bare(words: str) -> str:
    return SILENT.sub("", words)
