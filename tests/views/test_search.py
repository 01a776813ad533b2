"""/search/ over HTTP: counts, marks, related terms, hostile queries."""

import pytest
from django.test import Client
from django.urls import reverse

from policies.corrections.versions import bump_data_version
from policies.models import Document


@pytest.mark.parametrize("query", ["技术改造", "贴息", "发改委", '"技术 改造"'])
def test_facets_reconcile(query: str, portal: None, client: Client) -> None:
    everything = client.get("/search/", {"q": query, "format": "json"}).json()
    for name, options in everything["facets"].items():
        for option in options:
            if option["count"] or option["value"] == "none":
                narrowed = client.get(
                    "/search/", {"q": query, name: option["value"], "format": "json"}
                ).json()
                assert narrowed["count"] == option["count"]


def test_marks_are_places_in_the_text(portal: None, client: Client) -> None:
    answer = client.get("/search/", {"q": "專項資金", "format": "json"}).json()
    assert answer["count"] > 0
    for result in answer["results"]:
        text = Document.objects.get(slug=result["document"]).text
        assert text[result["start"] : result["end"]] == result["quote"]
        assert {text[start:end] for start, end in result["marks"]} == {"专项资金"}
        assert result["why"][0]["as_written"] == "专项资金"


def test_records_of_a_hit_stand_where_it_is_marked(portal: None, client: Client) -> None:
    from policies.models import Record

    answer = client.get("/search/", {"q": "贴息", "format": "json"}).json()
    refs = [ref for result in answer["results"] for ref in result["records"]]
    assert refs
    for record in Record.objects.filter(ref__in=refs, kind="measure"):
        assert "贴息" in record.quote


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("发改委", "发展改革委"),  # a synonym of the vocabulary
        ("技改", "技术改造"),
    ],
)
def test_synonyms_are_offered_but_not_counted(
    query: str, offered: str, portal: None, client: Client
) -> None:
    answer = client.get("/search/", {"q": query, "format": "json"}).json()
    related = {each["query"]: each["count"] for each in answer["related"]}
    assert (
        related[offered] == client.get("/search/", {"q": offered, "format": "json"}).json()["count"]
    )
    assert all(query in result["quote"] for result in answer["results"])


def test_a_query_of_several_words_is_offered_split(portal: None, client: Client) -> None:
    answer = client.get("/search/", {"q": "钢铁企业所得税", "format": "json"}).json()
    assert answer["count"] == 0
    assert [each["why"] for each in answer["related"]].count("分词检索") <= 1


def test_drafts_are_not_found(portal: None, client: Client) -> None:
    before = client.get("/search/", {"q": "技术改造", "format": "json"}).json()
    Document.objects.filter(slug="yunnan").update(published=False)
    bump_data_version()
    after = client.get("/search/", {"q": "技术改造", "format": "json"}).json()
    yunnan = next(o for o in before["facets"]["province"] if o["value"] == "yunnan")
    assert after["count"] == before["count"] - yunnan["count"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("q=", 200),
        ("", 200),
        ("q=%00", 400),
        ("q=%ED%A0%80", 200),
        ("q=" + "%E6%8A%80" * 501, 400),
        ("q=" + "%E6%8A%80" * 500, 200),
        ("q=" + "a+" * 250, 200),
        ("q=%22+AND+NEAR(+*+(+-", 200),
        ("q=*", 200),
        ("q=tokens:a", 200),
        ("q=" + "%5C" * 100 + "%27%25_", 200),
        ("q=a%5C%5B(", 200),
        ("q=%F0%9F%98%80", 200),
        ("q=%E6%8A%80&page=99999", 404),
        ("q=%E6%8A%80&page=x", 200),
        ("q=%E6%8A%80&format=csv", 400),
        ("q=%E6%8A%80&province=nowhere", 200),
    ],
)
def test_odd_queries(query: str, status: int, portal: None, client: Client) -> None:
    assert client.get(f"/search/?{query}").status_code == status


def test_queries_do_not_grow_with_the_hits(
    portal: None, client: Client, django_assert_max_num_queries: object
) -> None:
    client.get("/search/", {"q": "信息"})  # jieba and the character table load once
    for query in ["原子吸收", "技术"]:
        with django_assert_max_num_queries(8):
            client.get(reverse("search"), {"q": query})
