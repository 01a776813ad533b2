"""Public pages are read only: any method but GET and HEAD gets 405, with or without a token."""

import pytest
from django.test import Client

from tests.review.matrix import routes

pytestmark = pytest.mark.usefixtures("portal")

# What takes POST; its own tests and permissions.csv say from whom.
TAKING = ("accounts/login/", "accounts/logout/", "admin/", "report/", "review/")


@pytest.fixture
def read_only() -> list[str]:
    return [path for route, path in routes().items() if not route.startswith(TAKING)]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_a_public_page_takes_nothing(read_only: list[str], method: str) -> None:
    client = Client(enforce_csrf_checks=True)
    answers = {path: client.generic(method, path) for path in read_only}
    found = {path: (a.status_code, a.headers.get("Allow")) for path, a in answers.items()}
    assert found == dict.fromkeys(read_only, (405, "GET, HEAD"))


def test_it_answers_head_as_get_without_the_body(read_only: list[str], client: Client) -> None:
    for path in read_only:
        read, head = client.get(path), client.head(path)
        assert (head.status_code, head.content) == (read.status_code, b""), path


def test_every_exception_is_an_address() -> None:
    assert [each for each in TAKING if not any(r.startswith(each) for r in routes())] == []
