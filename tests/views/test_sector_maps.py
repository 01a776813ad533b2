"""Themes and instruments by first-level sector: each square leads to exactly what it counts."""

import re
from html import unescape

import pytest
from django.test import Client

from policies.models import Sector

pytestmark = pytest.mark.usefixtures("portal")
SQUARE = re.compile(r'<a data-step="(\d)" href="(/measures/\?[^"]+)">(\d+)</a>')


@pytest.mark.parametrize("lens", ["theme", "instrument"])
def test_squares_lead_to_what_they_count(client: Client, lens: str) -> None:
    page = client.get(f"/sectors/?lens={lens}&view=counts").content.decode()
    squares = SQUARE.findall(page)
    assert len(squares) > 20
    for _, address, count in squares[:: len(squares) // 8]:
        address = unescape(address)
        assert f"{lens}=" in address
        assert client.get(f"{address}&format=json").json()["count"] == int(count)


def test_columns_are_first_level_sectors(client: Client) -> None:
    page = client.get("/sectors/?lens=theme").content.decode()
    used = set(re.findall(r"/measures/\?theme=\w+&amp;sector=(\w+)", page)) | set(
        re.findall(r"/measures/\?sector=(\w+)&amp;theme=", page)
    )
    assert len(used) > 5
    assert not Sector.objects.filter(code__in=used, parents__isnull=False).exists()


def test_an_unknown_lens_shows_the_first(client: Client) -> None:
    assert "<h2>改造方向 × 行业</h2>" in client.get("/sectors/?lens=colour").content.decode()
