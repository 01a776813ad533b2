"""A small random corpus of valid records: every facet has answers, several, and none."""

import hashlib
import random

from policies.models import (
    Actor,
    ActorRole,
    Document,
    Force,
    Indicator,
    Instrument,
    Kind,
    NumberRole,
    Part,
    PolicyScope,
    Province,
    Record,
    Relief,
    Sector,
    Status,
    Theme,
    Tool,
)
from policies.models.choices import KIND_LETTERS
from policies.models.columns import DETAILS, detail_columns
from policies.models.links import LINKS, link_rows
from policies.models.term_index import TermIndex

PROVINCES = ["shandong", "henan", "yunnan", None]
LENGTH = 40


def make_corpus(measures: int = 40, targets: int = 20, reliefs: int = 15, seed: int = 1) -> None:
    """Write that many records in four published documents and one draft."""
    chance = random.Random(seed)
    kinds = [Kind.MEASURE] * measures + [Kind.TAX_POLICY] * reliefs
    kinds += [chance.choice([Kind.TARGET, Kind.GOAL]) for _ in range(targets)]
    chance.shuffle(kinds)
    documents = [_document(code, len(kinds)) for code in PROVINCES]
    documents.append(_document("gansu", len(kinds), published=False))
    codes = Codes(chance)
    parts = list(Part.objects.all())
    records = [
        _record(kind, number, chance.choice(documents), chance.choice([*parts, None]), codes)
        for number, kind in enumerate(kinds)
    ]
    Record.objects.bulk_create(records)
    terms = TermIndex()
    for kind, model in DETAILS.items():
        model.objects.bulk_create(
            model(record=record, **detail_columns(kind, record.effective, terms))
            for record in records
            if record.kind == kind
        )
    rows = [row for record in records for row in link_rows(record, record.effective, terms)]
    for model in LINKS:
        model.objects.bulk_create(row for row in rows if type(row) is model)


def _document(province: str | None, sentences: int, published: bool = True) -> Document:
    slug = province or "elsewhere"
    text = "".join(f"合成句{slug}{number}。".ljust(LENGTH, "。") for number in range(sentences))
    return Document.objects.create(
        slug=slug,
        province=Province.objects.get(code=province) if province else None,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        published=published,
        extractor_version="test",
    )


def _record(
    kind: str, number: int, document: Document, part: Part | None, codes: "Codes"
) -> Record:
    start = number * LENGTH
    return Record(
        ref=f"{document.slug}-{KIND_LETTERS[kind]}{number}",
        kind=kind,
        document=document,
        part=part,
        start=start,
        end=start + LENGTH,
        quote=document.text[start : start + LENGTH],
        effective=codes.fields(kind),
        status=codes.one(Status.values),
    )


class Codes:
    """Random fields of each kind, from codes that the vocabulary knows."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.codes = {
            model: list(model.objects.order_by("position").values_list("code", flat=True)[:7])
            for model in (Actor, Indicator, Instrument, Relief, Theme, Tool)
        }
        branches = Sector.objects.filter(parents__isnull=False).order_by("position").distinct()
        self.sectors = [
            *Sector.objects.order_by("position").values_list("code", flat=True)[:5],
            *branches.values_list("code", flat=True)[:8],
        ]

    def one(self, values: list) -> object:
        return self.chance.choice(values)

    def some(self, values: list) -> list:
        return self.chance.sample(values, self.chance.choice([0, 1, 1, 2, 3]))

    def fields(self, kind: str) -> dict:
        make = {Kind.MEASURE: self._measure, Kind.TAX_POLICY: self._relief, Kind.GOAL: self._goal}
        return make.get(kind, self._target)()

    def _measure(self) -> dict:
        return {
            "themes": self.some(self.codes[Theme]),
            "instruments": self.some(self.codes[Instrument]),
            "tools": self.some(self.codes[Tool]),
            "sectors": [
                {"sector": code, "relation": self.one(["subject", "related"]), "via": "word"}
                for code in self.some(self.sectors)
            ],
            "actors": [
                {
                    "as_written": f"某单位{self.one('甲乙丙丁')}",
                    "function": self.one(self.codes[Actor]),
                    "level": "province",
                    "role": self.one(ActorRole.values),
                }
                for _ in self.some([1, 2, 3])
            ],
            "beneficiaries": self.some(["中小企业", "龙头企业", "园区", "微型企业"]),
            "conditions": [],
            "exceptions": [],
            "scope": self.one([*PolicyScope.values, None]),
            "numbers": [
                {
                    "value": number,
                    "value_max": None,
                    "unit": "%",
                    "comparator": "=",
                    "what": "",
                    "role": self.one(NumberRole.values[:4]),
                    "start": 0,
                    "end": 1,
                }
                for number in self.some([1, 2, 3])
            ],
            "force": self.one(Force.values[:5]),
            "force_cue": "",
            "hedges": [],
            "specific": self.one([True, False]),
        }

    def _relief(self) -> dict:
        return {
            "relief": self.one(self.codes[Relief]),
            "tax": self.one(["增值税", "企业所得税", None]),
            "parameters": [],
            "conditions": None,
            "scope": self.one(PolicyScope.values),
        }

    def _goal(self) -> dict:
        return {
            "indicator": "=1+1",
            "indicators": self.some(self.codes[Indicator]),
            "statement": "明显提高",
            **self._timed(),
        }

    def _target(self) -> dict:
        return {
            "indicator": "某指标",
            "indicators": self.some(self.codes[Indicator]),
            "value": self.one([1, 2.5, -3]),
            "value_max": None,
            "baseline": None,
            "unit": "%",
            "comparator": ">=",
            "change": "level",
            "base": None,
            "base_year": None,
            "annual": False,
            "accrual": "end",
            "scope": None,
            "part_of": None,
            "threshold": False,
            **self._timed(),
        }

    def _timed(self) -> dict:
        return {
            "due": "2015",
            "due_start": None,
            "due_end": self.one([2015, 2020, None]),
            "aspirational": False,
            "sector": self.one([*self.sectors, None]),
        }
