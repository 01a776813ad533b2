"""What synthetic records say: fields drawn at random, in the shares of corpus.toml.

Drawn once into a pool, as rows that want only a record and its place: a million records share
some thousand field sets, made by the functions that write real ones.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from django.db import models

from policies.models import (
    Actor,
    ActorLevel,
    ActorRole,
    Indicator,
    Instrument,
    Kind,
    NumberRole,
    Record,
    RecordNumber,
    Relief,
    Sector,
    Status,
    Theme,
    Tool,
)
from policies.models.columns import DETAILS, detail_columns
from policies.models.fields import blank_fields, key_of
from policies.models.links import link_rows
from policies.models.numbers import to_json
from policies.models.term_index import TermIndex

from .layout import PLAN

POOL = {kind: 4000 if kind == Kind.MEASURE else 400 for kind in Kind.values}
VOCABULARY = (Sector, Theme, Instrument, Tool, Actor, Indicator, Relief)
SAID = "合成语句"  # with what every synthetic sentence begins
DIGITS = (5, 12)  # its number, the only one it has


@dataclass(frozen=True)
class Variant:
    """A record without its place. `extracted` and `effective` are JSON, the former from `key` on."""

    key: str
    doubt: str
    status: str
    part: bool  # the machine names the part of measures only
    extracted: str
    effective: str
    detail: tuple
    links: tuple[tuple[type[models.Model], tuple], ...]


Codes = dict[type[models.Model], list[str]]


def pool(seed: int) -> dict[str, list[Variant]]:
    """Return the variants of each kind; the same for the same seed and vocabulary."""
    random, terms = Random(f"facts {seed}"), TermIndex()
    codes = {model: _codes(model, random) for model in VOCABULARY}
    return {
        kind: [_variant(kind, MAKERS[kind](random, codes), random, terms) for _ in range(size)]
        for kind, size in POOL.items()
    }


def columns_of(model: type[models.Model]) -> list[str]:
    """Columns of a detail or link table in the order of a variant's rows, the record's first."""
    names = [field.column for field in model._meta.concrete_fields if field.column != "id"]
    return ["record_id", *(name for name in names if name != "record_id")]


def plain(value: object) -> object:
    """A column's value as both databases take it from a bulk write."""
    if isinstance(value, list | dict):
        return json.dumps(value)
    if isinstance(value, Decimal):
        return to_json(value)
    return int(value) if isinstance(value, bool) else value


def _codes(model: type[models.Model], random: Random) -> list[str]:
    """Codes in an order of their own: the first are drawn often."""
    rows = model.objects.filter(retired=False)
    rows = rows.filter(aggregate=False) if model is Sector else rows
    codes = sorted(rows.values_list("code", flat=True))
    random.shuffle(codes)
    return codes


def _variant(kind: str, fields: dict, random: Random, terms: TermIndex) -> Variant:
    doubt, key = _share(random, "doubt"), key_of(kind, fields)
    record = Record(kind=kind, start=0, end=1, extracted={"why": []})
    detail = detail_columns(kind, fields, terms)
    model = DETAILS[kind]
    names = [field.attname for field in model._meta.concrete_fields if field.attname != "record_id"]
    said = {"key": key, "doubt": doubt or None, "why": [], **fields}
    return Variant(
        key=key,
        doubt=doubt,
        status=Status.DOUBTFUL if doubt else Status.UNREVIEWED,
        part=kind == Kind.MEASURE,
        extracted=json.dumps(said),
        effective=json.dumps(fields),
        detail=tuple(plain(detail[name]) for name in names),
        links=tuple((type(row), _link(row)) for row in link_rows(record, fields, terms)),
    )


def _link(row: models.Model) -> tuple:
    names = [f.attname for f in row._meta.concrete_fields if f.attname not in {"id", "record_id"}]
    return tuple(plain(getattr(row, name)) for name in names)


def _share(random: Random, name: str) -> str:
    shares = PLAN["shares"][name]
    return random.choices(list(shares), list(shares.values()))[0]


def _some(random: Random, name: str, codes: Sequence[str]) -> list[str]:
    """As many different codes as corpus.toml's shares say, frequent ones first in `codes`."""
    shares = PLAN["links"][name]
    number = random.choices(range(len(shares)), shares)[0]
    weights = [1 / (place + 3) for place in range(len(codes))]
    return list(dict.fromkeys(random.choices(codes, weights, k=number)))


def _one(random: Random, codes: Sequence[str]) -> str:
    return random.choices(codes, [1 / (place + 3) for place in range(len(codes))])[0]


def _measure(random: Random, codes: Codes) -> dict:
    return blank_fields(Kind.MEASURE) | {
        "themes": _some(random, "themes", codes[Theme]),
        "instruments": _some(random, "instruments", codes[Instrument]),
        "tools": _some(random, "tools", codes[Tool]),
        "sectors": [
            {"sector": code, "relation": "subject" if random.random() < 0.97 else "related"}
            | {"via": "word"}
            for code in _some(random, "sectors", codes[Sector])
        ],
        "actors": [
            _actor(random, code, place)
            for place, code in enumerate(_some(random, "actors", codes[Actor]))
        ],
        "beneficiaries": _some(random, "beneficiaries", [f"合成对象{n:02}" for n in range(50)]),
        "numbers": _some_numbers(random),
        "force": _share(random, "force"),
        "scope": _share(random, "scope") or None,
        "specific": _share(random, "specific") == "yes",
    }


def _actor(random: Random, function: str, place: int) -> dict:
    level, role = random.choice(ActorLevel.values), random.choice(ActorRole.values)
    name = f"合成单位{place + 1}"
    return {"as_written": name, "function": function, "level": level, "role": role}


def _some_numbers(random: Random) -> list[dict]:
    start, end = DIGITS
    return [
        {"value": random.randint(1, 500), "value_max": None, "unit": "合成单位", "role": role}
        | {"comparator": "=", "what": SAID, "start": start, "end": end}
        for role in _some(random, "numbers", NumberRole.values)
    ]


def _target(random: Random, codes: Codes) -> dict:
    year = random.randint(2013, 2017)
    return blank_fields(Kind.TARGET) | {
        "indicator": "合成指标",
        "indicators": [_one(random, codes[Indicator])],
        "value": random.randint(1, 90),
        "unit": "%",
        "comparator": random.choice([">=", "=", "<="]),
        "change": random.choice(["level", "increase", "decrease"]),
        "accrual": random.choice(["end", "cumulative", "yearly_average"]),
        "due": str(year),
        "due_end": year,
        "aspirational": random.random() < 0.1,
    }


def _goal(random: Random, codes: Codes) -> dict:
    said = {"indicator": "合成指标", "statement": SAID}
    return blank_fields(Kind.GOAL) | said | {"indicators": [_one(random, codes[Indicator])]}


def _direction(random: Random, codes: Codes) -> dict:
    return {"heading": "合成小节", "sector": _one(random, codes[Sector])}


def _mention(random: Random, codes: Codes) -> dict:
    return {"sector": _one(random, codes[Sector]), "as_written": SAID, "via": "word"}


def _tax_policy(random: Random, codes: Codes) -> dict:
    rate = {"value": random.randint(1, 50), "unit": "%", "what": SAID}
    return {
        "relief": _one(random, codes[Relief]),
        "tax": random.choice([None, "合成税种甲", "合成税种乙", "合成税种丙"]),
        "parameters": [rate] if random.random() < 0.4 else [],
        "conditions": None,
        "scope": random.choice(["national", "implementing", "provincial"]),
    }


def _citation(random: Random, codes: Codes) -> dict:
    return blank_fields(Kind.CITATION) | {"title": SAID, "planned": random.random() < 0.2}


MAKERS: dict[str, Callable[[Random, Codes], dict]] = {
    Kind.TARGET: _target,
    Kind.GOAL: _goal,
    Kind.SECTOR_DIRECTION: _direction,
    Kind.SECTOR_MENTION: _mention,
    Kind.MEASURE: _measure,
    Kind.TAX_POLICY: _tax_policy,
    Kind.CITATION: _citation,
}

NUMBER_PLACES = tuple(columns_of(RecordNumber).index(name) - 1 for name in ("start", "end"))
"""Where the span of a number stands in its row: it counts from the text's start there."""
