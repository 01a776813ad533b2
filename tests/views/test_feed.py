"""The feed of corrections: valid Atom (RFC 4287), what changed and why, nothing in it is markup."""

from xml.etree import ElementTree

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from policies.corrections.deciding import approve
from policies.corrections.proposing import propose
from policies.models import Record

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def feed(portal: None) -> ElementTree.Element:
    """The feed after one correction whose reason is no reason but markup."""
    lin, shen = (User.objects.create(username=name) for name in ("lin", "shen"))
    lin.groups.add(Group.objects.get(name="录入"))
    record = Record.objects.get(ref="yunnan-t1")
    said = {"author": lin, "reason": "<img src=x onerror=alert(1)>", "version": record.version}
    made = propose(record, "value", 36, **said)
    approve(made, reviewer=shen, version=record.version + 1)
    answer = Client().get("/changes.atom")
    assert answer["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content)


def test_the_elements_that_the_standard_asks_for(feed: ElementTree.Element) -> None:
    for name in ("id", "title", "updated", "author"):
        assert feed.find(ATOM + name) is not None, name
    assert feed.find(f"{ATOM}link[@rel='self']") is not None
    (entry,) = feed.findall(ATOM + "entry")
    for name in ("id", "title", "updated", "link"):
        assert entry.find(ATOM + name) is not None, name
    assert entry.find(ATOM + "link").get("href").endswith("/records/yunnan-t1/")


def test_an_entry_says_field_old_new_and_why_without_markup(feed: ElementTree.Element) -> None:
    summary = feed.find(f"{ATOM}entry/{ATOM}summary")
    assert summary.get("type") == "html"
    assert summary.text == "数值：35 → 36（&lt;img src=x onerror=alert(1)&gt;）"
