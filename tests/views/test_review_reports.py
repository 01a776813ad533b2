"""这条有误: anyone may say so, not too often; the words wait for staff, the answer is public."""

import pytest
from django.test import Client

from policies.models import Audit, Document, Record, ReviewItem
from policies.views.report_rate import PER_ADDRESS

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(portal: None) -> str:
    return "/report/gansu-t10/"


def test_a_report_lands_in_the_queue_with_an_audit_row(address: str) -> None:
    before = Audit.objects.count()
    answer = Client().post(address, {"text": "应为百分之一点五"})
    item = ReviewItem.objects.get()
    assert answer.status_code == 302
    assert (item.cause, item.detail, item.record.ref) == (
        "report",
        {"text": "应为百分之一点五"},
        "gansu-t10",
    )
    assert Audit.objects.count() == before + 1


def test_the_same_words_again_are_no_second_item(address: str) -> None:
    for _ in range(2):
        Client().post(address, {"text": "应为百分之一点五"})
    assert ReviewItem.objects.count() == 1


@pytest.mark.parametrize("text", ["", "  ", "错", "\0错误很大", "长" * 1001])
def test_what_says_nothing_is_not_taken(address: str, text: str) -> None:
    assert Client().post(address, {"text": text}).status_code == 422
    assert not ReviewItem.objects.exists()


def test_one_address_may_not_flood_the_queue(address: str) -> None:
    statuses = [
        Client().post(address, {"text": f"第{n}处有误"}).status_code for n in range(PER_ADDRESS + 2)
    ]
    assert statuses == [302] * PER_ADDRESS + [429] * 2
    other = Client(REMOTE_ADDR="10.1.1.1").post(address, {"text": "别处来的报错"})
    assert other.status_code == 302


def test_what_a_reader_typed_is_not_public_and_never_runs(address: str) -> None:
    Client().post(address, {"text": "<script>alert(1)</script>"})
    assert "alert(1)" not in Client().get("/records/gansu-t10/").content.decode()


def test_the_form_is_checked_against_forgery(address: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address, {"text": "应为百分之一点五"}).status_code == 403


def test_no_report_on_what_readers_cannot_see(portal: None) -> None:
    Document.objects.filter(slug="gansu").update(published=False)
    Record.objects.filter(ref="henan-t1").update(state="gone")
    assert Client().get("/report/gansu-t10/").status_code == 404
    assert Client().get("/report/henan-t1/").status_code == 404
