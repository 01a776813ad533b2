"""One record on the workbench: propose, overtake, decide; nothing typed is lost, nothing doubled."""

from collections.abc import Callable

import pytest
from django.test import Client

from policies.models import Audit, Correction, Record

from .forms import form_of

pytestmark = pytest.mark.django_db
People = Callable[..., Client]


@pytest.fixture
def page(damaged: Record) -> str:
    return f"/review/{damaged.ref}/"


def filled(client: Client, page: str, **typed: str) -> dict[str, str]:
    return form_of(client.get(page), page) | {"reason": "核对原文"} | typed


def test_only_what_was_changed_is_proposed(as_role: People, page: str) -> None:
    client = as_role("录入")
    answer = client.post(page, filled(client, page, value="1.6", unit="％"))
    assert answer.status_code == 302
    made = list(Correction.objects.values_list("field", "seen", "value", "state"))
    assert sorted(made) == [("unit", "%", "％", "proposed"), ("value", 1.5, 1.6, "proposed")]


def test_an_untouched_form_proposes_nothing(as_role: People, page: str) -> None:
    client = as_role("录入")
    answer = client.post(page, filled(client, page))
    assert answer.status_code == 422
    assert "没有改动任何字段" in answer.content.decode()
    assert not Correction.objects.exists()


def test_a_reason_is_required_and_what_was_typed_stays(as_role: People, page: str) -> None:
    client = as_role("录入")
    answer = client.post(page, filled(client, page, value="1.6", reason=" "))
    assert answer.status_code == 422
    assert form_of(answer, page)["value"] == "1.6"
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("name", "typed", "why"),
    [
        ("value", "很多", "不是数"),
        ("value", "1e400", "超出范围"),
        ("base_year", "20x", "不是整数"),
        ("indicators.0.code", "没有的指标", "词表中没有"),
        ("value_max", "1", "上限小于数值"),
        ("unit", "", "不能为空"),
        ("indicator", "甲\0乙", "类型或范围"),
    ],
)
def test_what_is_no_value_is_refused_in_words(
    as_role: People, page: str, name: str, typed: str, why: str
) -> None:
    client = as_role("录入")
    answer = client.post(page, filled(client, page, **{name: typed}))
    assert (answer.status_code, why in answer.content.decode()) == (422, True)
    assert form_of(answer, page)[name] == typed
    assert not Correction.objects.exists()


def test_the_same_form_twice_is_one_change_and_one_audit_row(as_role: People, page: str) -> None:
    client = as_role("录入")
    form, before = filled(client, page, value="1.6"), Audit.objects.count()
    assert [client.post(page, form).status_code for _ in range(3)] == [302, 302, 302]
    assert Correction.objects.count() == 1
    assert Audit.objects.count() == before + 1


def test_a_sent_form_changed_and_sent_again_is_not_swallowed(as_role: People, page: str) -> None:
    client = as_role("录入")
    form = filled(client, page, value="1.6")
    client.post(page, form)
    answer = client.post(page, form | {"value": "1.7"})
    assert answer.status_code == 422
    assert "已经提交过" in answer.content.decode()
    assert form_of(answer, page)["value"] == "1.7"


def test_a_stale_form_gets_both_versions_and_keeps_the_text(as_role: People, page: str) -> None:
    late, early = as_role("录入", "迟"), as_role("录入", "早")
    form = filled(late, page, value="1.7", unit="％", reason="迟到的理由")
    early.post(page, filled(early, page, value="1.6"))
    approve_all(as_role("审核"))
    answer = late.post(page, form)
    text, again = answer.content.decode(), form_of(answer, page)
    assert answer.status_code == 409
    assert "<td>1.5</td><td>1.6</td><td>1.7</td>" in text
    assert (again["value"], again["unit"], again["reason"]) == ("1.7", "％", "迟到的理由")
    assert Correction.objects.count() == 1
    assert late.post(page, again).status_code == 302  # now on what stands
    assert Correction.objects.filter(field="value", seen=1.6, value=1.7).exists()


def test_a_field_left_alone_never_takes_back_what_others_did(as_role: People, page: str) -> None:
    late, early = as_role("录入", "迟"), as_role("录入", "早")
    form = filled(late, page, unit="％")
    early.post(page, filled(early, page, value="1.6"))
    approve_all(as_role("审核"))
    again = form_of(late.post(page, form), page)
    late.post(page, again)
    assert set(Correction.objects.values_list("field", "value")) == {("value", 1.6), ("unit", "％")}


def approve_all(client: Client) -> None:
    for correction in Correction.objects.filter(state="proposed"):
        version = Record.objects.get(pk=correction.record_id).version
        client.post(f"/review/corrections/{correction.number}/approve/", {"version": version})
    assert not Correction.objects.filter(state="proposed").exists()


def proposed(client: Client, page: str, **typed: str) -> Correction:
    client.post(page, filled(client, page, **typed))
    return Correction.objects.get(state="proposed")


def test_approving_changes_the_record_and_shows_its_mark(as_role: People, page: str) -> None:
    proposed(as_role("录入"), page, value="1.6")
    approve_all(as_role("审核"))
    record = Record.objects.get(ref=page.split("/")[2])
    assert (float(record.target.value), record.status) == (1.6, "corrected")
    assert "已更正" in Client().get(f"/records/{record.ref}/").content.decode()


def test_nobody_approves_what_they_proposed(as_role: People, page: str) -> None:
    reviewer = as_role("审核")
    made = proposed(reviewer, page, value="1.6")
    address = f"/review/corrections/{made.number}/approve/"
    assert address not in reviewer.get(page).content.decode()
    answer = reviewer.post(address, {"version": 2})
    assert answer.status_code == 422
    assert "不能审核自己" in answer.content.decode()
    assert Correction.objects.get().state == "proposed"


def test_a_reviewer_may_change_the_value_and_the_proposed_one_is_kept(
    as_role: People, page: str
) -> None:
    made = proposed(as_role("录入"), page, value="1.6")
    data = {"version": 2, "revise": "1", "value": "1.55", "answer": "多看了一位"}
    as_role("审核").post(f"/review/corrections/{made.number}/approve/", data)
    made.refresh_from_db()
    assert (made.state, made.value, made.proposed) == ("approved", 1.55, 1.6)


def test_a_refused_decision_keeps_what_the_reviewer_typed(as_role: People, page: str) -> None:
    made = proposed(as_role("录入"), page, value="1.6")
    address = f"/review/corrections/{made.number}/approve/"
    data = {"version": 2, "revise": "1", "value": "约1.5", "answer": "意见在此"}
    answer = as_role("审核").post(address, data)
    again = form_of(answer, address)
    assert answer.status_code == 422
    assert (again["value"], again["answer"]) == ("约1.5", "意见在此")


def test_sending_back_needs_a_reason_and_changes_nothing(as_role: People, page: str) -> None:
    made, reviewer = proposed(as_role("录入"), page, value="1.6"), as_role("审核")
    address = f"/review/corrections/{made.number}/return/"
    assert reviewer.post(address, {"version": 2}).status_code == 422
    assert reviewer.post(address, {"version": 2, "answer": "原文是1.5"}).status_code == 302
    made.refresh_from_db()
    assert (made.state, made.answer) == ("rejected", "原文是1.5")
    assert Record.objects.get(ref=made.record.ref).status == "doubtful"


def test_the_author_takes_back_a_proposal_and_a_colleague_cannot(
    as_role: People, page: str
) -> None:
    author = as_role("录入", "作者")
    made = proposed(author, page, value="1.6")
    address = f"/review/corrections/{made.number}/revert/"
    data = {"version": 2, "answer": "看错了"}
    assert as_role("录入", "同事").post(address, data).status_code == 403
    assert author.post(address, data).status_code == 302
    assert Correction.objects.get().state == "reverted"


def test_an_approved_correction_is_reverted_by_a_reviewer(as_role: People, page: str) -> None:
    proposed(as_role("录入"), page, value="1.6")
    approve_all(as_role("审核"))
    made = Correction.objects.get()
    version = Record.objects.get(pk=made.record_id).version
    address = f"/review/corrections/{made.number}/revert/"
    as_role("审核").post(address, {"version": version, "answer": "据公报应为1.5"})
    record = Record.objects.get(pk=made.record_id)
    assert (record.target.value, record.status) == (1.5, "doubtful")


def test_a_record_that_is_not_there_is_404(as_role: People) -> None:
    assert as_role("录入").get("/review/gansu-t999/").status_code == 404


def test_the_page_costs_a_bounded_number_of_queries(
    as_role: People, page: str, django_assert_max_num_queries: object
) -> None:
    client = as_role("录入")
    with django_assert_max_num_queries(30):
        client.get(page)


@pytest.mark.parametrize(
    "seen",
    [
        "",
        "[]",
        "null",
        "{",
        '{"indicators": 5}',
        '{"value": "x"}',
        '{"nothing": 1}',
        '{"indicator": "\\ud800"}',
        "[" * 100000,
    ],
)
def test_whatever_comes_as_seen_is_no_error(as_role: People, page: str, seen: str) -> None:
    """It is only what the form was filled with; without it, what stands counts."""
    client = as_role("录入")
    answer = client.post(page, filled(client, page, value="1.6", seen=seen))
    assert answer.status_code == 302
    assert Correction.objects.get().seen == 1.5


def test_a_long_list_is_kept_whole(as_role: People, portal: None) -> None:
    record = Record.objects.filter(kind="measure").first()
    actor = {"as_written": "某厅", "function": "finance", "level": "province", "role": "jointly"}
    actors = [{**actor, "as_written": f"第{n}厅"} for n in range(60)]
    Record.objects.filter(pk=record.pk).update(effective={**record.effective, "actors": actors})
    client, page = as_role("录入"), f"/review/{record.ref}/"
    client.post(page, filled(client, page, force="mandatory"))
    assert [c.field for c in Correction.objects.all()] == ["force"]  # nothing cut off on the way


def test_value_and_maximum_change_together(as_role: People, page: str) -> None:
    client = as_role("录入")
    client.post(page, filled(client, page, value="10", value_max="20", reason="见原文"))
    approve_all(as_role("审核"))
    client.post(page, filled(client, page, value="50", value_max="60", reason="再核"))
    approve_all(as_role("审核"))
    record = Record.objects.get(ref="gansu-t10")
    assert (record.effective["value"], record.effective["value_max"]) == (50, 60)
