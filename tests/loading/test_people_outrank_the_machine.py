"""Approved corrections through later loads: kept, queued where in doubt, never re-attached."""

from decimal import Decimal

import pytest

from policies.corrections import adding
from policies.loading.verify import document_faults
from policies.models import Document, Record, ReviewItem, State, Status
from tests.corrections import people

from .making import LAND, STEEL, TARGETS, TEXT, load_text, measure, mention, target

pytestmark = pytest.mark.django_db
GROWTH = "技术改造投资年均增长35%以上"
SHUFFLED = f"一、主要目标\n新增一段。\n{TARGETS}\n二、重点任务\n{LAND}\n{STEEL}\n"


def load_standard(text: str = TEXT, version: str = "test", **changed: object) -> None:
    load_text(
        text,
        target(text, **changed),
        measure(text),
        measure(text, LAND, sectors=()),
        version=version,
    )


def causes() -> list[tuple[str, str]]:
    items = ReviewItem.objects.filter(closed_at__isnull=True).order_by("pk")
    return [(item.record.ref if item.record else "", item.cause) for item in items]


def sound() -> bool:
    return [fault for d in Document.objects.all() for fault in document_faults(d)
            if "旧版抽取器" not in fault and "原始" not in fault] == []  # fmt: skip


def test_a_corrected_value_survives_the_same_text() -> None:
    load_standard()
    people.correct("yunnan-t1", "value", 30)
    load_standard()
    record = Record.objects.get(ref="yunnan-t1")
    assert (record.target.value, record.status) == (Decimal(30), Status.CORRECTED)
    assert record.extracted["value"] == 35
    assert causes() == []
    assert sound()


def test_a_corrected_value_survives_moved_paragraphs() -> None:
    load_standard()
    people.correct("yunnan-t1", "value", 30)
    load_standard(SHUFFLED)
    record = Record.objects.get(ref="yunnan-t1")
    assert record.target.value == Decimal(30)
    assert SHUFFLED[record.start : record.end] == GROWTH
    assert sound()


def test_a_machine_that_changes_its_mind_is_queued_not_obeyed() -> None:
    load_standard()
    people.correct("yunnan-t1", "value", 30)
    load_standard(version="2", value=Decimal(36))
    assert Record.objects.get(ref="yunnan-t1").target.value == Decimal(30)
    assert causes() == [("yunnan-t1", "conflict")]
    detail = {"field": "value", "person": 30, "before": 35, "now": 36}
    assert ReviewItem.objects.get().detail == detail
    load_standard(version="2", value=Decimal(36))
    assert len(causes()) == 1  # the same doubt is one item


def test_a_machine_that_comes_to_agree_is_no_conflict() -> None:
    load_standard()
    people.correct("yunnan-t1", "value", 30)
    load_standard(version="2", value=Decimal(30))
    assert causes() == []


def test_a_change_in_another_field_is_taken_over() -> None:
    load_standard()
    people.correct("yunnan-t1", "value", 30)
    load_standard(version="2", scope="规模以上")
    record = Record.objects.get(ref="yunnan-t1")
    assert (record.target.scope, record.target.value) == ("规模以上", Decimal(30))
    assert causes() == []


def test_a_changed_quotation_is_queued_and_the_new_record_is_the_machines() -> None:
    load_standard()
    people.correct("yunnan-t1", "value", 30)
    other = TEXT.replace("35%", "45%")
    load_text(other, target(other, GROWTH.replace("35%", "45%"), value=Decimal(45)))
    old, new = Record.objects.of_kind("target").order_by("ref")
    assert (old.state, old.target.value, new.ref) == (State.GONE, Decimal(30), "yunnan-t2")
    assert new.target.value == Decimal(45)
    assert causes() == [("yunnan-t1", "vanished")]


def test_two_equal_quotations_are_ambiguous() -> None:
    load_standard()
    people.correct("yunnan-m1", "force", "directive")
    twice = f"一、主要目标\n{TARGETS}\n二、重点任务\n甲地：{STEEL}\n乙地：{STEEL}\n"
    first, second = twice.index(STEEL), twice.rindex(STEEL)
    both = [measure(twice, start=start, end=start + len(STEEL)) for start in (first, second)]
    load_text(twice, *both)
    assert Record.objects.get(ref="yunnan-m1").state == State.GONE
    assert causes() == [("yunnan-m1", "ambiguous")]
    assert set(Record.objects.present().of_kind("measure").values_list("measure__force")) == {
        ("encouraged",)
    }


def test_a_vanished_correction_comes_back_with_its_text() -> None:
    load_standard()
    people.correct("yunnan-m1", "force", "directive")
    load_text(TEXT.replace(STEEL, ""), target(TEXT.replace(STEEL, "")))
    assert causes() == [("yunnan-m1", "vanished")]
    load_standard()
    record = Record.objects.get(ref="yunnan-m1")
    assert (record.state, record.measure.force) == (State.PRESENT, "directive")
    assert causes() == []


def test_a_confirmed_record_stays_when_the_machine_drops_it() -> None:
    load_standard()
    people.confirm("yunnan-t1")
    load_text(TEXT, measure(TEXT), version="2")
    record = Record.objects.get(ref="yunnan-t1")
    assert (record.state, record.status, record.withdrawn) == ("present", "reviewed", True)
    assert causes() == [("yunnan-t1", "conflict")]
    assert not Record.objects.found_by_machine().filter(ref="yunnan-t1").exists()
    load_standard(version="3")
    assert not Record.objects.get(ref="yunnan-t1").withdrawn
    assert sound()


def test_a_record_without_work_on_it_goes_silently() -> None:
    load_standard()
    load_text(TEXT, measure(TEXT), version="2")
    assert Record.objects.get(ref="yunnan-t1").state == State.GONE
    assert causes() == []


def test_a_rejected_record_stays_rejected() -> None:
    load_standard()
    people.reject("yunnan-t1")
    load_standard(SHUFFLED)
    record = Record.objects.get(ref="yunnan-t1")
    assert (record.state, record.quote) == (State.REJECTED, GROWTH)
    assert sound()


def test_a_doubt_that_was_settled_stays_settled_until_a_new_one_is_queued() -> None:
    load_standard(doubt="damaged_glyph: 疑为3.5%")
    assert Record.objects.get(ref="yunnan-t1").status == Status.DOUBTFUL
    people.confirm("yunnan-t1")
    load_standard(doubt="damaged_glyph: 疑为3.5%")
    record = Record.objects.get(ref="yunnan-t1")
    assert (record.status, record.doubt, causes()) == (Status.REVIEWED, "", [])
    load_standard(doubt="damaged_glyph: 疑为0.35%", version="2")
    assert Record.objects.get(ref="yunnan-t1").status == Status.REVIEWED
    assert causes() == [("yunnan-t1", "conflict")]


ADDED = {"indicator": "新产品产值率", "indicators": ["new_product_rate"], "value": 18,
         "unit": "%", "comparator": "=", "change": "level", "accrual": "end"}  # fmt: skip


def test_an_added_record_follows_its_quotation() -> None:
    load_standard()
    people.add(Document.objects.get(), "target", "新产品产值率达到18%", ADDED)
    load_standard(SHUFFLED)
    record = Record.objects.get(ref="yunnan-t2")
    assert (record.quote, record.status) == ("新产品产值率达到18%", Status.ADDED)
    assert SHUFFLED[record.start : record.end] == record.quote
    assert record.extracted is None
    assert sound()


def test_an_added_record_whose_text_is_gone_is_queued() -> None:
    load_standard()
    people.add(Document.objects.get(), "target", "新产品产值率达到18%", ADDED)
    load_standard(TEXT.replace("达到18%", "大幅提高"))
    assert Record.objects.get(ref="yunnan-t2").state == State.GONE
    assert causes() == [("yunnan-t2", "vanished")]
    load_standard()
    assert Record.objects.get(ref="yunnan-t2").state == State.PRESENT
    assert sound()


def test_a_machine_that_learns_to_find_an_added_record_joins_it() -> None:
    load_standard()
    people.add(Document.objects.get(), "target", "新产品产值率达到18%", ADDED)
    same = {**ADDED, "indicators": ("new_product_rate",), "value": Decimal(18)}
    found = target(TEXT, "新产品产值率达到18%", key="new_product_rate", annual=False,
                   due=None, due_start=None, due_end=None, **same)  # fmt: skip
    load_text(TEXT, target(TEXT), found, version="2")
    record = Record.objects.get(ref="yunnan-t2")
    assert (record.extracted["value"], record.status) == (18, Status.ADDED)
    assert causes() == []
    assert Record.objects.of_kind("target").count() == 2


def test_a_reanchored_record_keeps_its_span() -> None:
    load_standard()
    people.reanchor("yunnan-t1", "投资年均增长35%以上")
    load_standard(SHUFFLED)
    record = Record.objects.get(ref="yunnan-t1")
    assert record.quote == "投资年均增长35%以上"
    assert SHUFFLED[record.start : record.end] == record.quote
    assert sound()


def test_a_new_fact_on_the_place_of_a_reanchored_record_is_not_stored_twice() -> None:
    load_standard()
    people.reanchor("yunnan-t1", "投资年均增长35%以上")
    shorter = target(TEXT, "投资年均增长35%以上")
    report = load_text(TEXT, target(TEXT), shorter, version="2")
    assert report.added == []
    assert "重合" in report.skipped[0]


def test_a_confirmed_absence_is_queued_when_the_text_changes_or_yields_a_record() -> None:
    load_text(TEXT, measure(TEXT, LAND, sectors=()))
    author, _ = people.people()
    document = Document.objects.get()
    for key in ("sectors:steel", "sectors:coal"):
        people.approve(
            adding.confirm_absence(
                document, key, author=author, reason="通读全文", version=document.version
            )
        )
    load_text(TEXT, measure(TEXT, LAND, sectors=()), mention(TEXT), version="2")
    assert causes() == [("", "conflict")]
    load_text(SHUFFLED, measure(SHUFFLED, LAND, sectors=()), mention(SHUFFLED))
    assert sorted(causes()) == [("", "ambiguous"), ("", "ambiguous"), ("", "conflict")]


def test_a_glyph_once_read_stays_read() -> None:
    damaged = TEXT.replace("35%", "3\ue0105%")
    quote = GROWTH.replace("35%", "3\ue0105%")
    doubtful = {"value": Decimal("3.5"), "doubt": "damaged_glyph: 疑为3.5%"}
    load_text(damaged, target(damaged, quote, **doubtful))
    author, _ = people.people()
    place, document = damaged.index("\ue010"), Document.objects.get()
    people.approve(
        adding.read_glyph(
            document, place, place + 1, ".", author=author, reason="见纸本", version=1
        )
    )
    record = Record.objects.get()
    assert (record.status, record.doubt, record.version) == (Status.REVIEWED, "", 2)
    moved = damaged.replace("一、主要目标\n", "一、主要目标\n新增一段。\n")
    load_text(moved, target(moved, quote, **doubtful))
    assert Record.objects.get().status == Status.REVIEWED
    assert sound()
