"""/methods/: every column, code and mark that a page links to is defined there, once."""

import re
from collections import Counter

import pytest
from django.test import Client

from policies.exports.list_columns import columns_of
from policies.filters import LISTS

pytestmark = pytest.mark.usefixtures("portal")
LISTED = ("targets", "measures", "tax_policies")
LINKED = (
    "/measures/?sector=steel&rows=theme&across=province",
    "/compare/targets/",
    "/compare/tax/",
    "/records/yunnan-t1/",
    "/quality/",
)


@pytest.fixture
def anchors(client: Client) -> Counter:
    return Counter(re.findall(r'\bid="([^"]+)"', client.get("/methods/").content.decode()))


def test_every_anchor_stands_once(anchors: Counter) -> None:
    assert [anchor for anchor, times in anchors.items() if times > 1] == []


@pytest.mark.parametrize("name", LISTED)
def test_every_column_is_defined(anchors: Counter, name: str) -> None:
    assert {column.name for column in columns_of(LISTS[name])} - anchors.keys() == set()


@pytest.mark.parametrize("path", LINKED)
def test_every_link_to_a_definition_leads_somewhere(
    client: Client, anchors: Counter, path: str
) -> None:
    page = client.get(path).content.decode()
    linked = set(re.findall(r'href="/methods/#([^"]+)"', page))
    assert linked - anchors.keys() == set()


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("", False),  # nothing is narrowed by sector
        ("?sector=steel", True),
        ("?related=1", True),  # and how to take it back
        ("?force=mandatory", False),
    ],
)
def test_related_sectors_are_offered_where_they_matter(
    client: Client, query: str, offered: bool
) -> None:
    page = client.get(f"/measures/{query}").content.decode()
    assert ('href="/methods/#related"' in page) is offered
