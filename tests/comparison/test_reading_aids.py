"""What stands beside the table: the clause of a fact, and for staff the way to confirm an absence."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from policies.models import Document, Record, State
from tests.factories import make_document

pytestmark = pytest.mark.django_db
TAX = "/compare/tax/"


def person(*groups: str) -> User:
    user = User.objects.create_user("reader")
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def test_the_clause_of_a_record_is_its_paragraph_with_the_span_marked(
    portal: None, client: Client
) -> None:
    record = Record.objects.get(ref="gansu-t10")
    page = HTMLParser(client.get("/compare/clause/gansu-t10/").content)
    assert page.css_first("mark").text() == record.quote
    paragraph = page.css_first("blockquote").text()
    assert paragraph in record.document.text
    assert paragraph.count("\n") == record.quote.count("\n")
    assert "疑为1.5%" in page.css_first(".notice").text()


def test_only_present_records_of_published_documents_have_a_clause(
    portal: None, client: Client
) -> None:
    assert client.get("/compare/clause/nowhere-t1/").status_code == 404
    Record.objects.filter(ref="gansu-t10").update(state=State.GONE)
    assert client.get("/compare/clause/gansu-t10/").status_code == 404
    Document.objects.filter(slug="gansu").update(published=False)
    assert client.get("/compare/clause/gansu-t1/").status_code == 404


def test_staff_confirm_absences_from_the_cell(portal: None, client: Client) -> None:
    plain = client.get(TAX).content
    assert b"/review/absence/" not in plain
    client.force_login(person("录入"))
    links = HTMLParser(client.get(TAX).content).css("td[data-state=absent] a[href^='/review/']")
    assert links
    for link in links[:3]:
        answer = client.get(link.attributes["href"])
        assert answer.status_code == 200
        assert "确认原文未见" in answer.content.decode()
    client.logout()
    assert client.get(TAX).content == plain


def test_readers_who_sign_in_without_the_right_see_the_public_page(
    portal: None, client: Client
) -> None:
    client.force_login(person())
    assert b"/review/absence/" not in client.get(TAX).content


def test_a_filtered_comparison_says_nothing_about_absences(portal: None, client: Client) -> None:
    client.force_login(person("录入"))
    page = client.get("/compare/measures/?instrument=land&force=directive").content.decode()
    assert "无符合筛选的记录" in page
    assert "/review/absence/" not in page


def test_an_empty_document_is_not_extracted_and_cannot_be_confirmed(
    portal: None, client: Client
) -> None:
    make_document("bare", text="无结构的文字。", kinds_extracted=[])
    client.force_login(person("录入"))
    cells = HTMLParser(client.get(f"{TAX}?doc=bare&doc=gansu").content).css("tbody td:nth-child(2)")
    assert cells
    assert not [cell for cell in cells if cell.css("a[href^='/review/absence/']")]
