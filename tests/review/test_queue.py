"""The queue: worst first; the number on every choice is what the choice shows."""

import re
from collections.abc import Callable

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from policies.corrections.adding import add_record
from policies.corrections.proposing import propose
from policies.corrections.queue import Cause, Doubt, open_items
from policies.corrections.reports import report_error
from policies.models import Document, Record
from policies.views.review.queue_facets import facets
from policies.views.review.queue_filters import Asked, selected
from policies.views.review.waiting import ELSEWHERE, Reason, in_doubt_order

pytestmark = pytest.mark.django_db
People = Callable[..., Client]


@pytest.fixture
def waiting(person: Callable, damaged: Record) -> dict[Reason, str]:
    """One record for every reason, on measures of one document."""
    records = list(Record.objects.filter(document__slug="yunnan", kind="measure")[:8])
    conflict, lost, reported, proposed, rejected, reviewed = records[:6]
    document = conflict.document
    field = {"field": "force", "person": "mandatory", "before": None, "now": "directive"}
    open_items(document, [Doubt(Cause.CONFLICT, field, conflict), Doubt(Cause.AMBIGUOUS, {}, lost)])
    report_error(reported, "数字不对")
    propose(
        proposed,
        "force",
        "prohibited",
        author=person("录入"),
        reason="原文",
        version=proposed.version,
    )
    Record.objects.filter(pk=rejected.pk).update(state="rejected")
    Record.objects.filter(pk=reviewed.pk).update(status="reviewed")
    named = {
        Reason.DAMAGED: damaged,
        Reason.CONFLICT: conflict,
        Reason.LOST: lost,
        Reason.REPORT: reported,
        Reason.PROPOSED: proposed,
    }
    return {reason: record.ref for reason, record in named.items()}


def refs(**asked: object) -> list[str]:
    return [record.ref for record in in_doubt_order(selected(Asked(**asked)))]


@pytest.fixture
def reviewer(person: Callable) -> int:
    return person("审核").pk


def test_the_worst_stand_first(waiting: dict[Reason, str], reviewer: int) -> None:
    damaged = set(Record.objects.filter(status="doubtful").values_list("ref", flat=True))
    others = [ref for reason, ref in waiting.items() if reason != Reason.DAMAGED]
    shown = refs(reviewer=reviewer)
    assert set(shown[: len(damaged)]) == damaged
    assert shown[len(damaged) :][: len(others)] == others


def test_after_them_what_rules_contradict_what_lacks_a_field_the_rest(
    waiting: dict[Reason, str], reviewer: int
) -> None:
    ranks = [record.rank for record in in_doubt_order(selected(Asked(reviewer=reviewer)))]
    assert ranks == sorted(ranks)
    assert set(ranks) == set(range(ELSEWHERE))


def test_what_one_has_proposed_waits_elsewhere(
    waiting: dict[Reason, str], person: Callable, reviewer: int
) -> None:
    """Who proposes is not shown it again, who may decide sees it among the first."""
    proposed, author = waiting[Reason.PROPOSED], person("录入").pk
    assert proposed not in refs()
    assert proposed not in refs(reviewer=author)  # never one's own
    assert proposed in refs(reviewer=reviewer)
    assert refs(state="proposed") == [proposed]
    assert refs(reason="elsewhere", state="all") == [proposed]


def test_what_is_done_or_rejected_waits_no_longer(waiting: dict[Reason, str]) -> None:
    shown = set(refs())
    for gone in Record.objects.filter(state="rejected") | Record.objects.filter(status="reviewed"):
        assert gone.ref not in shown


def test_a_gone_record_waits_while_someone_must_look(portal: None) -> None:
    record = Record.objects.filter(kind="goal").first()
    Record.objects.filter(pk=record.pk).update(state="gone")
    assert record.ref not in refs()
    open_items(record.document, [Doubt(Cause.VANISHED, {"quote": "旧"}, record)])
    damaged = Record.objects.filter(status="doubtful").count()
    assert refs()[damaged] == record.ref  # behind the damaged glyphs


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"document": "gansu"},
        {"kind": "target", "state": "all"},
        {"field": "due"},
        {"reason": "missing", "kind": "measure"},
        {"state": "proposed"},
        {"state": "done"},
        {"field": "force", "document": "yunnan"},
    ],
)
def test_every_count_is_what_its_choice_shows(waiting: dict[Reason, str], asked: dict) -> None:
    for facet, choices in facets(Asked(**asked)).items():
        for choice in choices:
            chosen = Asked(**{**asked, facet: choice.value})
            assert choice.count == selected(chosen).count(), (asked, facet, choice.value)


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("document=gansu&kind=target", Asked("gansu", "target")),
        ("kind=nothing&reason=x&field=y&state=z", Asked()),  # unknown values are left out
        ("document=%00", Asked()),
        ("state=open", Asked()),
    ],
)
def test_the_address_is_read_leniently(query: str, asked: Asked) -> None:
    assert Asked.of(QueryDict(query)) == asked


def test_a_conflict_says_what_people_and_machine_hold(
    as_role: People, waiting: dict[Reason, str]
) -> None:
    text = as_role("审核").get("/review/?reason=conflict").content.decode()
    assert "人工所定：必须" in text
    assert "机器现值：要求" in text


def test_progress_counts_reviewed_of_present(as_role: People, waiting: dict[Reason, str]) -> None:
    total = Record.objects.present().filter(document__slug="yunnan").count()
    text = as_role("录入").get("/review/").content.decode()
    assert re.search(rf">1 / {total}<", text)


def test_the_way_through_the_queue(as_role: People, waiting: dict[Reason, str]) -> None:
    order = refs()
    text = as_role("录入").get(f"/review/{order[1]}/").content.decode()
    assert f'rel="prev" data-key="k" href="/review/{order[0]}/"' in text
    assert f'rel="next" data-key="j" href="/review/{order[2]}/"' in text


def test_the_queue_costs_a_bounded_number_of_queries(
    as_role: People, waiting: dict[Reason, str], django_assert_max_num_queries: object
) -> None:
    client = as_role("审核")
    client.get("/review/")  # the empty cells of the comparisons are kept from here on
    with django_assert_max_num_queries(22):
        assert client.get("/review/").status_code == 200


def test_an_answer_closes_what_waits_once(as_role: People, waiting: dict[Reason, str]) -> None:
    record = Record.objects.get(ref=waiting[Reason.REPORT])
    item = record.review_items.get()
    data = {
        "document": "yunnan",
        "cause": item.cause,
        "fingerprint": item.fingerprint,
        "answer": "已核对，原文如此",
    }
    reviewer = as_role("审核")
    for _ in range(2):
        assert reviewer.post("/review/answer/", data).status_code == 302
    item.refresh_from_db()
    assert (item.answer, item.closed_at <= timezone.now()) == ("已核对，原文如此", True)
    assert "已核对，原文如此" in Client().get(f"/records/{record.ref}/").content.decode()
    assert record.ref not in refs(reason="report")


def test_two_documents_of_one_province_are_told_apart(portal: None) -> None:
    henan = Document.objects.get(slug="henan")
    Document.objects.filter(slug="gansu").update(province=henan.province)
    choices = facets(Asked())["document"]
    assert {c.value: c.label for c in choices if c.value in ("henan", "gansu", "yunnan")} == {
        "henan": "河南 henan",
        "gansu": "河南 gansu",
        "yunnan": "云南",
    }


def test_an_addition_is_approved_from_the_queue_that_shows_all_its_fields(
    as_role: People, person: Callable, portal: None
) -> None:
    document = Document.objects.get(slug="gansu")
    fields = {"indicator": "转型", "statement": "推动工业转型升级"}
    said = {"author": person("录入"), "reason": "漏抽", "version": document.version}
    made = add_record(document, "goal", 100, 108, fields, **said)
    reviewer = as_role("审核")
    shown = reviewer.get("/review/").content.decode()
    assert "文件事项（1）" in shown
    assert "<ins>推动工业转型升级</ins>" in shown
    tick = f"{made.number}:{document.version}"
    assert f'value="{tick}"' in shown
    reviewer.post("/review/bulk/", {"approve": [tick]})
    made.refresh_from_db()
    assert (made.state, made.record.status) == ("approved", "added")
