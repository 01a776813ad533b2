"""Every page in real Chromium: no console error, nothing from another host, no axe violation."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .accessibility import VIEWS, overflow, violations
from .pages import PAGES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("name", PAGES)
def test_page_is_clean_and_accessible(
    open_page: Callable[..., Page],
    watched: list[str],
    record_property: Callable[[str, object], None],
    name: str,
) -> None:
    problems, other = [], []
    for width, scheme in VIEWS:
        page = open_page(PAGES[name], width, scheme)
        problems += [f"{width} {scheme}: {v}" for v in violations(page)]
        other += [f"{width} {scheme}: {v}" for v in overflow(page)]
    record_property("axe_violations", len(problems))
    record_property("views", len(VIEWS))
    other += [w for w in watched if "404" not in w] if name == "not-found" else watched
    assert not problems + other
