"""Comparisons over HTTP: page, JSON, CSV, XLSX and DOCX hold the same cells, none of them blank."""

import csv
import io
from zipfile import ZipFile

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import etree
from openpyxl import load_workbook
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from policies.comparison import DIMENSIONS
from tests.comparison.clones import clone_documents

pytestmark = pytest.mark.django_db
SLUGS = ("yunnan", "xinjiang", "henan", "gansu", "shandong")
SOME = [("henan",), ("gansu", "yunnan"), SLUGS]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def address(dimension: str, slugs: tuple, **more: str) -> str:
    pairs = [f"doc={slug}" for slug in slugs] + [f"{name}={value}" for name, value in more.items()]
    return f"/compare/{dimension}/?" + "&".join(pairs)


def in_json(client: Client, url: str) -> list[tuple[str, list[list[str]]]]:
    """(row key, refs of each cell) of every row."""
    rows = client.get(f"{url}&format=json").json()["rows"]
    return [
        (row["key"], [[r["ref"] or "" for r in cell["records"]] for cell in row["cells"]])
        for row in rows
    ]


def on_page(client: Client, url: str) -> list[tuple[str, list[list[str]]]]:
    response = client.get(url)
    assert response.status_code == 200
    rows = []
    for row in HTMLParser(response.content).css("tr[data-key]"):
        cells = row.css("td")
        assert all(cell.text(strip=True) for cell in cells)
        refs = [[x.attributes["data-ref"] or "" for x in cell.css("[data-ref]")] for cell in cells]
        rows.append((row.attributes["data-key"], refs))
    return rows


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_page_and_json_hold_the_same_cells(portal: None, client: Client, dimension: str) -> None:
    for slugs in SOME:
        url = address(dimension, slugs)
        rows = in_json(client, url)
        assert rows
        assert on_page(client, url) == rows


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_files_hold_the_same_cells(portal: None, client: Client, dimension: str) -> None:
    """Row by row, cell by cell: what XLSX, DOCX and CSV print for the JSON's rows."""
    url = address(dimension, SLUGS)
    rows = client.get(f"{url}&format=json").json()["rows"]
    workbook = load_workbook(io.BytesIO(client.get(f"{url}&format=xlsx").content))
    sheet = [[cell.value or "" for cell in row] for row in workbook.worksheets[0].iter_rows()][1:]
    lines = list(
        csv.reader(io.StringIO(client.get(f"{url}&format=csv").content.decode("utf-8-sig")))
    )
    word = word_tables(client.get(f"{url}&format=docx").content)[0][1:]
    assert len(rows) == len(sheet) == len(lines) - 2 == len(word)
    for row, cells, line, paper in zip(rows, sheet, lines[1:], word, strict=False):
        assert cells[1] == row["label"] == line[2]
        assert [str(value) for value in cells[6:]] == [value.lstrip("'") for value in line[7:]]
        assert paper[1:] == [value.replace("\n", "") for value in cells[6:]]
        for value, cell in zip(cells[6:], row["cells"], strict=True):
            assert value
            assert all(record["quote"] in value for record in cell["records"])
            assert all(f"〔{record['place']}〕" in value for record in cell["records"])


def word_tables(content: bytes) -> list[list[list[str]]]:
    tree = etree.fromstring(ZipFile(io.BytesIO(content)).read("word/document.xml"))
    return [
        [
            ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
            for row in table.iter(f"{W}tr")
        ]
        for table in tree.iter(f"{W}tbl")
    ]


def test_the_source_sheet_resolves_every_record(portal: None, client: Client) -> None:
    url = address("tax", SLUGS)
    refs = [ref for _, cells in in_json(client, url) for cell in cells for ref in cell]
    workbook = load_workbook(io.BytesIO(client.get(f"{url}&format=xlsx").content))
    assert workbook.sheetnames == ["税收", "来源", "字段说明"]
    sources = list(workbook["来源"].iter_rows(values_only=True))
    place = sources[0].index("编号")
    assert [row[place] for row in sources[1:] if row[place]] == refs


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
def test_one_file_of_all_dimensions_with_the_same_bytes_each_time(
    portal: None, client: Client, suffix: str
) -> None:
    contents = []
    for _ in range(2):
        cache.clear()
        contents.append(client.get(f"/compare/?doc=yunnan&doc=gansu&format={suffix}").content)
    assert contents[0] == contents[1]
    if suffix == "xlsx":
        names = load_workbook(io.BytesIO(contents[0])).sheetnames
        assert names == ["目标", "行业", "措施", "税收", "结构", "来源", "字段说明"]


def test_word_files_repeat_their_head_and_name_east_asian_fonts(
    portal: None, client: Client
) -> None:
    content = client.get(address("tax", SLUGS, format="docx")).content
    xml = ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert "w:tblHeader" in xml and 'w:orient="landscape"' in xml
    assert 'w:eastAsia="仿宋_GB2312"' in xml and 'w:eastAsia="方正小标宋简体"' in xml
    assert "以发文机关正式文本为准" in xml and "数据版本" in xml


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("doc=atlantis&doc=yunnan", 200, "atlantis"),
        ("doc=atlantis", 200, "没有选中任何文件"),
        ("base=atlantis", 200, "atlantis"),
        ("only=nonsense", 200, "nonsense"),
        ("format=nonsense", 200, "nonsense"),
        ("nonsense=1", 200, "nonsense"),
        ("sector=atlantis", 200, "没有符合条件的行"),
        ("row=nonsense", 200, "没有符合条件的行"),
        ("cell=nonsense", 200, "不在这张表中"),
        ("doc=%00", 400, ""),
        ("doc=" + "x" * 501, 400, ""),
        ("&".join(f"doc=d{n}" for n in range(41)), 400, "40"),
    ],
)
def test_odd_addresses(portal: None, client: Client, query: str, status: int, says: str) -> None:
    response = client.get(f"/compare/measures/?{query}")
    assert response.status_code == status
    assert says in response.content.decode()


@pytest.mark.parametrize(
    ("query", "says", "not_says"),
    [
        ("", "doc=shandong&doc=henan", "并非全部"),  # a lasting address, whatever was asked
        ("&open=all&fold=differing", "全部记录", "open="),  # what is folded is no part of a file
        ("&only=unique", "并非全部", "全部记录"),
        ("&indicator=investment_growth", "并非全部", "全部记录"),
    ],
)
def test_a_file_says_what_it_holds(
    portal: None, client: Client, query: str, says: str, not_says: str
) -> None:
    content = client.get(f"/compare/targets/?format=docx{query}").content
    paper = ZipFile(io.BytesIO(content)).read("word/document.xml").decode().replace("&amp;", "&")
    assert says in paper
    assert not_says not in paper


def test_the_folded_national_reliefs_say_who_restates_them(portal: None, client: Client) -> None:
    page = HTMLParser(client.get("/compare/tax/").content)
    (summary,) = page.css('tbody[data-group="national"] summary .muted')
    rows = client.get("/compare/tax/?format=json").json()["rows"]
    national = [row["cells"] for row in rows if row["group"] == "各地均适用的国家政策"]
    for place, name in enumerate(("山东", "河南", "云南", "甘肃", "新疆")):
        stated = [cells[place]["records"] for cells in national if cells[place]["records"]]
        printed = sum(any(r["parameters"] for r in records) for records in stated)
        said = f"{name} {len(stated)}" + (f"（写明比例 {printed}）" if printed else "")
        assert said in summary.text()


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("instrument=land", "未检出"),  # whole rows: what is empty is absent
        ("instrument=land&instrument=approval", "未检出"),
        ("instrument=land&force=directive", "无符合筛选的记录"),
        ("instrument=credit_finance&theme=sme", "无符合筛选的记录"),
        ("force=encouraged", "无符合筛选的记录"),
    ],
)
def test_an_empty_cell_of_a_whole_row_is_an_absence(
    portal: None, client: Client, query: str, label: str
) -> None:
    rows = client.get(f"/compare/measures/?format=json&{query}").json()["rows"]
    national = "本文件未重申（国家政策统一适用）"
    labels = {c["label"] for row in rows for c in row["cells"] if c["state"] == "absent"}
    assert labels - {national} == {label}


@pytest.mark.parametrize(
    ("query", "folded", "link"),
    [
        ("", {"differing": False, "unique": True}, "?fold=differing"),
        ("?fold=differing", {"differing": True, "unique": True}, "?"),
        ("?open=unique", {"differing": False, "unique": False}, "?open=unique&fold=differing"),
        ("?open=all", {"differing": False, "unique": False}, "?open=all&fold=differing"),
    ],
)
def test_the_address_says_what_is_folded(
    portal: None, client: Client, query: str, folded: dict, link: str
) -> None:
    page = HTMLParser(client.get(f"/compare/targets/{query}").content)
    for class_, all_folded in folded.items():
        shown = page.css(f'tbody[data-class="{class_}"] > .group-head details')
        assert {"open" not in details.attributes for details in shown} <= {all_folded}
    (band,) = page.css('tr.class-band[data-class="differing"] a')
    assert band.attributes["href"] == link


def test_an_unknown_dimension_is_not_found(portal: None, client: Client) -> None:
    assert client.get("/compare/weather/").status_code == 404


def test_ignored_values_are_named_in_json(portal: None, client: Client) -> None:
    answer = client.get("/compare/tax/?doc=atlantis&doc=yunnan&format=json").json()
    assert answer["ignored"] == {"doc": ["atlantis"]}
    assert [column["document"] for column in answer["columns"]] == ["yunnan"]


def test_the_clause_stands_beside_the_table(portal: None, client: Client) -> None:
    ref = next(r for _, cells in in_json(client, address("tax", SLUGS)) for c in cells for r in c)
    page = HTMLParser(client.get(address("tax", SLUGS, cell=ref)).content)
    answer = client.get(f"/records/{ref}/").content.decode()
    mark = page.css_first("#clause mark").text()
    assert mark and mark in answer.replace("&quot;", '"')


def test_columns_move_without_losing_the_rest(portal: None, client: Client) -> None:
    page = client.get(address("targets", ("yunnan", "henan"), only="unique", open="tray"))
    links = {
        a.attributes["aria-label"]: a.attributes["href"]
        for a in HTMLParser(page.content).css(".tray-columns a")
    }
    assert links["云南右移"] == "?doc=henan&doc=yunnan&only=unique&open=tray"
    assert links["移除云南"] == "?doc=henan&only=unique&open=tray"
    assert links["河南设为基准"].startswith("?doc=yunnan&doc=henan&only=unique&")
    assert "base=henan" in links["河南设为基准"]


@pytest.mark.parametrize("dimension", ["measures", "sectors"])
def test_facet_counts_are_what_choosing_gives(portal: None, client: Client, dimension: str) -> None:
    page = HTMLParser(client.get(address(dimension, SLUGS)).content)
    options = page.css(".facets .facet-grid li")
    for item in (*options[:6], *options[-6:]):
        href, count = item.css_first("a").attributes["href"], int(item.css_first("span").text())
        found = client.get(f"/compare/{dimension}/{href}&format=json").json()
        refs = {r["ref"] for row in found["rows"] for cell in row["cells"] for r in cell["records"]}
        assert len(refs) == count


def test_queries(portal: None, client: Client) -> None:
    """Ten at most, whatever the number of columns; the clause beside the table is one of them."""
    many = (*SLUGS, *(f"copy-{n}" for n in range(15)))
    urls = [(address(d, SLUGS, cell=ref), address(d, many, cell=ref)) for d, ref in _refs(client)]
    few = [_queries(client, url) for url, _ in urls]
    clone_documents(20)
    assert [_queries(client, url) for _, url in urls] == few
    assert max(few) <= 10


def _refs(client: Client) -> list[tuple[str, str]]:
    """A record of each dimension; the outline has none."""
    rows = {dimension: in_json(client, address(dimension, SLUGS)) for dimension in DIMENSIONS}
    return [
        (d, next((r for _, cs in found for c in cs for r in c), "")) for d, found in rows.items()
    ]


def _queries(client: Client, url: str) -> int:
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return sum(query["sql"].startswith(("SELECT", "(SELECT")) for query in queries)


@pytest.mark.parametrize("path", ["/compare/", "/compare/digest/", "/compare/digest/?doc=atlantis"])
def test_other_pages(portal: None, client: Client, path: str) -> None:
    assert client.get(path).status_code == 200
