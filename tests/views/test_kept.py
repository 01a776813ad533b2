"""Answers from memory: the rendered ones to the byte and header, and never out of date."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.conf import settings as project
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client

from policies.models import DataVersion

pytestmark = pytest.mark.usefixtures("portal")
Counted = Callable[[int], object]
PAGES = ["/", "/targets/?format=json", "/compare/tax/?format=docx", "/methods/", "/search/?q=技改"]
OF_THE_ENCODING = {"Content-Encoding", "Content-Length"}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("encoding", ["", "gzip, br"])
def test_a_kept_answer_is_the_rendered_one_at_one_query(
    client: Client, django_assert_num_queries: Counted, path: str, method: str, encoding: str
) -> None:
    rendered = client.get(path)
    with django_assert_num_queries(1):
        kept = getattr(client, method)(path, headers={"Accept-Encoding": encoding})
    assert headers(kept) == headers(rendered)
    assert kept.headers.get("Content-Encoding") == ("gzip" if encoding else None)
    if method == "get" and not encoding:
        assert kept.content == rendered.content


def test_304_carries_what_every_response_carries(client: Client) -> None:
    rendered = client.get("/targets/")
    answer = client.get("/targets/", headers={"If-None-Match": rendered["ETag"]})
    assert (answer.status_code, answer.content) == (304, b"")
    gone = headers(rendered).keys() - headers(answer).keys()
    assert gone == {"Content-Type"}
    assert {headers(rendered)[name] for name in headers(answer)} == set(headers(answer).values())


def headers(response: HttpResponse) -> dict[str, str]:
    return {name: value for name, value in response.items() if name not in OF_THE_ENCODING}


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/targets/?format=csv", "a stream"),
        ("/records/henan-t999/", "an error"),
        ("/report/henan-t1/", "a form with a token"),
        ("/accounts/login/", "a form with a token"),
        ("/review/", "a redirect"),
        ("/healthz", "not of the data"),
    ],
)
def test_what_is_never_kept(client: Client, path: str, why: str) -> None:
    first = client.get(path, headers={"Accept-Encoding": "gzip"})
    again = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert again.status_code == first.status_code
    assert "Content-Encoding" not in again, why  # the mark of a kept answer


def test_new_data_is_seen_at_once(client: Client) -> None:
    before = client.get("/methods/")
    DataVersion.objects.update(number=10**6)
    after = client.get("/methods/", headers={"If-None-Match": before["ETag"]})
    assert (after.status_code, after["ETag"]) != (304, before["ETag"])


@pytest.mark.parametrize("name", ["HTTP_HOST", "QUERY_STRING", "wsgi.url_scheme"])
def test_another_address_is_another_answer(client: Client, name: str) -> None:
    """Files name the site they come from, so host and scheme are part of the address."""
    other = {"HTTP_HOST": "localhost", "QUERY_STRING": "x=1", "wsgi.url_scheme": "https"}[name]
    assert client.get("/methods/")["ETag"] != client.get("/methods/", **{name: other})["ETag"]


def test_a_wrong_host_is_refused_though_the_page_is_kept(client: Client) -> None:
    client.get("/methods/")
    assert client.get("/methods/", headers={"Host": "evil.example"}).status_code == 400


def test_a_session_or_an_act_never_meets_what_is_kept(client: Client) -> None:
    client.get("/methods/")
    assert client.post("/methods/").status_code == 405
    client.cookies[project.SESSION_COOKIE_NAME] = "somebody"
    assert client.get("/methods/")["Cache-Control"] == "private, no-store"


def test_what_is_kept_is_not_served_while_the_database_is_away(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.get("/methods/")

    def away() -> None:
        raise OperationalError("gone")

    monkeypatch.setattr("policies.views.kept.connection", SimpleNamespace(cursor=away))
    monkeypatch.setattr("policies.views.conditional.snapshot", away)
    answer = client.get("/methods/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
