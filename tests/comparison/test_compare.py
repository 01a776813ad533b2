"""compare() on small documents: rows, cells, classes, the four states."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from policies.comparison import compare
from policies.comparison.shapes import Row
from policies.models import Correction, Document, Kind, Record
from tests.factories import make_document

from .makers import say

pytestmark = pytest.mark.django_db
STEEL = {"relief": "local_cit_share_relief", "scope": "provincial", "tax": "企业所得税"}


def rows_of(dimension: str, documents: list[Document], **options: object) -> dict[str, Row]:
    return {row.key: row for row in compare(dimension, documents, **options).rows}


@pytest.fixture
def three() -> list[Document]:
    return [make_document(p, p) for p in ("shandong", "henan", "yunnan")]


def test_different_numbers_of_one_basis(three: list[Document]) -> None:
    for document, value in zip(three, (35, 30, 35), strict=True):
        say(document, Kind.TARGET, value=value)
    row = rows_of("targets", three)["investment_growth"]
    assert (row.coverage, row.agreement, row.class_) == ("all", "different", "differing")
    assert [cell.differs for cell in row.cells] == [(), ("数值",), ()]
    assert row.cells[0].label == "≥ 35 % 年均增长，2011–2015"


def test_equal_facts_in_two_of_three(three: list[Document]) -> None:
    for document in three[:2]:
        say(document, Kind.TARGET)
    row = rows_of("targets", three)["investment_growth"]
    assert (row.coverage, row.agreement, row.class_) == ("some", "same", "partial")
    assert [cell.label for cell in row.cells][2] == "未检出"


def test_equal_numbers_of_different_denominators_are_no_agreement(three: list[Document]) -> None:
    for document, scope in zip(three, ("重点企业", "主要装备", "主要装备"), strict=True):
        say(document, Kind.TARGET, indicators=["equipment_international"], scope=scope)
    row = rows_of("targets", three)["equipment_international"]
    assert (row.agreement, row.class_, row.comparable) == ("not_comparable", "differing", False)
    assert "范围不同" in row.note
    assert rows_of("targets", three[1:])["equipment_international"].agreement == "same"


@pytest.mark.parametrize(
    ("scope", "value", "differs", "comparable"),
    [
        (None, 30, ("数值",), True),  # 全省 or nothing: the jurisdiction either way
        ("全区", 30, ("数值",), True),
        ("全市", 35, (), True),
        ("规模以上企业", 30, ("范围",), False),  # a part of it is not the whole
    ],
)
def test_the_whole_jurisdiction_is_one_scope(
    three: list[Document], scope: str | None, value: int, differs: tuple, comparable: bool
) -> None:
    say(three[0], Kind.TARGET, scope="全省", value=35)
    say(three[1], Kind.TARGET, scope=scope, value=value)
    row = rows_of("targets", three)["investment_growth"]
    assert (row.differs, row.comparable) == (differs, comparable)


@pytest.mark.parametrize(
    ("other", "differs", "note"),
    [
        ({"value": 20}, ("数值",), ""),
        ({"value": 20, "due": "2013-2017"}, ("时限",), "期间不同"),  # no value differs across bases
        ({"value": 20, "due": None}, ("时限",), "有的未写明期间"),
        ({"comparator": "~", "accrual": "end"}, ("口径",), "口径不同：期末、累计、每年或年均"),
        ({"aspirational": True, "due": "2015"}, ("时限", "力争"), "期间不同"),
    ],
)
def test_a_value_differs_only_from_one_of_its_basis(
    three: list[Document], other: dict, differs: tuple, note: str
) -> None:
    say(three[0], Kind.TARGET)
    say(three[1], Kind.TARGET, **other)
    row = rows_of("targets", three)["investment_growth"]
    assert (row.differs, row.note) == (differs, note)


@pytest.mark.parametrize(
    ("kind", "dimension", "key", "words"),
    [
        (Kind.GOAL, "targets", "equipment_domestic", ("statement", "明显提高", "达到国内领先")),
        (Kind.MEASURE, "measures", "land_quota", ("quote", "优先安排用地指标", "盘活存量土地")),
    ],
)
def test_who_says_what_the_majority_says_does_not_differ(
    three: list[Document], kind: str, dimension: str, key: str, words: tuple[str, str, str]
) -> None:
    field, usual, other = words
    more = {"tools": ["land_quota"], "instruments": ["land"]} if kind == Kind.MEASURE else {}
    for document, said in zip(three, (usual, other, usual), strict=True):
        say(document, kind, **more | {field: said})
    cells = rows_of(dimension, three)[key].cells
    assert [cell.differs for cell in cells] == [(), ("表述",), ()]


def test_a_number_and_a_goal_meet_in_one_row(three: list[Document]) -> None:
    say(three[0], Kind.TARGET)
    say(three[1], Kind.GOAL, indicators=["investment_growth"], statement="增速高于平均")
    row = rows_of("targets", three)["investment_growth"]
    assert row.agreement == "not_comparable"
    assert row.note == "有的为量化目标，有的仅定性表述"  # the definition stands in /methods/


def test_an_indicator_that_no_slug_fits_is_its_own_row(three: list[Document]) -> None:
    say(three[0], Kind.TARGET, indicators=[], indicator="烟叶复烤率")
    assert rows_of("targets", three)["烟叶复烤率"].class_ == "unique"


def test_thresholds_stand_by_sector_and_are_not_compared(three: list[Document]) -> None:
    for document, value in zip(three[:2], (500, 400), strict=True):
        say(document, Kind.TARGET, threshold=True, sector="steel", value=value, unit="立方米")
    row = rows_of("targets", three)["threshold:steel"]
    assert (row.label, row.agreement) == ("钢铁：门槛", "not_comparable")


def test_a_national_relief_never_differs_because_one_prints_more(three: list[Document]) -> None:
    say(three[0], Kind.TAX_POLICY, parameters=[{"value": 10, "unit": "%", "what": "投资额"}])
    say(three[1], Kind.TAX_POLICY)
    row = rows_of("tax", three)["vat_input_credit"]
    assert (row.agreement, row.class_) == ("same", "partial")
    assert row.cells[1].label == "未写明比例"
    assert row.cells[2].label == "本文件未重申（国家政策统一适用）"


def test_contradicting_figures_for_one_thing_do_differ(three: list[Document]) -> None:
    for document, value in zip(three[:2], (10, 15), strict=True):
        say(document, Kind.TAX_POLICY, parameters=[{"value": value, "unit": "%", "what": "投资额"}])
    assert rows_of("tax", three)["vat_input_credit"].agreement == "different"


def test_a_relief_that_a_province_may_not_give_is_not_applicable(three: list[Document]) -> None:
    xinjiang = make_document("xinjiang", "xinjiang")
    say(xinjiang, Kind.TAX_POLICY, **STEEL)
    row = rows_of("tax", [*three, xinjiang])["local_cit_share_relief"]
    assert [cell.state for cell in row.cells] == ["not_applicable"] * 3 + ["stated"]
    assert (row.coverage, row.class_) == ("one", "unique")


def test_provincial_terms_come_before_national_ones(three: list[Document]) -> None:
    say(three[0], Kind.TAX_POLICY)
    say(three[0], Kind.TAX_POLICY, relief="refund_on_time", scope="implementing")
    say(three[0], Kind.TAX_POLICY, relief="other", scope="provincial")
    groups = compare("tax", three).groups
    assert [(group.code, group.folded) for group in groups] == [
        ("provincial", False),
        ("implementing", False),
        ("national", True),
    ]


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"kinds_extracted": ["measure"]}, "未抽取（未运行该类抽取）"),
        ({"parts_recognised": ["tasks"]}, "未抽取（所在部分未识别）"),
        ({"parts_recognised": []}, "未抽取（所在部分未识别）"),
    ],
)
def test_not_extracted(three: list[Document], fields: dict, label: str) -> None:
    say(three[0], Kind.TARGET)
    late = make_document("late", "gansu", **fields)
    cell = rows_of("targets", [three[0], late])["investment_growth"].cells[1]
    assert (cell.state, cell.label) == ("not_extracted", label)


def confirm(document: Document, key: str, state: str) -> None:
    author, _ = User.objects.get_or_create(username="author")
    Correction.objects.create(
        number=Correction.objects.count() + 1,
        action=Correction.Action.ABSENCE,
        state=state,
        document=document,
        key=key,
        reason="通读全文",
        base_version=1,
        author=author,
        created_at=timezone.now(),
    )


@pytest.mark.parametrize(("state", "reviewed"), [("approved", True), ("proposed", False)])
def test_a_confirmed_absence(three: list[Document], state: str, reviewed: bool) -> None:
    say(three[0], Kind.TARGET)
    confirm(three[1], "targets:investment_growth", state)
    confirm(three[2], "tax:investment_growth", state)  # of another dimension
    cells = rows_of("targets", three)["investment_growth"].cells
    assert (cells[1].state, cells[1].reviewed) == ("absent", reviewed)
    assert cells[1].label == ("原文未见相关表述（已核对）" if reviewed else "未检出")
    assert not cells[2].reviewed


def test_a_filtered_cell_does_not_claim_absence(three: list[Document]) -> None:
    say(three[0], Kind.MEASURE, tools=["land_quota"], instruments=["land"], force="committed")
    say(three[1], Kind.MEASURE, tools=["land_quota"], instruments=["land"], force="directive")
    confirm(three[1], "measures:land_quota", "approved")
    row = rows_of("measures", three, among=Record.objects.filter(document=three[0]))["land_quota"]
    assert [cell.label for cell in row.cells[1:]] == ["无符合筛选的记录"] * 2
    assert not row.cells[1].reviewed


def test_marks_are_against_the_base_and_the_class_stays(three: list[Document]) -> None:
    for document, value in zip(three, (35, 30, 35), strict=True):
        say(document, Kind.TARGET, value=value)
    row = rows_of("targets", three, base="henan")["investment_growth"]
    assert [cell.differs for cell in row.cells] == [("数值",), (), ("数值",)]
    assert row.cells[1].reference and row.class_ == "differing"
    assert not rows_of("targets", three[::2], base="shandong")["investment_growth"].differs


def test_only_some_classes_and_tallies_of_all(three: list[Document]) -> None:
    say(three[0], Kind.TARGET)
    say(three[1], Kind.TARGET, value=30)
    say(three[2], Kind.TARGET, indicators=["investment_share"])
    found = compare("targets", three, only=["unique"])
    assert [row.key for row in found.rows] == ["investment_share"]
    assert {t.class_: t.count for t in found.tallies} == {
        "differing": 1, "partial": 0, "common": 0, "unique": 1,
    }  # fmt: skip
    assert found.tallies[0].missing == (1, 1)


def test_two_documents_of_one_province_keep_apart(three: list[Document]) -> None:
    second = make_document("yunnan-2", "yunnan")
    columns = compare("targets", [three[2], second]).columns
    assert [column.label for column in columns] == ["云南（1）", "云南（2）"]


def test_more_than_forty_columns() -> None:
    with pytest.raises(ValueError, match="40"):
        compare("targets", [Document()] * 41)


def test_marks_are_against_a_number_rather_than_an_aim_without_one(three: list[Document]) -> None:
    growth = {"indicators": ["investment_growth"]}
    say(three[0], Kind.GOAL, **growth)
    say(three[1], Kind.TARGET, **growth)
    say(three[2], Kind.TARGET, value=20, **growth)
    cells = compare("targets", three).rows[0].cells
    assert [cell.reference for cell in cells] == [False, True, False]
    assert [cell.differs for cell in cells] == [("有无量化",), (), ("数值",)]
