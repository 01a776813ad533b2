"""Deciding: by someone else, on what was seen; columns and links follow."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from policies.corrections import adding, deciding
from policies.corrections.errors import CorrectionError, StaleVersion
from policies.corrections.versions import data_version
from policies.loading.verify import document_faults
from policies.models import Audit, Correction, Document, Record, RecordSector
from tests.loading.making import TEXT, load_text, measure, target

from .people import add, approve, confirm, correct, people, propose, reanchor, reject

pytestmark = pytest.mark.django_db
ADDED = {"indicator": "新产品产值率", "indicators": ["new_product_rate"], "value": 18,
         "unit": "%", "comparator": "=", "change": "level", "accrual": "end"}  # fmt: skip


@pytest.fixture
def record() -> Record:
    load_text(TEXT, target(TEXT), measure(TEXT))
    return Record.objects.get(ref="yunnan-t1")


@pytest.fixture(autouse=True)
def ends_sound(db: None) -> object:
    """After every test the database holds what it promises."""
    yield
    faults = [f for d in Document.objects.all() for f in document_faults(d)]
    assert [fault for fault in faults if "旧版抽取器" not in fault] == []


def now(ref: str = "yunnan-t1") -> Record:
    return Record.objects.get(ref=ref)


def test_approval_writes_the_column_and_the_mark(record: Record) -> None:
    audits, version = Audit.objects.count(), data_version()
    correction = approve(propose(record, "value", 30))
    assert (now().target.value, now().status, now().extracted["value"]) == (30, "corrected", 35)
    assert (correction.state, correction.reviewer) == ("approved", people()[1])
    assert (Audit.objects.count(), data_version()) == (audits + 2, version + 2)


def test_links_follow_with_their_ancestors(record: Record) -> None:
    links = [{"sector": "cement", "relation": "subject", "via": "word"}]
    approve(propose(now("yunnan-m1"), "sectors", links))
    stored = RecordSector.objects.filter(record__ref="yunnan-m1").values_list(
        "sector__code", "direct"
    )
    assert set(stored) == {("cement", True), ("building_materials", False)}


def test_nobody_approves_their_own(record: Record) -> None:
    correction = propose(record, "value", 30)
    with pytest.raises(CorrectionError, match="自己提出"):
        approve(correction, reviewer=people()[0])
    assert now().target.value == 35


def test_the_database_refuses_it_too(record: Record) -> None:
    correction = propose(record, "value", 30)
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.filter(pk=correction.pk).update(reviewer=people()[0])


def test_a_stale_reviewer_is_told(record: Record) -> None:
    correction = propose(record, "value", 30)
    propose(now(), "unit", "个")
    with pytest.raises(StaleVersion):
        approve(correction, version=2)
    assert Correction.objects.get(pk=correction.pk).state == "proposed"


def test_approving_twice_is_once(record: Record) -> None:
    correction = propose(record, "value", 30)
    approve(correction, version=2)
    audits, version = Audit.objects.count(), now().version
    approve(correction, version=2)
    assert (Audit.objects.count(), now().version) == (audits, version)


def test_a_decided_one_cannot_be_decided_otherwise(record: Record) -> None:
    correction = approve(propose(record, "value", 30))
    with pytest.raises(CorrectionError, match="已通过，不能再审"):
        deciding.reject(correction, reviewer=people()[1], version=now().version, answer="不对")


def test_approved_with_a_change(record: Record) -> None:
    correction = approve(propose(record, "value", 30), value=32)
    assert (correction.value, correction.proposed, now().target.value) == (32, 30, 32)


def test_a_change_is_checked_too(record: Record) -> None:
    with pytest.raises(CorrectionError, match="值的类型"):
        approve(propose(record, "value", 30), value="三十")


def test_sent_back(record: Record) -> None:
    correction = propose(record, "value", 30)
    deciding.reject(correction, reviewer=people()[1], version=2, answer="原文是35")
    assert (now().target.value, now().status) == (35, "unreviewed")
    assert Correction.objects.get().answer == "原文是35"


def test_sending_back_needs_words(record: Record) -> None:
    correction = propose(record, "value", 30)
    with pytest.raises(CorrectionError, match="理由"):
        deciding.reject(correction, reviewer=people()[1], version=2, answer="")


def test_taken_back_after_approval(record: Record) -> None:
    correction = correct("yunnan-t1", "value", 30)
    deciding.revert(correction, actor=people()[1], version=now().version, reason="误判")
    assert (now().target.value, now().status) == (35, "unreviewed")


def test_the_author_takes_back_only_what_is_undecided(record: Record) -> None:
    author, reviewer = people()
    correction = propose(record, "value", 30)
    with pytest.raises(CorrectionError, match="只能由提出者撤回"):
        deciding.revert(correction, actor=reviewer, version=2, reason="误判")
    deciding.revert(correction, actor=author, version=2, reason="看错了")
    correction = correct("yunnan-t1", "value", 30)
    with pytest.raises(CorrectionError, match="不能由提出者自己撤销"):
        deciding.revert(correction, actor=author, version=now().version, reason="看错了")


def test_a_second_correction_of_a_field_takes_the_place_of_the_first(record: Record) -> None:
    first = correct("yunnan-t1", "value", 30)
    second = correct("yunnan-t1", "value", 31)
    assert now().target.value == 31
    assert Correction.objects.get(pk=first.pk).answer == f"由 #{second.number} 取代"


def test_two_fields_side_by_side(record: Record) -> None:
    correct("yunnan-t1", "value", 30)
    correct("yunnan-t1", "scope", "规模以上")
    assert (now().target.value, now().target.scope) == (30, "规模以上")


def test_confirming_marks_and_changes_nothing(record: Record) -> None:
    before = now().effective
    confirm("yunnan-t1")
    assert (now().status, now().effective) == ("reviewed", before)


def test_rejected_and_back(record: Record) -> None:
    correction = reject("yunnan-t1")
    assert (now().state, Record.objects.present().count()) == ("rejected", 1)
    deciding.revert(correction, actor=people()[1], version=now().version, reason="是目标")
    assert now().state == "present"


def test_reanchored(record: Record) -> None:
    reanchor("yunnan-t1", "投资年均增长35%以上")
    assert (now().quote, now().status) == ("投资年均增长35%以上", "corrected")
    assert TEXT[now().start : now().end] == now().quote


def test_added_and_taken_back(record: Record) -> None:
    correction = add(Document.objects.get(), "target", "新产品产值率达到18%", ADDED)
    added = now("yunnan-t2")
    assert (added.status, added.target.value, added.extracted) == ("added", Decimal(18), None)
    assert (added.provision.path, added.key) == ("1", "new_product_rate")
    deciding.revert(correction, actor=people()[1], version=added.version, reason="不是目标")
    assert now("yunnan-t2").state == "rejected"


def test_an_added_record_can_be_corrected(record: Record) -> None:
    add(Document.objects.get(), "target", "新产品产值率达到18%", ADDED)
    correct("yunnan-t2", "value", 18.5)
    assert (now("yunnan-t2").effective["value"], now("yunnan-t2").status) == (18.5, "added")


def test_two_additions_on_one_place(record: Record) -> None:
    document, start = Document.objects.get(), TEXT.index("新产品产值率达到18%")
    said = {"author": people()[0], "reason": "漏抽", "version": document.version}
    place = (document, "target", start, start + 11, ADDED)
    first, second = (adding.add_record(*place, **said) for _ in range(2))
    approve(first)
    with pytest.raises(CorrectionError, match="已有同类记录 yunnan-t2"):
        approve(second)


def test_a_proposal_whose_text_moved_away_must_be_made_anew(record: Record) -> None:
    document, start = Document.objects.get(), TEXT.index("新产品产值率达到18%")
    correction = adding.add_record(
        document, "target", start, start + 11, ADDED,
        author=people()[0], reason="漏抽", version=document.version,
    )  # fmt: skip
    other = TEXT.replace("新产品产值率达到18%", "新产品产值率大幅提高")
    load_text(other, target(other), measure(other))
    with pytest.raises(CorrectionError, match="原文已变动"):
        approve(correction)
