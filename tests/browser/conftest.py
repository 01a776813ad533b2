"""A real Chromium on the live portal; every page is watched for errors and foreign requests."""

import os
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import restore_seed

from .chromium import ARGUMENTS, CHROMIUM


@pytest.fixture(scope="session", autouse=True)
def static_from_source() -> None:
    """The live server starts before any test's settings: there may be no collected files."""
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not os.path.exists(CHROMIUM):
        pytest.skip(f"no Chromium at {CHROMIUM}: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def portal_url(seed_tables: None, live_server: object) -> str:
    """The address of the live portal with the five documents in it."""
    restore_seed()
    return live_server.url


@pytest.fixture
def watched() -> list[str]:
    """Console errors, failed pages and requests to other hosts, gathered while a test runs."""
    return []


@pytest.fixture
def open_page(chromium: Browser, portal_url: str, watched: list[str]) -> Iterator[object]:
    """Return `open_page(path, width=1440, scheme="light", script=True, session="") -> Page`."""
    contexts: list[BrowserContext] = []

    def open_page(
        path: str, width: int = 1440, scheme: str = "light", script: bool = True, session: str = ""
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=script,
            locale="zh-CN",
        )
        contexts.append(context)
        if session:
            name = settings.SESSION_COOKIE_NAME
            context.add_cookies([{"name": name, "value": session, "url": portal_url}])
        page = context.new_page()
        watch(page, portal_url, watched)
        page.goto(portal_url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def watch(page: Page, home: str, found: list[str]) -> None:
    """Append to `found` what a page must never do."""
    host = urlsplit(home).netloc

    def note_request(request: object) -> None:
        if urlsplit(request.url).netloc not in {host, ""}:
            found.append(f"{page.url}: loads {request.url}")

    def note_message(message: object) -> None:
        if message.type == "error":
            found.append(f"{page.url}: {message.text}")

    page.on("request", note_request)
    page.on("console", note_message)
    page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
    page.on(
        "response",
        lambda r: r.status >= 500 and found.append(f"{r.url}: {r.status}"),
    )
