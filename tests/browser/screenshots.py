"""Screenshots of every page: python -m tests.browser.screenshots URL FOLDER [PAGE…].

Width 1440 and 375, light and dark, and a PDF as printed; to be looked at by a person.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from .chromium import ARGUMENTS, CHROMIUM, SCHEMES, WIDTHS
from .pages import PAGES


def main(url: str, folder: str, *names: str) -> None:
    """Write <folder>/<page>-<width>-<scheme>.png and <page>.pdf for the named pages, or all."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for name in names or PAGES:
            path = PAGES.get(name, name)
            stem = name.strip("/").replace("/", "_").replace("?", "_") or "overview"
            for width, scheme in [(w, s) for w in WIDTHS for s in SCHEMES]:
                page = browser.new_page(
                    viewport={"width": width, "height": 900}, color_scheme=scheme
                )
                page.goto(url.rstrip("/") + path)
                page.screenshot(path=target / f"{stem}-{width}-{scheme}.png", full_page=width < 600)
                if width > 600 and scheme == "light":
                    page.pdf(path=target / f"{stem}.pdf", prefer_css_page_size=True)
                page.close()
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
