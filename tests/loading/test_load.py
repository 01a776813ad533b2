"""Loading one document: same text, same rows; what changed is written, what vanished is kept."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from policies.corrections.versions import data_version
from policies.loading.problem import Problem
from policies.models import Audit, Collection, Document, Record, RecordSector, State

from .making import (
    LAND,
    STEEL,
    TARGETS,
    TEXT,
    extraction,
    load_text,
    measure,
    mention,
    rows,
    target,
)

pytestmark = pytest.mark.django_db
MOVED = f"一、主要目标\n{TARGETS}\n二、重点任务\n{LAND}\n加强组织领导。\n{STEEL}\n"


def standard(text: str) -> tuple:
    return target(text), measure(text), measure(text, LAND, sectors=()), mention(text)


def test_writes_columns_details_links_and_refs_in_text_order() -> None:
    report = load_text(TEXT, *standard(TEXT))
    assert report.created
    assert report.added == ["yunnan-t1", "yunnan-m1", "yunnan-n1", "yunnan-m2"]
    record = Record.objects.get(ref="yunnan-t1")
    assert record.target.value == Decimal(35)
    assert record.quote == "技术改造投资年均增长35%以上"
    assert (record.provision.path, record.part.code) == ("1", "targets")
    links = RecordSector.objects.filter(record__ref="yunnan-m1")
    stored = set(links.values_list("sector__code", "direct"))
    assert stored == {("steel", True), ("metallurgy", False)}
    assert Record.objects.get(ref="yunnan-m1").theme_links.get().cue == "技术改造"


@pytest.mark.parametrize("turn", [1, -1], ids=["in order", "backwards"])
def test_same_text_writes_nothing(turn: int) -> None:
    load_text(TEXT, *standard(TEXT))
    before, version, audits = rows(), data_version(), Audit.objects.count()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        report = load_text(TEXT, *standard(TEXT)[::turn])
    assert not report.wrote
    assert (rows(), data_version(), Audit.objects.count()) == (before, version, audits)
    writes = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert writes == []


def test_one_audit_row_and_one_data_version_for_a_load() -> None:
    version, audits = data_version(), Audit.objects.count()
    load_text(TEXT, *standard(TEXT))
    assert (data_version(), Audit.objects.count()) == (version + 1, audits + 1)
    assert Audit.objects.last().after["added"] == 4


def test_order_of_documents_does_not_matter() -> None:
    other = TEXT.replace("钢铁", "水泥")
    load_text(
        other,
        measure(other, STEEL.replace("钢铁", "水泥")),
        slug="henan",
        province="41",
        extracted=extraction(other, province="41"),
    )
    load_text(TEXT, *standard(TEXT))
    first = rows()
    Document.objects.all().delete()
    load_text(TEXT, *standard(TEXT))
    assert rows() == first


def test_moved_paragraphs_keep_their_refs() -> None:
    load_text(TEXT, *standard(TEXT))
    report = load_text(MOVED, *standard(MOVED), measure(MOVED, "加强组织领导。", sectors=()))
    assert report.added == ["yunnan-m3"]
    assert report.gone == []
    steel = Record.objects.get(ref="yunnan-m1")
    assert MOVED[steel.start : steel.end] == steel.quote == STEEL
    assert steel.version == 2
    assert Document.objects.get().former_texts.get().text == TEXT


def test_vanished_records_are_kept_and_come_back() -> None:
    load_text(TEXT, *standard(TEXT))
    without = TEXT.replace(STEEL + "\n", "")
    report = load_text(without, target(without), measure(without, LAND, sectors=()))
    assert report.gone == ["yunnan-m1", "yunnan-n1"]
    gone = Record.objects.get(ref="yunnan-m1")
    assert (gone.state, gone.quote) == (State.GONE, STEEL)
    report = load_text(TEXT, *standard(TEXT))
    assert sorted(report.returned) == ["yunnan-m1", "yunnan-n1"]
    assert report.added == []
    assert Record.objects.get(ref="yunnan-m1").state == State.PRESENT


def test_a_number_is_never_given_twice() -> None:
    load_text(TEXT, *standard(TEXT))
    load_text(TEXT, target(TEXT))
    other = TEXT.replace("钢铁", "水泥")
    report = load_text(other, measure(other, STEEL.replace("钢铁", "水泥")), mention(other, "水泥"))
    assert report.added == ["yunnan-m3", "yunnan-n2"]


def test_changed_value_is_written_with_a_new_version() -> None:
    load_text(TEXT, target(TEXT))
    report = load_text(TEXT, target(TEXT, value=Decimal("35.5")), version="test 2")
    assert report.changed == ["yunnan-t1"]
    record = Record.objects.get(ref="yunnan-t1")
    assert (record.target.value, record.effective["value"], record.version) == (
        Decimal("35.5"),
        35.5,
        2,
    )


def test_two_records_change_places() -> None:
    swapped = f"一、主要目标\n{TARGETS}\n二、重点任务\n{LAND}\n{STEEL}\n"
    load_text(TEXT, *standard(TEXT))
    report = load_text(swapped, *standard(swapped))
    assert (report.added, report.gone) == ([], [])
    assert Record.objects.get(ref="yunnan-m1").quote == STEEL


def test_removing_a_heading_leaves_records_in_the_right_provision() -> None:
    load_text(TEXT, *standard(TEXT))
    flat = TEXT.replace("二、重点任务\n", "")
    load_text(flat, *standard(flat))
    assert {row[-1] for row in rows().values()} == {"1"}
    assert Document.objects.get().provisions.count() == 1


BAD = {
    "same text under another slug": (
        {"slug": "copy"}, {}, "与已入库的“yunnan”正文相同"),
    "another province": (
        {"province": "41"}, {}, "清单说是河南省，正文却是云南省的文件"),
    "unknown province": ({"province": "99"}, {}, "未知的地区“99”"),
    "unknown collection": ({"collections": ("x",)}, {}, "未知的专辑：x"),
    "no heading": ({}, {"provisions": ()}, "认不出任何标题"),
}  # fmt: skip


@pytest.mark.parametrize(("entry", "changed", "reason"), BAD.values(), ids=BAD.keys())
def test_refuses_and_writes_nothing(entry: dict, changed: dict, reason: str) -> None:
    load_text(TEXT, *standard(TEXT))
    before, version = rows(), data_version()
    text = TEXT if "slug" in entry else MOVED
    with pytest.raises(Problem, match=reason):
        load_text(text, extracted=replace(extraction(text), **changed), **entry)
    assert (rows(), data_version(), Document.objects.count()) == (before, version, 1)


@pytest.mark.parametrize("name", ["53", "yunnan", "云南省", "云南", None])
def test_province_by_any_name_or_by_the_text(name: str | None) -> None:
    load_text(TEXT, province=name)
    assert Document.objects.get().province.code == "yunnan"


def test_joins_the_collection_of_the_instrument_it_implements() -> None:
    wanted = Collection.objects.create(slug="a", title="甲", instrument_number="国发〔2012〕44号")
    Collection.objects.create(slug="b", title="乙", instrument_number="国发〔2013〕1号")
    said = extraction(TEXT)
    said = replace(said, metadata=replace(said.metadata, implements_number="国发〔2012〕44号"))
    load_text(TEXT, extracted=said)
    assert list(Document.objects.get().collections.all()) == [wanted]


def test_what_the_tables_cannot_hold_is_named_not_stored() -> None:
    double = target(TEXT), target(TEXT, value=Decimal(36))
    report = load_text(TEXT, *double, mention(TEXT))
    assert report.added == ["yunnan-t1", "yunnan-n1"]
    assert len(report.skipped) == 1
    huge = target(TEXT, value=Decimal(10) ** 20)
    assert "数值" in load_text(TEXT, huge, mention(TEXT)).skipped[0]


def test_dry_run_says_what_would_happen_and_writes_nothing() -> None:
    load_text(TEXT, *standard(TEXT))
    before, version = rows(), data_version()
    report = load_text(MOVED, target(MOVED), dry_run=True)
    assert report.gone == ["yunnan-m1", "yunnan-n1", "yunnan-m2"]
    assert (rows(), data_version()) == (before, version)
