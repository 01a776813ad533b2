"""The reading pages: what stands on them, how many queries they cost, what they answer when wrong."""

import re

import pytest
from django.test import Client
from django.utils.html import escape

from policies.models import Document, Kind, Record, State
from tests.factories import make_document, make_target

pytestmark = pytest.mark.usefixtures("portal")

SLUGS = ("yunnan", "xinjiang", "henan", "gansu", "shandong")
PAGES = (
    "/",
    "/compare/",
    "/documents/henan/",
    "/records/henan-t1/",
    "/provinces/gansu/",
    "/sectors/",
    "/sectors/steel/",
    "/methods/",
    "/quality/",
    "/changes/",
    "/changes.atom",
    "/healthz",
    "/readyz",
)


@pytest.mark.parametrize("path", PAGES)
def test_page_answers(client: Client, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", [*PAGES, "/no-such-page/", "/targets/?q=%00"])
def test_every_response_is_closed_to_other_hosts(client: Client, path: str) -> None:
    response = client.get(path)
    policy = response["Content-Security-Policy"]
    assert policy.startswith("default-src 'self'")
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert "style=" not in response.content.decode()
    assert "http://" not in response.content.decode().replace("http://www.w3.org", "").replace(
        "http://testserver", ""
    )


def test_overview_names_all_five(client: Client) -> None:
    page = client.get("/").content.decode()
    for slug in SLUGS:
        assert f'name="doc" value="{slug}"' in page


@pytest.mark.parametrize("slug", SLUGS)
def test_document_shows_all_of_its_text(client: Client, slug: str) -> None:
    page = client.get(f"/documents/{slug}/").content.decode()
    shown = "".join(re.sub(r"<[^>]+>", "", page).split())
    text = Document.objects.get(slug=slug).text
    for line in filter(None, text.split("\n")):
        for half in (line[: len(line) // 2], line[len(line) // 2 :]):  # a run-in heading ends once
            tail = "".join(half.split())[-12:]
            assert escape(tail) in shown


def test_document_links_every_record_and_back(client: Client) -> None:
    page = client.get("/documents/gansu/").content.decode()
    for ref in (
        Record.objects.filter(document__slug="gansu").present().values_list("ref", flat=True)
    ):
        assert f'href="/records/{ref}/"' in page
    record = client.get("/records/gansu-t1/").content.decode()
    assert "/documents/gansu/?record=gansu-t1#hl" in record


def test_document_highlights_a_record(client: Client) -> None:
    record = Record.objects.get(ref="yunnan-t1")
    page = client.get("/documents/yunnan/?record=yunnan-t1").content.decode()
    marked = page.split('<mark id="hl">')[1].split("</mark>")[0]
    assert record.quote[:4] in marked


@pytest.mark.parametrize(
    "query",
    [
        "record=nobody",
        "from=9&to=3",
        "from=%00&to=x",
        "from=٣&to=٤",
        "kind=none",
        "from=1&to=99999999",
    ],
)
def test_a_wrong_address_of_a_place_shows_the_document(client: Client, query: str) -> None:
    assert client.get(f"/documents/yunnan/?{query}").status_code == 200


def test_damaged_glyph_is_never_a_plain_fact(client: Client) -> None:
    record = Record.objects.get(document__slug="gansu", kind=Kind.TARGET, status="doubtful")
    page = client.get(f"/records/{record.ref}/").content.decode()
    assert "疑为1.5%" in page
    assert "存疑" in page


def test_gone_record_answers_410_with_its_last_words(client: Client) -> None:
    record = Record.objects.get(ref="henan-t1")
    Record.objects.filter(pk=record.pk).update(state=State.GONE)
    response = client.get("/records/henan-t1/")
    assert response.status_code == 410
    assert record.quote in response.content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/records/henan-t999/",
        "/documents/hunan/",
        "/provinces/nowhere/",
        "/sectors/x/",
        "/compare/x/",
    ],
)
def test_unknown_things_answer_404_in_chinese(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "没有这个页面" in response.content.decode()


def test_drafts_are_not_public(client: Client) -> None:
    document = make_document("draft", published=False)
    record = make_target(document)
    for path in ("/documents/draft/", f"/records/{record.ref}/"):
        assert client.get(path).status_code == 404
    assert "draft" not in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("path", "most"),
    [("/", 6), ("/documents/henan/", 10), ("/records/henan-t1/", 14), ("/sectors/", 10)],
)
def test_queries_are_few(
    client: Client, django_assert_max_num_queries: object, path: str, most: int
) -> None:
    with django_assert_max_num_queries(most):
        client.get(path)


def test_database_away_answers_503(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import OperationalError

    def fail(*args: object) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr("policies.views.overview.published_documents", fail)
    response = client.get("/?view=counts")
    assert response.status_code == 503
    assert response["Retry-After"] == "10"
    assert "数据未受影响" in response.content.decode()
