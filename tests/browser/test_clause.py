"""A click on a fact opens its clause beside the table; keys close it; without script it is a link."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
FACT = "[data-ref=gansu-t10]"
FOCUS = "document.activeElement.id || document.activeElement.closest('[data-ref]')?.dataset.ref"


def test_a_click_opens_the_clause_and_escape_gives_the_focus_back(
    open_page: Open, watched: list[str]
) -> None:
    page = open_page("/compare/targets/?doc=gansu&doc=yunnan&open=all")
    page.locator(f"{FACT} .quote").first.click()
    page.wait_for_selector(".clause mark")
    quote = page.locator(f"{FACT} .quote").first.inner_text()
    assert page.locator(".clause mark").inner_text() == quote
    assert page.evaluate(FOCUS) == "clause"
    assert "cell=gansu-t10" in page.url
    assert "doc=gansu&doc=yunnan" in page.url
    table, clause = (page.locator(s).bounding_box() for s in (".compare-table", ".clause"))
    assert clause["x"] > table["x"]
    assert clause["y"] + clause["height"] <= 900
    page.keyboard.press("Escape")
    assert page.locator(".clause").count() == 0
    assert page.evaluate(FOCUS) == "gansu-t10"
    assert "cell=" not in page.url
    assert watched == []


def test_the_clause_opens_and_closes_by_keyboard(open_page: Open, watched: list[str]) -> None:
    page = open_page("/compare/tax/")
    page.locator(".compare-table a.place").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".clause mark")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "close"
    page.keyboard.press("Enter")
    assert page.locator(".clause").count() == 0
    assert page.evaluate("document.activeElement.className") == "place"
    assert watched == []


def test_another_fact_takes_the_place_of_the_first(open_page: Open) -> None:
    page = open_page("/compare/tax/?cell=yunnan-x1&open=all")
    assert page.locator(".clause").count() == 1
    other = page.locator(".said:not([data-ref=yunnan-x1])").first
    other.locator("a.place").click()
    page.wait_for_function(
        "text => document.querySelector('.clause mark')?.textContent === text",
        arg=other.locator(".quote").inner_text(),
    )
    assert page.locator(".clause").count() == 1


def test_without_script_a_place_leads_to_the_clause(open_page: Open, watched: list[str]) -> None:
    page = open_page("/compare/tax/", script=False)
    page.locator(".compare-table a.place").first.click()
    assert page.locator(".clause mark").count() == 1
    page.locator(".clause .close").click()
    assert page.locator(".clause").count() == 0
    assert watched == []
