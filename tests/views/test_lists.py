"""Lists over HTTP: one selection as page, JSON, CSV, JSON Lines and XLSX holds the same records."""

import csv
import io
import json
import random

import pytest
from django.core.cache import cache
from django.http import StreamingHttpResponse
from django.test import Client
from openpyxl import load_workbook

from policies.exports import list_files
from policies.models import DataVersion, Record
from tests.filters.corpus import make_corpus

PATHS = ["/targets/", "/measures/", "/tax-policies/"]


@pytest.fixture
def corpus(db: None) -> None:
    make_corpus()


def body(response: object) -> bytes:
    if isinstance(response, StreamingHttpResponse):
        return b"".join(response.streaming_content)
    return response.content


def refs_in_csv(client: Client, address: str) -> list[str]:
    text = body(client.get(address)).decode("utf-8-sig")
    return [row[0] for row in list(csv.reader(io.StringIO(text)))[1:]]


def refs_in_xlsx(client: Client, address: str) -> list[str]:
    sheet = load_workbook(io.BytesIO(client.get(address).content)).worksheets[0]
    return [row[0].value for row in list(sheet.iter_rows())[1:]]


def refs_in_pages(client: Client, address: str) -> list[str]:
    first = client.get(f"{address}&format=json&size=20").json()
    refs = [record["ref"] for record in first["results"]]
    for page in range(2, first["pages"] + 1):
        answer = client.get(f"{address}&format=json&size=20&page={page}").json()
        refs += [record["ref"] for record in answer["results"]]
    assert len(refs) == first["count"]
    return refs


@pytest.mark.parametrize("path", PATHS)
def test_an_options_count_is_what_every_form_of_the_list_then_holds(
    path: str, corpus: None, client: Client
) -> None:
    chance = random.Random(path)
    facets = client.get(f"{path}?format=json").json()["facets"]
    options = [(name, option) for name, some in facets.items() for option in some]
    for name, option in (
        chance.sample(options, 6)
        + [(name, option) for name, option in options if option["value"] == "none"][:2]
    ):
        address = f"{path}?{name}={option['value']}"
        refs = refs_in_pages(client, address)
        assert len(refs) == option["count"], address
        assert refs_in_csv(client, f"{address}&format=csv") == refs
        assert refs_in_xlsx(client, f"{address}&format=xlsx") == refs
        lines = body(client.get(f"{address}&format=jsonl")).decode().splitlines()
        assert [json.loads(line)["ref"] for line in lines] == refs


@pytest.mark.parametrize("path", PATHS)
def test_every_order_holds_every_record_once(path: str, corpus: None, client: Client) -> None:
    from policies.filters import LISTS

    name = path.strip("/").replace("-", "_")
    everything = set(refs_in_pages(client, f"{path}?"))
    for order in LISTS[name].orders:
        refs = refs_in_pages(client, f"{path}?sort={order}")
        assert len(refs) == len(set(refs))
        assert set(refs) == everything


def test_the_default_order_is_by_administrative_code_then_place(
    corpus: None, client: Client
) -> None:
    found = {record.ref: record for record in Record.objects.select_related("document")}
    places = [
        (found[ref].document.slug, found[ref].start) for ref in refs_in_pages(client, "/measures/?")
    ]
    order = ["shandong", "henan", "yunnan", "elsewhere"]  # 37, 41, 53, no province
    assert places == sorted(places, key=lambda place: (order.index(place[0]), place[1]))


def test_a_record_in_json_has_its_evidence(corpus: None, client: Client) -> None:
    answer = client.get("/targets/?format=json").json()
    assert set(answer) == {
        "count",
        "page",
        "pages",
        "data_version",
        "ignored",
        "results",
        "facets",
    }
    for record in answer["results"]:
        stored = Record.objects.select_related("document").get(ref=record["ref"])
        assert stored.document.text[record["start"] : record["end"]] == record["quote"]
        assert record["kind"] in {"target", "goal"}


def test_csv_starts_with_a_mark_ends_lines_with_crlf_and_holds_no_formula(
    corpus: None, client: Client
) -> None:
    data = body(client.get("/targets/?format=csv&kind=goal"))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))) for cell in row]
    assert "'=1+1" in cells
    assert "=1+1" not in cells


def test_chosen_columns_are_those_of_the_file(corpus: None, client: Client) -> None:
    data = body(client.get("/measures/?format=csv&column=ref&column=force&column=nonsense"))
    assert data.decode("utf-8-sig").splitlines()[0] == "编号,措辞刚性,网址"


def test_a_workbook_too_large_points_to_csv(
    corpus: None, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_files, "XLSX_MOST_ROWS", 3)
    response = client.get("/measures/?format=xlsx&province=yunnan")
    assert response.status_code == 413
    assert "?province=yunnan&amp;format=csv" in response.content.decode()


def test_the_same_workbook_twice_is_the_same_bytes(corpus: None, client: Client) -> None:
    first = client.get("/tax-policies/?format=xlsx").content
    cache.clear()
    assert client.get("/tax-policies/?format=xlsx").content == first


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("page=abc", 200),
        ("page=0", 200),
        ("page=-1", 200),
        ("page=99", 404),
        ("page=" + "9" * 400, 200),
        ("page=²", 200),
        ("size=7", 200),
        ("sort=name", 200),
        ("column=nonsense", 200),
        ("format=pdf", 400),
        ("province=%00", 400),
        ("province=%ED%A0%80", 200),
        ("province=%FF", 200),
        ("kind=" + "x" * 501, 400),
        ("&".join(["kind=goal"] * 201), 400),
        ("&&==;;", 200),
    ],
)
@pytest.mark.parametrize("path", PATHS)
def test_odd_addresses(path: str, query: str, status: int, corpus: None, client: Client) -> None:
    response = client.get(f"{path}?{query}" + ("" if "format" in query else "&format=json"))
    assert response.status_code == status


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("format", ["json", "html"])
def test_queries_do_not_grow_with_the_data(
    path: str, format: str, corpus: None, client: Client, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(8):
        client.get(f"{path}?format={format}&size=100&status=unreviewed&status=doubtful")
    Record.objects.all().delete()
    from policies.models import Document

    Document.objects.all().delete()
    cache.clear()
    make_corpus(measures=800, targets=400, reliefs=300, seed=2)
    with django_assert_max_num_queries(8):
        client.get(f"{path}?format={format}&size=100&status=unreviewed&status=doubtful")


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("rows=sector&across=province", True),
        ("rows=theme&across=specific&colour=count&province=yunnan", True),
        ("rows=sector&across=sector", False),  # nothing against itself
        ("rows=sector&across=nonsense", False),
        ("rows=sector", False),
    ],
)
def test_a_cross_tab_stands_in_the_address(
    query: str, shown: bool, corpus: None, client: Client, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(8):
        page = client.get(f"/measures/?{query}").content.decode()
    assert ('class="heat"' in page) is shown
    assert ("未识别：" in page) is not shown


def test_unchanged_data_is_304_and_changed_data_is_not(corpus: None, client: Client) -> None:
    first = client.get("/measures/?format=json")
    tag = first["ETag"]
    assert client.get("/measures/?format=json", headers={"If-None-Match": tag}).status_code == 304
    dated = {"If-Modified-Since": first["Last-Modified"]}
    assert client.get("/measures/?format=json", headers=dated).status_code == 304
    assert client.get("/targets/?format=json", headers={"If-None-Match": tag}).status_code == 200
    DataVersion.objects.update(number=10**6)
    again = client.get("/measures/?format=json", headers={"If-None-Match": tag})
    assert (again.status_code, again["ETag"] == tag) == (200, False)


def test_a_kept_answer_is_the_rendered_one_and_costs_one_query(
    corpus: None, client: Client, django_assert_num_queries: object
) -> None:
    rendered = client.get("/measures/?format=json")
    with django_assert_num_queries(1):
        kept = client.get("/measures/?format=json")
    assert kept.content == rendered.content
    assert kept["ETag"] == rendered["ETag"]
    packed = client.get("/measures/?format=json", headers={"Accept-Encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "gzip"


def test_who_is_signed_in_is_never_served_from_what_is_kept(
    corpus: None, client: Client, admin_user: object
) -> None:
    client.get("/measures/?format=json")
    client.force_login(admin_user)
    response = client.get("/measures/?format=json")
    assert response["Cache-Control"] == "private, no-store"
    assert "ETag" not in response


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("theme=%00", 400, "空字符"),
        ("theme=" + "x" * 501, 400, "至多 500 字"),
        ("&".join(["theme=green"] * 201), 400, "至多 200 个值"),
        ("format=pdf", 400, "xlsx"),
        ("page=9999", 404, "页码超出范围"),
        ("page=zero", 200, "未参与筛选"),
        ("theme=zzz", 200, "改造方向没有可识别的值"),
        ("theme=zzz&theme=green", 200, "未参与筛选"),  # the known one still applies
    ],
)
def test_what_is_wrong_with_an_address_is_said(
    query: str, status: int, said: str, corpus: None, client: Client
) -> None:
    response = client.get(f"/measures/?{query}")
    assert response.status_code == status
    assert said in response.content.decode()
