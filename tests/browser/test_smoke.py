"""Every page in real Chromium: no console error, nothing from another host, no axe violation."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .pages import PAGES

VIEWS = ((1440, "light"), (375, "dark"))  # the other two are looked at in screenshots

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", PAGES)
def test_page_is_clean_and_accessible(open_page: object, watched: list[str], name: str) -> None:
    problems = []
    for width, scheme in VIEWS:
        page = open_page(PAGES[name], width, scheme)
        problems += [f"{width} {scheme}: {v}" for v in _violations(page)]
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if overflow > 0:
            problems.append(f"{width} {scheme}: the page is {overflow} px too wide")
    expected = [w for w in watched if "404" not in w] if name == "not-found" else watched
    assert not problems + expected


def _violations(page: object) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {[node['target'] for node in v['nodes']][:3]}" for v in found]
