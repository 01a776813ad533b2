"""People of each role, signed in, on the portal with its five documents."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from policies.models import Record

ROLES = ("录入", "审核", "管理")


@pytest.fixture
def person(portal: None) -> Callable[[str, str], User]:
    """Return `person(role, name)`; "" is no role at all."""

    def person(role: str, name: str = "") -> User:
        user, made = User.objects.get_or_create(username=name or f"{role}员")
        if made and role:
            user.groups.add(Group.objects.get(name=role))
        return user

    return person


@pytest.fixture
def as_role(person: Callable[[str, str], User]) -> Callable[[str, str], Client]:
    """Return `as_role(role, name)`: a client signed in as such a person."""

    def as_role(role: str, name: str = "") -> Client:
        client = Client()
        client.force_login(person(role, name))
        return client

    return as_role


@pytest.fixture
def damaged(portal: None) -> Record:
    """The target with the lost decimal point."""
    return Record.objects.get(document__slug="gansu", status="doubtful")
