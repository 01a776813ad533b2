"""The export's shape: names for slugs, plain numbers, quotes that are quotes."""

import json
from decimal import Decimal

import pytest

from policies.extraction.export import to_export
from policies.extraction.records import (
    ActorLink,
    Citation,
    ExtractedDocument,
    Measure,
    Metadata,
    Number,
    Parameter,
    Provision,
    SectorDirection,
    SectorLink,
    SectorMention,
    TaxPolicy,
)
from policies.extraction.vocabulary import load_vocabulary

TEXT = "（一）钢铁。支持钢铁企业，按15%补助。"
EMPTY = ExtractedDocument(
    Metadata(None, None, None, None, None, None, None, None, None, None),
    provisions=(),
    sentences=(),
    citations=(),
    targets=(),
    goals=(),
    sector_directions=(),
    sector_mentions=(),
    measures=(),
    tax_policies=(),
)
FULL = ExtractedDocument(
    Metadata(None, None, None, None, None, "53", None, None, None, None),
    provisions=(Provision("1", "（一）", 2, "钢铁", None, 0, len(TEXT), 6, "sectors"),),
    sentences=(),
    citations=(Citation(0, 3, "办法", None, True, False, "管理办法", "办法"),),
    targets=(),
    goals=(),
    sector_directions=(SectorDirection(0, len(TEXT), "steel", "钢铁", "steel"),),
    sector_mentions=(SectorMention(8, 10, "steel", "steel", "钢铁", "word"),),
    measures=(
        Measure(
            start=6,
            end=len(TEXT),
            key="",
            part="sectors",
            themes=("green",),
            instruments=("land",),
            tools=(),
            sectors=(SectorLink("steel", "subject", "heading"),),
            actors=(ActorLink("省财政厅", "finance", "province", "lead"),),
            beneficiaries=(),
            conditions=(),
            exceptions=(),
            scope=None,
            numbers=(Number(14, 17, Decimal("15.00"), None, "%", "=", "补助", "rate"),),
            force="encouraged",
            force_cue="支持",
            hedges=(),
            specific=True,
        ),
    ),
    tax_policies=(
        TaxPolicy(
            6, 12, "other", "other", None, (Parameter(Decimal("1.5"), "%", "率"),), "", "national"
        ),
    ),
)


def test_an_empty_document_has_every_kind_and_nulls() -> None:
    assert to_export("x", "", EMPTY, load_vocabulary()) == {
        "text": "",
        "document": {
            "slug": "x",
            "title": None,
            "document_number": None,
            "issuer": None,
            "issued_on": None,
            "addressees": None,
            "province_code": None,
            "province": None,
            "level": None,
            "genre": None,
            "implements": None,
            "implements_number": None,
            "citations": [],
        },
        "outline": [],
        "targets": [],
        "qualitative_targets": [],
        "tax_policies": [],
        "sectors": [],
        "sector_mentions": [],
        "measures": [],
    }


EXPORT = to_export("x", TEXT, FULL, load_vocabulary())


@pytest.mark.parametrize(
    ("kind", "field", "expected"),
    [
        ("sectors", "canonical", "钢铁"),  # the name, not the slug
        ("sector_mentions", "broader", ["冶金"]),
        ("measures", "sectors", ["钢铁"]),
        ("measures", "actors", ["省财政厅"]),
        ("measures", "provision", "1"),
        ("measures", "text", "支持钢铁企业，按15%补助。"),
        ("outline", "marker", "（一）"),
    ],
)
def test_fields(kind: str, field: str, expected: object) -> None:
    assert EXPORT[kind][0][field] == expected


def test_every_quote_is_a_quotation() -> None:
    kinds = ("sectors", "sector_mentions", "measures", "tax_policies")
    for record in [one for kind in kinds for one in EXPORT[kind]]:
        assert TEXT[record["start"] : record["end"]] == record["quote"]


def test_relations_stand_beside_the_plain_lists() -> None:
    (one,) = EXPORT["measures"]
    assert one["sector_relations"][0]["relation"] == "subject"
    assert one["actor_roles"][0]["role"] == "lead"


def test_numbers_are_json_numbers_without_trailing_zeros() -> None:
    written = json.dumps(EXPORT, ensure_ascii=False)
    assert '"value": 15, "value_max": null' in written
    assert '"value": 1.5' in written


def test_a_province_has_its_name_and_a_planned_document_its_mark() -> None:
    assert EXPORT["document"]["province"] == "云南省"
    assert EXPORT["document"]["citations"][0]["future"] is True
