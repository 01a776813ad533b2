"""New documents through the web: read, previewed, saved as a draft, published; acts on record."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from policies.models import Audit, Collection, Correction, Document, Record

from .forms import form_of
from .test_record import approve_all

pytestmark = pytest.mark.django_db
People = Callable[..., Client]
TEXT = """贵州省人民政府关于加快技术改造的意见

一、主要目标

到2015年，全省技术改造投资达到1200亿元以上，年均增长25%以上。

二、保障措施

（一）加大财政支持。省财政每年安排专项资金2亿元，支持企业技术改造。
"""
SAID = {
    "slug": "guizhou",
    "province": "guizhou",
    "validity": "unknown",
    "publicity": "主动公开",
    "source_url": "https://example.org/guizhou",
}


def sent(
    client: Client, content: bytes = TEXT.encode(), name: str = "贵州.txt", **said: object
) -> object:
    file = SimpleUploadedFile(name, content)
    return client.post("/review/upload/", {**SAID, "file": file, **said})


def saved(client: Client, address: str, version: int = 0, **said: object) -> object:
    return client.post(address, {"version": version, **said})


def test_a_script_is_told_where_the_preview_is(as_role: People) -> None:
    """It would follow a redirect and then open the page: the preview would be made twice."""
    file = SimpleUploadedFile("a.txt", TEXT.encode())
    script = {"headers": {"X-Requested-With": "XMLHttpRequest"}}
    answer = as_role("管理").post("/review/upload/", {**SAID, "file": file}, **script)
    assert answer.status_code == 201
    assert as_role("管理").get(answer["Location"]).status_code == 200


def test_nothing_is_written_before_saving(as_role: People) -> None:
    client = as_role("管理")
    address = sent(client)["Location"]
    preview = client.get(address).content.decode()
    assert "保存为草稿" in preview
    assert "≥ 1200 亿元" in preview  # records
    assert 'href="#p-2-1">（一）加大财政支持' in preview  # structure
    assert not Document.objects.filter(slug="guizhou").exists()


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        (TEXT.replace("一、", "根据国发〔2012〕44号文件，提出本意见。\n\n一、", 1), True),
        (TEXT.replace("一、", "根据国发〔2013〕44号文件，提出本意见。\n\n一、", 1), False),
    ],
)
def test_beside_the_preview_stands_where_it_will_be_compared(
    as_role: People, text: str, cited: bool
) -> None:
    """What a text cites it joins by itself; else 管理 is asked, having seen the text."""
    client, collection = as_role("管理"), Collection.objects.get(is_default=True)
    preview = client.get(sent(client, text.encode())["Location"]).content.decode()
    said = collection.title if cited else "无：正文没有引用任何专辑所依据的文件"
    assert f"<dt>所在专辑</dt><dd>{said}" in preview
    assert (f'name="collections" value="{collection.slug}"' in preview) == (not cited)


@pytest.mark.parametrize("ticked", [True, False])
def test_a_draft_then_published_then_one_more_column(as_role: People, ticked: bool) -> None:
    client, before = as_role("管理"), Audit.objects.count()
    slugs = [Collection.objects.get(is_default=True).slug] if ticked else ["nowhere"]
    saved(client, sent(client)["Location"], collections=slugs)
    document = Document.objects.get(slug="guizhou")
    assert (document.published, document.publicity, document.text) == (False, "主动公开", TEXT)
    assert Client().get("/documents/guizhou/").status_code == 404
    assert "贵州" not in Client().get("/compare/targets/").content.decode()
    client.post(
        "/review/documents/guizhou/publish/", {"version": document.version, "published": "1"}
    )
    assert Client().get("/documents/guizhou/").status_code == 200
    head = Client().get("/compare/targets/").content.decode().partition("</thead>")[0]
    assert ("贵州" in head.partition("<thead")[2]) == ticked
    acts = Audit.objects.order_by("sequence").values_list("action", "actor")[before:]
    assert list(acts) == [("ingest", "管理员"), ("publish", "管理员")]


def test_pasted_text_has_unix_newlines(as_role: People) -> None:
    client = as_role("管理")
    pasted = {**SAID, "pasted": TEXT.replace("\n", "\r\n")}
    saved(client, client.post("/review/upload/", pasted)["Location"])
    assert Document.objects.get(slug="guizhou").text == TEXT


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"", "a.txt", "空"),
        (b"\x7fELF" + bytes(100), "a.txt", "可执行程序"),
        (b"PK\x03\x04" + bytes(100), "a.docx", "没有收下"),
        (b"%PDF-1.7 broken", "a.pdf", "没有收下"),
        (TEXT.encode(), "a.pdf", "内容却是"),
        (TEXT.encode(), "a.exe", "不支持的文件类型"),
    ],
)
def test_what_is_no_text_is_refused_in_chinese(
    as_role: People, content: bytes, name: str, why: str
) -> None:
    answer = sent(as_role("管理"), content, name)
    assert answer.status_code == 422
    assert why in answer.content.decode()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"slug": "../x"}, "只用小写字母"),
        ({"slug": "Gui"}, "只用小写字母"),
        ({"publicity": ""}, "必填"),
        ({"source_url": "javascript:alert(1)"}, "URL"),
        ({"pasted": "二者"}, "二者取一"),
        ({"validity": "x"}, "x"),
    ],
)
def test_what_is_said_of_it_is_checked(as_role: People, said: dict, why: str) -> None:
    answer = sent(as_role("管理"), **said)
    assert answer.status_code == 422
    assert why in answer.content.decode()


@pytest.mark.parametrize(
    ("content", "said", "why"),
    [
        (TEXT, {"province": "yunnan"}, "正文却是贵州省"),
        ("支持企业技术改造。", {}, "认不出任何标题"),
    ],
)
def test_what_cannot_be_saved_says_why_in_the_preview(
    as_role: People, content: str, said: dict, why: str
) -> None:
    client = as_role("管理")
    address = sent(client, content.encode(), **said)["Location"]
    page = client.get(address).content.decode()
    assert why in page
    assert "保存为草稿" not in page
    assert saved(client, address).status_code == 422
    assert not Document.objects.filter(slug="guizhou").exists()


def test_an_interrupted_upload_says_so(as_role: People) -> None:
    answer = as_role("管理").post(f"/review/upload/{'a' * 32}/", {"version": 0})
    assert answer.status_code == 410
    assert "没有写入任何内容" in answer.content.decode()


def test_saving_twice_saves_once(as_role: People) -> None:
    client = as_role("管理")
    address = sent(client)["Location"]
    answers = [saved(client, address) for _ in range(2)]
    assert [a["Location"] for a in answers] == ["/review/documents/guizhou/"] * 2
    assert Document.objects.filter(slug="guizhou").count() == 1


def test_a_new_text_shows_what_would_change_and_keeps_corrections(as_role: People) -> None:
    client = as_role("管理")
    saved(client, sent(client)["Location"])
    document = Document.objects.get(slug="guizhou")
    target = document.records.get(kind="target", effective__value=1200)
    page = f"/review/{target.ref}/"
    author = as_role("录入")
    author.post(page, form_of(author.get(page), page) | {"value": "1300", "reason": "核对"})
    approve_all(as_role("审核"))
    changed = TEXT.replace("到2015年", "力争到2015年").replace("2亿元", "3亿元")
    address = sent(client, changed.encode(), title="意见")["Location"]
    preview = client.get(address).content.decode()
    assert "已有同名文件" in preview
    assert "改动" in preview
    version = Document.objects.get(slug="guizhou").version
    assert saved(client, address, version + 1).status_code == 409  # changed since the preview
    assert saved(client, address, version).status_code == 302
    target.refresh_from_db()
    assert (target.effective["value"], target.status) == (1300, "corrected")
    assert Document.objects.get(slug="guizhou").source_url == SAID["source_url"]


def test_a_withheld_document_is_not_published(as_role: People) -> None:
    client = as_role("管理")
    saved(client, sent(client, publicity="不予公开")["Location"])
    client.post("/review/documents/guizhou/publish/", {"version": 1, "published": "1"})
    assert not Document.objects.get(slug="guizhou").published


def test_taking_back_from_readers_and_stale_forms(as_role: People, portal: None) -> None:
    client, address = as_role("管理"), "/review/documents/gansu/publish/"
    version = Document.objects.get(slug="gansu").version
    client.post(address, {"version": version + 1, "published": "0"})
    assert Document.objects.get(slug="gansu").published  # stale
    client.post(address, {"version": version, "published": "0"})
    assert Client().get("/documents/gansu/").status_code == 404


def test_reading_again_shows_first_what_would_change(as_role: People, portal: None) -> None:
    """An older extractor found less; a person corrected a record; now the present one reads again."""
    client, address = as_role("管理"), "/review/documents/gansu/reingest/"
    document = Document.objects.get(slug="gansu")
    lost = document.records.filter(kind="citation").last()
    ref = lost.ref
    lost.delete()
    dry = client.get(address).content.decode()
    assert "新增" in dry
    assert not Record.objects.filter(document=document, kind="citation", start=lost.start).exists()
    assert client.post(address, {"version": document.version + 1}).status_code == 409
    assert client.post(address, {"version": document.version}).status_code == 302
    found = Record.objects.get(document=document, kind="citation", start=lost.start)
    assert found.ref != ref  # a number is never given twice
    assert "没有变化" in client.get(address).content.decode()
    assert not Correction.objects.exists()


def test_reading_again_changes_nothing_of_what_is_known(as_role: People, portal: None) -> None:
    for document in Document.objects.all():
        page = as_role("管理").get(f"/review/documents/{document.slug}/reingest/")
        assert "没有变化" in page.content.decode(), document.slug
