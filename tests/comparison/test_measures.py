"""Measures: rows by tool, else instrument or theme; what makes two cells the same."""

import pytest

from policies.comparison import compare
from policies.models import Document, Kind
from tests.factories import make_document

from .makers import say

pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> list[Document]:
    return [make_document(p, p) for p in ("henan", "yunnan")]


@pytest.mark.parametrize(
    ("fields", "keys"),
    [
        ({"tools": ["land_quota"], "instruments": ["land"]}, {"land_quota"}),
        ({"tools": [], "instruments": ["land"]}, {"land"}),  # the instrument's own row
        (
            {"tools": ["land_quota"], "instruments": ["land", "approval"]},
            {"land_quota", "approval"},
        ),
        ({"tools": [], "themes": ["safety"]}, {"safety"}),
        ({"tools": ["land_quota"], "themes": ["safety"]}, {"land_quota", "safety"}),
        ({}, {"unclassified"}),  # no measure is lost
    ],
)
def test_rows(two: list[Document], fields: dict, keys: set[str]) -> None:
    say(two[0], Kind.MEASURE, **fields)
    assert {row.key for row in compare("measures", two).rows} == keys


LAND = {"tools": ["land_quota"], "instruments": ["land"]}
LIMIT = {
    "value": 20,
    "value_max": None,
    "unit": "日",
    "comparator": "<=",
    "what": "",
    "role": "time_limit",
}


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        (
            {"quote": "优先安排技术改造项目用地指标"},
            {"quote": "优先安排技术改造项目用地指标。"},
            "same",
        ),
        ({"quote": "优先安排技术改造项目用地指标"}, {"quote": "盘活存量土地"}, "different"),
        (
            {"quote": "在20日内办结", "numbers": [LIMIT]},
            {"quote": "二十日办完", "numbers": [LIMIT]},
            "same",
        ),
        ({"numbers": [LIMIT]}, {"numbers": [LIMIT | {"value": 15}]}, "different"),
        ({"force": "committed"}, {"force": "encouraged"}, "different"),
    ],
)
def test_agreement(two: list[Document], one: dict, other: dict, agreement: str) -> None:
    say(two[0], Kind.MEASURE, **LAND, **one)
    say(two[1], Kind.MEASURE, **LAND, **other)
    assert compare("measures", two).rows[0].agreement == agreement


NATIONAL = {"scope": "national", "numbers": [LIMIT], "force": "committed"}


@pytest.mark.parametrize(
    ("ones", "others", "agreement", "differs"),
    [
        ([NATIONAL], [NATIONAL | {"numbers": [], "force": "permitted"}], "same", ()),
        ([NATIONAL, {"force": "committed"}], [{"force": "committed"}], "same", ()),
        ([NATIONAL, {"force": "committed"}], [{"force": "encouraged"}], "different", ("措辞刚性",)),
        ([{"force": "committed"}], [NATIONAL], "different", ("性质",)),  # adds something of its own
        ([{"scope": "implementing", "force": "committed"}], [{"force": "encouraged"}], "different",
         ("措辞刚性",)),
    ],
)  # fmt: skip
def test_national_law_restated_makes_no_difference(
    two: list[Document], ones: list[dict], others: list[dict], agreement: str, differs: tuple
) -> None:
    for document, measures in zip(two, (ones, others), strict=True):
        for fields in measures:
            say(document, Kind.MEASURE, quote="保障建设用地", **LAND | fields)
    row = compare("measures", two).rows[0]
    assert (row.agreement, row.differs) == (agreement, differs)


def test_specific_measures_stand_first(two: list[Document]) -> None:
    say(two[0], Kind.MEASURE, **LAND)
    say(two[0], Kind.MEASURE, **LAND, specific=True)
    cell = compare("measures", two).rows[0].cells[0]
    assert [fact["specific"] for fact in cell.records] == [True, False]
    assert cell.label == "2 条，1 条具体"


def test_rows_of_one_document_fold_together(two: list[Document]) -> None:
    say(two[0], Kind.MEASURE, **LAND)
    say(two[0], Kind.MEASURE, themes=["safety"])
    say(two[1], Kind.MEASURE, themes=["green"])
    assert _folding(two) == [("仅河南", 2, False), ("仅云南", 1, False)]  # nothing else to show
    for document in two:
        say(document, Kind.MEASURE, tools=["approval_time_limit"], instruments=["approval"])
    assert _folding(two) == [("审批服务", 1, False), ("仅河南", 2, True), ("仅云南", 1, True)]


def test_themes_stand_folded_below_the_instruments(two: list[Document]) -> None:
    for document in two:
        say(document, Kind.MEASURE, themes=["green"], tools=["energy_saving"])
    assert [folded for *_, folded in _folding(two)] == [False] * len(_folding(two))
    for document in two:
        say(document, Kind.MEASURE, **LAND)
    assert _folding(two)[0] == ("用地保障", 1, False)
    assert all(folded for *_, folded in _folding(two)[1:])


def _folding(documents: list[Document]) -> list[tuple[str, int, bool]]:
    return [(g.label, len(g.rows), g.folded) for g in compare("measures", documents).groups]


def test_a_selection_on_an_instrument_shows_its_rows_only(two: list[Document]) -> None:
    say(
        two[0],
        Kind.MEASURE,
        tools=["land_quota", "approval_time_limit"],
        instruments=["land", "approval"],
    )
    found = compare("measures", two, within={"land"})
    assert [row.key for row in found.rows] == ["land_quota"]
