"""320 px, and 1440 px at 400 % (360 px): no page scrolls sideways. Without script all is there."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
WIDTHS = (320, 1440 // 4)
PAGES = (
    "/",
    "/compare/targets/",
    "/compare/digest/",
    "/measures/?sector=steel",
    "/documents/gansu/",
    "/records/gansu-t1/",
    "/sectors/",
)
TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(open_page: Open, watched: list[str], path: str) -> None:
    page = open_page(path, WIDTHS[0])
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 225})
        assert page.evaluate(TOO_WIDE) <= 0, width
    assert watched == []


def test_pages_work_without_script(open_page: Open, watched: list[str]) -> None:
    page = open_page("/", script=False)
    page.check("input[name=doc][value=gansu]")
    page.check("input[name=doc][value=yunnan]")
    page.click("button[formaction='/compare/targets/']")
    page.wait_for_url("**/compare/targets/?doc=yunnan&doc=gansu")
    assert page.locator(".compare-table thead th").count() == 3
    page.locator(".compare-table td a").first.click()
    page.locator(".clause a[href^='/records/']").first.click()
    page.wait_for_url("**/records/**")
    assert page.locator("mark, blockquote").count()
    assert watched == []
