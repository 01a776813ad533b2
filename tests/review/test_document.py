"""The whole text: adding what the machine missed, reading what is damaged."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from django.test import Client

from policies.models import Correction, Document, Record
from policies.views.review.document import find_places

from .forms import form_of

pytestmark = pytest.mark.django_db
People = Callable[..., Client]


def add_address(document: Document, words: str, kind: str) -> str:
    start = document.text.index(words)
    return (
        f"/review/documents/{document.slug}/add/?kind={kind}&start={start}&end={start + len(words)}"
    )


def adding(client: Client, address: str, **typed: str) -> object:
    return client.post(address, form_of(client.get(address), "") | {"reason": "漏抽"} | typed)


def test_a_missed_record_is_proposed_reviewed_and_shown(as_role: People, portal: None) -> None:
    document = Document.objects.get(slug="gansu")
    address = add_address(document, "推动工业转型升级", "goal")
    answer = adding(as_role("录入"), address, **{"indicators.0.code": "新产品产值率"})
    made = Correction.objects.get()
    assert answer["Location"] == f"/review/corrections/{made.number}/"
    assert made.value["fields"]["statement"] == "推动工业转型升级"  # what was selected
    reviewer = as_role("审核")
    page = reviewer.get(answer["Location"]).content.decode()
    assert "推动工业转型升级" in page
    data = {"version": document.version}
    reviewer.post(f"/review/corrections/{made.number}/approve/", data)
    record = Record.objects.get(status="added")
    assert (record.quote, record.key) == ("推动工业转型升级", "new_product_rate")


def test_what_is_typed_stays_when_an_addition_is_refused(as_role: People, portal: None) -> None:
    address = add_address(Document.objects.get(slug="gansu"), "推动工业转型升级", "target")
    answer = adding(as_role("录入"), address, value="很多", unit="％")
    again = form_of(answer, "")
    assert (answer.status_code, again["value"], again["unit"]) == (422, "很多", "％")
    assert not Correction.objects.exists()


def test_an_addition_sent_twice_is_one(as_role: People, portal: None) -> None:
    client = as_role("录入")
    address = add_address(Document.objects.get(slug="gansu"), "推动工业转型升级", "goal")
    form = form_of(client.get(address), "") | {"reason": "漏抽"}
    assert [client.post(address, form).status_code for _ in range(2)] == [302, 302]
    assert Correction.objects.count() == 1
    assert client.post(address, form | {"statement": "别的"}).status_code == 422


@pytest.mark.parametrize(
    "query",
    [
        "",
        "kind=goal",
        "kind=goal&start=5&end=5",
        "kind=goal&start=0&end=9999999",
        "kind=x&start=1&end=2",
    ],
)
def test_no_span_or_kind_leads_back_to_the_text(as_role: People, portal: None, query: str) -> None:
    answer = as_role("录入").get(f"/review/documents/gansu/add/?{query}")
    assert (answer.status_code, answer["Location"]) == (302, "/review/documents/gansu/")


def test_words_are_found_without_script(as_role: People, portal: None) -> None:
    document = Document.objects.get(slug="gansu")
    places = find_places(document, "转型升级")
    assert len(places) > 1
    assert all(document.text[p.start : p.end] == "转型升级" for p in places)
    page = (
        as_role("录入").get(f"/review/documents/gansu/?quote={quote('转型升级')}").content.decode()
    )
    assert page.count("选定此处") == len(places)


def test_offsets_count_code_points(portal: None) -> None:
    """A character outside the basic plane is one: the browser counts it as two."""
    document = Document(text="甲\U00020000乙转型")
    assert [(p.start, p.end) for p in find_places(document, "转型")] == [(3, 5)]


def test_a_damaged_glyph_is_read_in_one_click_and_reviewed(
    as_role: People, damaged: Record
) -> None:
    client, address = as_role("录入"), "/review/documents/gansu/glyph/"
    form = form_of(client.get(f"/review/{damaged.ref}/"), address)
    text = damaged.document.text
    assert client.post(address, form).status_code == 302
    made = Correction.objects.get()
    assert (made.action, made.value, made.seen) == ("glyph", ".", "\ue010")
    version = {"version": damaged.document.version}
    as_role("审核").post(f"/review/corrections/{made.number}/approve/", version)
    damaged.refresh_from_db()
    assert (damaged.doubt, damaged.status) == ("", "reviewed")
    assert Document.objects.get(slug="gansu").text == text
    assert "损坏字（" not in client.get("/review/documents/gansu/").content.decode()


def test_an_absence_is_confirmed_in_one_click_and_shown_on_the_comparison(
    as_role: People, portal: None
) -> None:
    client = as_role("录入")
    listed = client.get("/review/absences/?dimension=targets&document=gansu").content.decode()
    first, second = [
        a.replace("&amp;", "&") for a in re.findall(r'"(/review/absence/[^"]*)"', listed)
    ][:2]
    assert all(query_of(address)["doc"] == ["gansu"] for address in (first, second))
    form = form_of(client.get(first), "")
    answer = client.post(first, form)
    made = Correction.objects.get()
    assert (made.action, made.reason) == ("absence", "通读原文，未见相关表述")
    following = query_of(answer["Location"])  # on to the next of the list
    assert [following[name] for name in ("row", "doc")] == [
        query_of(second)[name] for name in ("row", "doc")
    ]
    again = client.get("/review/absences/?dimension=targets&document=gansu").content.decode()
    assert (
        len(re.findall("/review/absence/", again))
        == len(re.findall("/review/absence/", listed)) - 1
    )
    approve_shown(as_role("审核"))
    assert "原文未见相关表述（已核对）" in Client().get("/compare/targets/").content.decode()
    assert client.post(first, form | {"token": "0" * 32}).status_code == 422  # once is enough


def query_of(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def approve_shown(client: Client) -> None:
    """Tick all that the queue shows and approve it, as with the page's button."""
    shown = client.get("/review/").content.decode()
    ticks = re.findall(r'form="bulk" name="approve" value="([^"]+)"', shown)
    assert client.post("/review/bulk/", {"approve": ticks}).status_code == 302


def test_beside_an_empty_cell_stands_what_is_most_like_the_others(
    as_role: People, portal: None
) -> None:
    """The machine is made to miss a target: its sentence is offered for adding it."""
    missed = Record.objects.get(ref="gansu-t16")  # water use; others say so too
    Record.objects.filter(pk=missed.pk).update(state="rejected")
    page = as_role("录入").get("/review/absence/?dimension=targets&row=water_intensity&doc=gansu")
    spans = re.findall(r"start=(\d+)&amp;end=(\d+)#hl", page.content.decode())
    offered = [missed.document.text[int(start) : int(end)] for start, end in spans]
    assert any(missed.quote in sentence for sentence in offered)


def test_cells_by_document_and_dimension_are_counted_as_they_are_listed(
    as_role: People, portal: None
) -> None:
    client = as_role("录入")
    queue = client.get("/review/?document=gansu").content.decode()
    address, count = re.search(
        r'href="(/review/absences/[^"]*)"[^>]*><span>未检出的格子</span> <span class="number">(\d+)',
        queue,
    ).groups()
    listed = client.get(address)
    assert listed.context["page"].paginator.count == int(count) > 0
    assert {cell.document for cell in listed.context["page"]} == {"gansu"}
    for choice in listed.context["facets"]["dimension"]:
        assert client.get(choice.address).context["page"].paginator.count == choice.count


@pytest.mark.parametrize(
    "query",
    [
        "dimension=targets&row=cod&doc=nowhere",
        "dimension=nothing&row=cod&doc=gansu",
        "dimension=targets&row=nothing&doc=gansu",
        "dimension=targets&row=investment_total&doc=gansu",  # stated, not absent
    ],
)
def test_only_an_empty_cell_can_be_confirmed(as_role: People, portal: None, query: str) -> None:
    assert as_role("录入").get(f"/review/absence/?{query}").status_code == 404


def test_a_draft_is_on_the_workbench_only(as_role: People, portal: None) -> None:
    Document.objects.filter(slug="gansu").update(published=False)
    assert as_role("录入").get("/review/documents/gansu/").status_code == 200
    assert Client().get("/documents/gansu/").status_code == 404


def test_the_same_word_everywhere_is_listed_first_then_proposed(
    as_role: People, portal: None
) -> None:
    words = {}
    for record in Record.objects.filter(kind="sector_mention"):
        words.setdefault((record.effective["as_written"], record.effective["sector"]), []).append(
            record
        )
    alike = max(words.values(), key=len)
    client, page = as_role("录入"), f"/review/{alike[0].ref}/"
    client.post(page, form_of(client.get(page), page) | {"sector": "水泥", "reason": "词表有误"})
    number = Correction.objects.get().number
    assert f"同词全部（{len(alike) - 1}）" in client.get(page).content.decode()
    address = f"/review/corrections/{number}/same-word/"
    shown = client.get(address).content.decode()
    assert all(f'value="{record.ref}:{record.version}"' in shown for record in alike[1:])
    data = {
        "token": form_of(client.get(address), "")["token"],
        "record": [f"{record.ref}:{record.version}" for record in alike[1:-1]],  # one is unticked
    }
    for _ in range(2):
        assert client.post(address, data).status_code == 302
    assert Correction.objects.count() == len(alike) - 1
    assert set(Correction.objects.values_list("value", flat=True)) == {"cement"}


def test_bulk_approval_takes_what_was_shown_and_ticked(as_role: People, portal: None) -> None:
    author, reviewer = as_role("录入"), as_role("审核")
    records = list(Record.objects.filter(kind="goal")[:3])
    for record in records:
        page = f"/review/{record.ref}/"
        typed = {"due": "2016", "due_end": "2016", "reason": "核对"}
        author.post(page, form_of(author.get(page), page) | typed)  # two fields of one record
    shown = [
        f"{c.number}:{Record.objects.get(pk=c.record_id).version}"
        for c in Correction.objects.exclude(record=records[2])
    ]
    Record.objects.filter(pk=records[1].pk).update(version=99)  # someone was faster
    reviewer.post("/review/bulk/", {"approve": [*shown, "x:1", "999999:1"]})
    states = Correction.objects.values_list("record__ref", "state")
    assert set(states) == {
        (records[0].ref, "approved"),
        (records[1].ref, "proposed"),
        (records[2].ref, "proposed"),
    }


def test_bulk_approval_leaves_ones_own_alone(as_role: People, portal: None) -> None:
    reviewer, record = as_role("审核"), Record.objects.filter(kind="goal").first()
    page = f"/review/{record.ref}/"
    reviewer.post(page, form_of(reviewer.get(page), page) | {"due": "2016", "reason": "核对"})
    number = Correction.objects.get().number
    assert 'name="approve"' not in reviewer.get("/review/?state=proposed").content.decode()
    reviewer.post("/review/bulk/", {"approve": [f"{number}:{record.version + 1}"]})
    assert Correction.objects.get().state == "proposed"
