"""Signing in and out, who is let in, and that nobody acts in another's name."""

from collections.abc import Callable

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.test import Client

pytestmark = pytest.mark.django_db
People = Callable[..., Client]
PASSWORD = "一段足够长的口令2024"


@pytest.fixture
def account(portal: None) -> User:
    user = User.objects.create_user("林", password=PASSWORD)
    user.groups.add(Group.objects.get(name="录入"))
    return user


def sign_in(client: Client, password: str = PASSWORD, to: str = "/review/") -> object:
    data = {"username": "林", "password": password, "next": to}
    return client.post("/accounts/login/", data)


def test_who_is_not_signed_in_goes_there_and_comes_back(account: User) -> None:
    client = Client()
    asked = client.get("/review/?kind=target")
    assert asked["Location"] == "/accounts/login/?next=/review/%3Fkind%3Dtarget"
    assert sign_in(client, to="/review/?kind=target")["Location"] == "/review/?kind=target"
    assert client.get("/review/?kind=target").status_code == 200


def test_an_act_without_signing_in_is_not_repeated_after_it(portal: None) -> None:
    answer = Client().post("/review/gansu-t10/confirm/")
    assert answer["Location"] == "/accounts/login/?next=/review/"


def test_an_account_without_a_role_is_told_so(as_role: People) -> None:
    answer = as_role("", "客人").get("/review/")
    assert answer.status_code == 403
    assert "没有权限" in answer.content.decode()


def test_signing_in_changes_the_session(account: User) -> None:
    client = Client()
    client.get("/accounts/login/")
    session = client.session
    session["before"] = 1
    session.save()
    old = client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    sign_in(client)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != old


def test_signing_out_is_an_act_and_ends_the_session(account: User) -> None:
    client = Client()
    sign_in(client)
    assert client.get("/accounts/logout/").status_code == 405
    client.post("/accounts/logout/")
    assert client.get("/review/").status_code == 302


def test_guessing_passwords_is_stopped_and_said_in_chinese(account: User) -> None:
    client = Client()
    answers = [sign_in(client, "错误的口令") for _ in range(settings.AXES_FAILURE_LIMIT + 1)]
    assert answers[0].status_code == 200
    assert answers[-1].status_code == 429
    assert "稍后再试" in answers[-1].content.decode()
    assert sign_in(client).status_code == 429  # the right one does not help now


@pytest.mark.parametrize(
    "address", ["/review/gansu-t10/", "/review/bulk/", "/review/upload/", "/review/answer/"]
)
def test_forged_forms_are_refused(as_role: People, person: Callable, address: str) -> None:
    user = person("管理")
    user.groups.add(Group.objects.get(name="审核"))
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(user)
    assert strict.post(address, {}).status_code == 403


def test_pages_of_the_workbench_are_never_kept(as_role: People) -> None:
    assert "no-store" in as_role("录入").get("/review/")["Cache-Control"]


def test_no_way_out_of_the_site_after_signing_in(account: User) -> None:
    assert sign_in(Client(), to="https://example.org/")["Location"] == "/"
