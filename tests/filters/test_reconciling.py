"""Counts reconcile over HTTP: random combinations of facets, every number that is shown or sent."""

import csv
import io
import random
import re
from urllib.parse import urlencode

import pytest
from django.test import Client
from openpyxl import load_workbook

from policies.corrections.versions import bump_data_version
from policies.filters import LISTS, kept

from .test_selection import random_choices

PATHS = {"targets": "/targets/", "measures": "/measures/", "tax_policies": "/tax-policies/"}
TOTAL = re.compile(r'<p id="count" role="status">共 <strong>(\d+)</strong> 条')
COMBINATIONS = 5


@pytest.mark.parametrize("name", PATHS)
def test_an_options_count_is_every_other_count(name: str, corpus: dict, client: Client) -> None:
    bump_data_version()  # what is kept by data version is counted from
    chance = random.Random(f"reconciling {name}")
    facets = [facet.name for facet in LISTS[name].facets]
    found = []
    for _ in range(COMBINATIONS):
        chosen = random_choices(corpus[name], facets, chance)
        options = json_of(client, name, chosen)["facets"]
        for facet in chance.sample(facets, 2):
            some = [option for option in options[facet] if option["count"]]
            option = chance.choice(some or options[facet])
            alone = chosen | {facet: [option["value"]]}
            expected = dict.fromkeys(FORMS, option["count"])
            numbers = {form: of(client, address(name, alone, form)) for form, of in FORMS.items()}
            assert numbers == expected, alone
            found.append(option["count"])
    assert name in kept._held
    assert sum(map(bool, found)) > len(found) / 2  # else the combinations prove little


def address(name: str, chosen: dict, form: str) -> str:
    return f"{PATHS[name]}?{urlencode([*chosen.items(), ('format', form)], doseq=True)}"


def json_of(client: Client, name: str, chosen: dict) -> dict:
    return client.get(address(name, chosen, "json")).json()


def chip_line(client: Client, url: str) -> int:
    page = client.get(url.replace("format=html", "")).content.decode()
    return int(TOTAL.search(page)[1])


def json_count(client: Client, url: str) -> int:
    """Its count, which must be the records on its pages."""
    first = client.get(f"{url}&size=20").json()
    refs = {record["ref"] for record in first["results"]}
    for page in range(2, first["pages"] + 1):
        refs |= {each["ref"] for each in client.get(f"{url}&size=20&page={page}").json()["results"]}
    assert len(refs) == first["count"]
    return first["count"]


def csv_rows(client: Client, url: str) -> int:
    text = client.get(url).getvalue().decode("utf-8-sig")
    return len(list(csv.reader(io.StringIO(text)))) - 1


def jsonl_rows(client: Client, url: str) -> int:
    return len(client.get(url).getvalue().decode().splitlines())


def xlsx_rows(client: Client, url: str) -> int:
    return load_workbook(io.BytesIO(client.get(url).content)).worksheets[0].max_row - 1


FORMS = {
    "html": chip_line,
    "json": json_count,
    "csv": csv_rows,
    "jsonl": jsonl_rows,
    "xlsx": xlsx_rows,
}
