"""Who may do what: every address of the URLconf × role × method, asked of the running portal."""

import csv
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.contrib.admin.utils import quote
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from policies.models import Province

TABLE = Path(__file__).with_name("permissions.csv")
ROLES = ("匿名", "录入", "审核", "管理")
METHODS = ("GET", "POST")
COLUMNS = [f"{method} {role}" for method in METHODS for role in ROLES]
EXAMPLES = {  # parameter -> a value that leads somewhere
    "slug": "gansu",
    "ref": "gansu-t10",
    "dimension": "targets",
    "number": "1",
    "token": "0" * 32,
    "app_label": "policies",
    "table": "sector",
    "code": "steel",
}
SLUGS = {"province": "gansu", "sector": "steel"}


def read_table() -> dict[str, dict[str, str]]:
    """Route -> column -> what is allowed, as checked in."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row.pop("route"): row for row in csv.DictReader(file)}


def write_table(rows: dict[str, dict[str, str]]) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["route", *COLUMNS], lineterminator="\n")
        writer.writeheader()
        writer.writerows({"route": route, **rows[route]} for route in sorted(rows))


def routes() -> dict[str, str]:
    """Route -> an address of it, for every pattern of the URLconf."""
    return {route: _address(pattern, route) for route, pattern in _patterns(get_resolver(), "")}


def everything() -> dict[str, dict[str, str]]:
    """Route -> column -> what the portal says to each role and method."""
    clients = {role: _client(role) for role in ROLES}
    return {route: _measured(clients, address) for route, address in routes().items()}


def _measured(clients: dict[str, Client], address: str) -> dict[str, str]:
    if "logout" in address:  # ends a session
        clients = {role: _client(role) for role in ROLES}
    return {
        f"{method} {role}": _said(_ask(client, method, address))
        for method in METHODS
        for role, client in clients.items()
    }


def _patterns(resolver: URLResolver, prefix: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern, route)
        else:
            yield route, pattern


def _address(pattern: URLPattern, route: str) -> str:
    address = "/" + route.removesuffix("$").replace("(?P<url>.*)", "nowhere/")
    for row in ("<path:object_id>", "<id>"):
        if row in address:
            address = address.replace(row, _row_of(route))
    for name, converter in pattern.pattern.converters.items():
        address = _filled(address, name, _example(pattern, name), type(converter).__name__)
    return address.replace(r"^(?P<app_label>auth|policies)/", "policies/")


def _row_of(route: str) -> str:
    """Key of a row that is there: what the admin says of a missing one is not what it allows.

    Keys themselves tell nothing: a database that other tests have used counts on from theirs.
    """
    app, model = route.removeprefix("admin/").split("/")[:2]
    of = Province if app == "r" else apps.get_model(app, model)
    first = of._default_manager.order_by("pk").first()
    return str(quote(first.pk)) if first else "1"


def _example(pattern: URLPattern, name: str) -> str:
    if name == "slug":
        return SLUGS.get(pattern.name or "", EXAMPLES["slug"])
    if name == "content_type_id":
        return str(ContentType.objects.get_for_model(Province).pk)
    return EXAMPLES.get(name, "1")


def _filled(address: str, name: str, value: str, converter: str) -> str:
    kind = {"SlugConverter": "slug", "IntConverter": "int", "PathConverter": "path"}.get(converter)
    return address.replace(f"<{kind}:{name}>", value).replace(f"<{name}>", value)


def _client(role: str) -> Client:
    client = Client()
    if role != "匿名":
        client.force_login(_person(role))
    return client


def _ask(client: Client, method: str, address: str) -> HttpResponse:
    return client.get(address) if method == "GET" else client.post(address, {})


def _person(role: str) -> User:
    """管理 works in the admin too."""
    user, made = User.objects.get_or_create(username=role)
    if made:
        user.groups.add(Group.objects.get(name=role))
    return user


def _said(response: HttpResponse) -> str:
    """登录 (sign in first), 403, 405, or 可 (let in, whatever then became of it)."""
    if response.status_code == 302 and "/login/" in response["Location"]:
        return "登录"
    return str(response.status_code) if response.status_code in {403, 405} else "可"
