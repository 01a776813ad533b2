"""By keyboard alone from the overview to a Word file with the chosen columns."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
MOST_TABS = 200


def test_two_provinces_are_filed_as_word_by_keyboard(
    open_page: Open, watched: list[str], tmp_path: Path
) -> None:
    page = open_page("/")
    tab_to(page, "input[name=doc][value=henan]")
    page.keyboard.press("Space")
    tab_to(page, "input[name=doc][value=yunnan]")
    page.keyboard.press("Space")
    tab_to(page, "button[formaction='/compare/targets/']", back=True)
    page.keyboard.press("Enter")
    page.wait_for_url("**/compare/targets/?doc=henan&doc=yunnan")
    tab_to(page, "a[href*='format=docx']")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    file = tmp_path / "comparison.docx"
    download.value.save_as(file)
    table = next(t for t in Document(file).tables if len(t.columns) > 2)
    heads = [cell.text for cell in table.rows[0].cells]
    assert ["河南" in head for head in heads[-2:]] == [True, False]
    assert ["云南" in head for head in heads[-2:]] == [False, True]
    assert len(table.rows) > 5
    assert watched == []


def tab_to(page: Page, selector: str, back: bool = False) -> None:
    """Press Tab until the element has the focus, and see that the focus is visible."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            style = "getComputedStyle(document.activeElement).outlineStyle"
            assert page.evaluate(style) != "none"
            return
    raise AssertionError(f"Tab does not reach {selector}")
