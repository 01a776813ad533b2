"""What is wrong with a page as it is shown: axe's violations, and whether it is too wide.

make test looks at two of the four views, 1440 px light and 375 px dark; with VIEWS=all, as make
prove sets it, at all four.
"""

import os
from itertools import product

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .chromium import SCHEMES, WIDTHS

ALL = os.environ.get("VIEWS") == "all"
VIEWS = tuple(product(WIDTHS, SCHEMES) if ALL else zip(WIDTHS, SCHEMES, strict=True))
TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"


def violations(page: Page) -> list[str]:
    """Return axe's violations in words: the rule and its first places."""
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {[node['target'] for node in v['nodes']][:3]}" for v in found]


def overflow(page: Page) -> list[str]:
    """Return in words by how much the page is wider than its window."""
    pixels = page.evaluate(TOO_WIDE)
    return [f"the page is {pixels} px too wide"] if pixels > 0 else []
