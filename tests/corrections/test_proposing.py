"""Proposing: with a reason and a version, checked, once per token."""

from collections.abc import Callable

import pytest

from policies.corrections import adding, proposing
from policies.corrections.checking import in_order
from policies.corrections.errors import CorrectionError, StaleVersion
from policies.corrections.versions import data_version
from policies.models import Audit, Correction, Document, Record
from tests.loading.making import STEEL, TEXT, load_text, measure, target

from .people import approve, people, propose, reject

pytestmark = pytest.mark.django_db


@pytest.fixture
def record() -> Record:
    load_text(TEXT, target(TEXT), measure(TEXT))
    return Record.objects.get(ref="yunnan-t1")


def test_a_proposal_changes_nothing_readers_see(record: Record) -> None:
    correction = propose(record, "value", 30)
    now = Record.objects.get(ref="yunnan-t1")
    assert (now.target.value, now.status, now.version) == (35, "unreviewed", 2)
    assert (correction.seen, correction.value, correction.state) == (35, 30, "proposed")


def test_one_act_one_audit_row_one_data_version(record: Record) -> None:
    version, audits = data_version(), Audit.objects.count()
    propose(record, "value", 30)
    assert (data_version(), Audit.objects.count()) == (version + 1, audits + 1)
    row = Audit.objects.last()
    assert (row.actor, row.action, row.subject) == ("lin", "propose_field", "record:yunnan-t1")
    assert (row.before, row.after["value"], row.reason) == (35, 30, "原文如此")


def test_numbers_count_up(record: Record) -> None:
    first = propose(record, "value", 30)
    second = propose(Record.objects.get(pk=record.pk), "unit", "个")
    assert second.number == first.number + 1


def test_a_stale_version_is_told_with_both_and_writes_nothing(record: Record) -> None:
    propose(record, "value", 30)
    before = Correction.objects.count(), Audit.objects.count(), data_version()
    with pytest.raises(StaleVersion, match="第 1 版，现为第 2 版") as caught:
        propose(record, "value", 31)
    assert (caught.value.based_on, caught.value.current) == (1, 2)
    assert (Correction.objects.count(), Audit.objects.count(), data_version()) == before


def test_the_same_token_twice_is_one_proposal(record: Record) -> None:
    first = propose(record, "value", 30, token="abc")
    audits = Audit.objects.count()
    assert propose(record, "value", 30, token="abc") == first
    assert Audit.objects.count() == audits


def test_a_token_of_someone_else_is_another_proposal(record: Record) -> None:
    propose(record, "value", 30, token="abc")
    again = Record.objects.get(pk=record.pk)
    propose(again, "value", 31, token="abc", author=people()[1])
    assert Correction.objects.count() == 2


WRONG = {
    "unknown field": ("colour", 1, "没有“colour”这个字段"),
    "same value": ("value", 35, "新值与现值相同"),
    "a word for a number": ("value", "30", "值的类型或范围不对"),
    "nothing for a number": ("value", None, "不能为空"),
    "an unknown choice": ("comparator", "≥", "不认识的值"),
    "an unknown sector": ("sector", "atlantis", "词表中没有"),
    "an unknown indicator": ("indicators", ["atlantis"], "词表中没有"),
    "a maximum below the value": ("value_max", 10, "上限小于数值"),
    "a year that is none": ("due_end", 15, "值的类型或范围不对"),
    "an end before the start": ("due_end", 2009, "截止年早于起始年"),
    "a number with too many places": ("value", 1.12345678, "值的类型或范围不对"),
}


@pytest.mark.parametrize(("field", "value", "message"), WRONG.values(), ids=WRONG.keys())
def test_refuses_what_cannot_be(record: Record, field: str, value: object, message: str) -> None:
    with pytest.raises(CorrectionError, match=message):
        propose(record, field, value)
    assert Record.objects.get(pk=record.pk).version == 1


RIGHT = {
    "a fraction": ("value", 30.5),
    "nothing where nothing may be": ("due_end", None),
    "a maximum above the value": ("value_max", 40),
    "a sector": ("sector", "steel"),
    "two indicators": ("indicators", ["investment_growth", "investment_total"]),
}


@pytest.mark.parametrize(("field", "value"), RIGHT.values(), ids=RIGHT.keys())
def test_takes_what_can_be(record: Record, field: str, value: object) -> None:
    approve(propose(record, field, value))
    assert Record.objects.get(pk=record.pk).effective[field] == value


def test_empty_text_is_nothing(record: Record) -> None:
    approve(propose(record, "due", ""))
    assert Record.objects.get(pk=record.pk).effective["due"] is None


def test_no_reason_no_proposal(record: Record) -> None:
    with pytest.raises(CorrectionError, match="理由"):
        propose(record, "value", 30, reason=" ")
    assert Record.objects.get(pk=record.pk).version == 1


def test_a_rejected_record_takes_no_more(record: Record) -> None:
    reject("yunnan-t1")
    with pytest.raises(CorrectionError, match="已驳回"):
        propose(Record.objects.get(pk=record.pk), "value", 30)


PLACES = {
    "the same": (lambda r: (r.start, r.end), "与现范围相同"),
    "outside the text": (lambda r: (0, len(TEXT) + 1), "不在正文之内"),
    "backwards": (lambda r: (r.end, r.start), "不在正文之内"),
    "only white space": (lambda r: (TEXT.index("\n"), TEXT.index("\n") + 1), "只有空白"),
}


@pytest.mark.parametrize(("place", "message"), PLACES.values(), ids=PLACES.keys())
def test_refuses_a_span(record: Record, place: Callable, message: str) -> None:
    start, end = place(record)
    with pytest.raises(CorrectionError, match=message):
        proposing.reanchor(
            record, start, end, author=people()[0], reason="范围有误", version=record.version
        )


def test_refuses_to_add_where_a_record_stands(record: Record) -> None:
    document, start = Document.objects.get(), TEXT.index(STEEL)
    fields = {"force": "encouraged"}
    with pytest.raises(CorrectionError, match="已有同类记录 yunnan-m1"):
        adding.add_record(
            document, "measure", start, start + len(STEEL), fields,
            author=people()[0], reason="漏抽", version=document.version,
        )  # fmt: skip


def test_refuses_to_add_to_a_text_that_has_changed(record: Record) -> None:
    document = Document.objects.get()
    load_text(TEXT + "附件。\n", target(TEXT), measure(TEXT))
    with pytest.raises(StaleVersion):
        adding.confirm_absence(
            document, "tax:vat_reform", author=people()[0], reason="通读", version=1
        )


def test_an_absence_is_confirmed_once(record: Record) -> None:
    document = Document.objects.get()
    said = {"author": people()[0], "reason": "通读", "version": document.version}
    adding.confirm_absence(document, "tax:vat_reform", **said)
    with pytest.raises(CorrectionError, match="已有人确认"):
        adding.confirm_absence(document, "tax:vat_reform", **said)


@pytest.mark.parametrize(
    ("now", "values", "order"),
    [
        ((10, 20), {"value": 50, "value_max": 60}, ["value_max", "value"]),  # raised: 上限 first
        ((10, 20), {"value_max": 6, "value": 5}, ["value", "value_max"]),  # lowered: 数值 first
        ((10, 20), {"value": 15, "value_max": 30}, ["value", "value_max"]),  # either way
        ((10, None), {"value_max": 60, "value": 50}, ["value_max", "value"]),
        ((10, 20), {"value": 50, "value_max": 40}, ["value_max", "value"]),  # 数值 is refused then
    ],
)
def test_each_value_may_be_approved_after_those_before_it(
    record: Record, now: tuple, values: dict, order: list[str]
) -> None:
    fields = {**record.effective, "value": now[0], "value_max": now[1]}
    assert in_order("target", fields, values) == order


def test_a_range_is_proposed_as_a_whole_and_approved_in_its_order(record: Record) -> None:
    approve(propose(record, "value_max", 40))
    maximum = propose(Record.objects.get(pk=record.pk), "value_max", 60)
    raised = Record.objects.get(pk=record.pk)
    value = propose(raised, "value", 50, beside={"value_max": 60})
    with pytest.raises(CorrectionError, match=f"上限小于数值；请先通过同时提出的 {maximum}"):
        approve(value)
    approve(maximum)
    approve(value)
    now = Record.objects.get(pk=record.pk)
    assert (now.target.value, now.target.value_max) == (50, 60)


def test_a_value_alone_must_still_fit(record: Record) -> None:
    approve(propose(record, "value_max", 40))
    with pytest.raises(CorrectionError, match="上限小于数值"):
        propose(Record.objects.get(pk=record.pk), "value", 50)
