"""Sixty payloads in every field that people can write; every page and export in real Chromium.

python -m tests.prove.payloads

The browser is told to ignore the Content-Security-Policy: what keeps a payload from running is then
the escaping alone. A page fails too if its document holds a handler, an inline script or a
javascript: address, whether or not anything set it off.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from urllib.parse import quote

from playwright.sync_api import Page, sync_playwright
from tqdm import tqdm

from tests.browser.chromium import ARGUMENTS, CHROMIUM
from tests.browser.xss_payloads import PAYLOADS

from .both_databases import inside
from .figures import Figure, print_figures
from .served import portal
from .staff import hire, signed_in
from .visitor import Visitor
from .working import SAID, UPLOAD

TOGETHER = 5  # payloads in one uploaded text
LISTS = ("/targets/", "/measures/", "/tax-policies/")
DIMENSIONS = ("targets", "sectors", "measures", "tax", "outline")
ADMIN = ("", "auth/user/", "policies/correction/", "policies/audit/", "policies/reviewitem/",
         "policies/record/", "policies/document/", "policies/sector/", "policies/indicator/")  # fmt: skip
FOUND = """() => {
  const found = window.ran ? ["ran"] : [];
  for (const element of document.querySelectorAll("*"))
    for (const { name, value } of element.attributes)
      if (/^on/i.test(name) || (/^(href|src|action|formaction|data|content)$/i.test(name)
          && /^\\s*(\\d+;\\s*url=)?\\s*(javascript|data):/i.test(value)))
        found.push(`${element.tagName} ${name}=${value.slice(0, 60)}`);
  for (const script of document.scripts)
    if (!script.src && /^(|module|text\\/javascript)$/.test(script.type)) found.push("inline script");
  return found;
}"""


def main() -> int:
    options = _options()
    if options.plant:
        print(json.dumps(_plant()))
        return 0
    with portal("SQLite") as (served, environment):
        hire(environment)
        planted = inside(environment, "tests.prove.payloads", "--plant")
        guan = signed_in(served.home, "guan")
        slugs = [_upload(guan, n) for n in range(0, len(PAYLOADS), TOGETHER)]
        paths = [*_pages(slugs, **planted), *_typed_into_addresses()]
        root = signed_in(served.home, "root")
        pages, bad = _walk(served.home, root, paths)
        files, rendered = _files(root, slugs)
    for fault in [*bad, *rendered]:
        print(fault)
    return 0 if print_figures(_figures(pages, bad, files, rendered)) else 1


def _plant() -> dict[str, list]:
    import django

    django.setup()
    from .planted import open_numbers, plant

    return {"refs": plant(), "numbers": open_numbers(20)}


def _upload(guan: Visitor, first: int) -> str:
    """A text, its title, number and address made of payloads, through the web, published."""
    slug, words = f"typed-{first}", PAYLOADS[first : first + TOGETHER]
    text = "山东省人民政府\n\n" + "\n\n".join(
        f"{'一二三四五'[n]}、{one}\n\n到2015年，{one}投资达到1200亿元以上。\n\n"
        f"（一）{one}。支持{one}企业技术改造，按《{one}》（鲁政发〔2012〕{n}号）给予{one}补助。"
        for n, one in enumerate(words)
    )
    said = SAID | {"slug": slug, "title": " ".join(words)[:300], "document_number": words[0][:100]}
    said["source_url"] = f"https://example.org/?{quote(words[0])}"
    fields = guan.form(UPLOAD, "") | said
    preview = guan.upload(UPLOAD, fields, text.encode(), f"{words[0][:40]}.txt").location
    page = guan.send(preview, guan.form(preview, "")).location
    publish = f"{page}publish/"
    guan.send(publish, guan.form(page, publish))
    return slug


def _pages(slugs: Sequence[str], refs: Sequence[str], numbers: Sequence[int]) -> Iterator[str]:
    """Every page that shows what people wrote, for readers and for staff."""
    for ref in refs:
        yield from (f"/records/{ref}/", f"/review/{ref}/", f"/compare/clause/{ref}/")
    yield from (f"/report/{ref}/" for ref in refs[::20])
    for slug in ("henan", *slugs):
        yield from (f"/documents/{slug}/", f"/review/documents/{slug}/")
        yield from (f"/review/documents/{slug}/reingest/", f"/review/documents/{slug}/?quote=img")
    chosen = "&".join(f"doc={slug}" for slug in slugs)
    for dimension in (*DIMENSIONS, "digest"):
        yield from (f"/compare/{dimension}/", f"/compare/{dimension}/?{chosen}")
    yield from ("/", "/compare/", "/methods/", "/quality/", "/sectors/", "/search/?q=script")
    yield from ("/sectors/steel/", "/provinces/shandong/", "/changes/", "/changes/?page=2")
    yield from (f"{path}?page={n}" for path in LISTS for n in (1, 2, 3))
    for state in ("open", "proposed", "done", "rejected", "all"):
        yield from (f"/review/?state={state}&page={n}" for n in (1, 2, 3))
    yield from ("/review/absences/", "/review/upload/")
    yield from (f"/review/alignment/{table}/" for table in ("sector", "indicator", "actor", "tool"))
    for table, code in (("sector", "steel"), ("indicator", "erp_rate"), ("actor", "finance")):
        yield f"/review/alignment/{table}/{code}/"
    for number in numbers:
        yield f"/review/corrections/{number}/"
    yield from (f"/admin/{one}" for one in ADMIN)


def _typed_into_addresses() -> Iterator[str]:
    """Whoever sends a link writes into its address."""
    for place, payload in enumerate(PAYLOADS):
        words = quote(payload, safe="")
        yield f"/search/?q={words}"
        yield f"{LISTS[place % 3]}?sector={words}&q={words}&page={words}"
        yield f"/compare/targets/?doc={words}&base={words}&only={words}"
        yield f"/review/?state={words}&document={words}"
        yield f"/review/absences/?document={words}"
        yield f"/review/alignment/sector/steel/name/?kind=sector_mention&name={words}"
        yield f"/{words}/"


def _walk(home: str, visitor: Visitor, paths: Sequence[str]) -> tuple[int, list[str]]:
    """Open every page; return how many there were, and what was found where nothing may be."""
    bad: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        context = browser.new_context(bypass_csp=True)
        context.add_cookies(visitor.cookies())
        page = context.new_page()
        page.on("dialog", lambda dialog: (bad.append(f"{page.url}: dialog"), dialog.dismiss()))
        for path in tqdm(paths, file=sys.stderr, unit="page"):
            bad += [f"{path}: {fault}" for fault in _look(page, home + path)]
        browser.close()
    return len(paths), bad


def _look(page: Page, address: str) -> list[str]:
    answer = page.goto(address)
    if answer.status >= 500:
        return [f"status {answer.status}"]
    for details in page.query_selector_all("details:not([open])"):
        details.evaluate("element => { element.open = true; }")
    return page.evaluate(FOUND)


def _files(visitor: Visitor, slugs: Sequence[str]) -> tuple[int, list[str]]:
    """Exports are no pages: none may come as HTML, or be guessed to be HTML."""
    chosen = "&".join(f"doc={slug}" for slug in slugs[:5])
    asked = [f"{path}?format={one}" for path in LISTS for one in ("json", "jsonl", "csv", "xlsx")]
    asked += [
        f"/compare/{dimension}/?{chosen}&format={one}"
        for dimension in DIMENSIONS
        for one in ("json", "csv", "xlsx", "docx")
    ]
    asked += ["/changes.atom", "/api/openapi.json"]
    bad = []
    for path in asked:
        answer = visitor.get(path)
        guarded = answer.headers.get("X-Content-Type-Options") == "nosniff"
        kind = answer.headers.get("Content-Type", "")
        if answer.status != 200 or not guarded or re.match("text/html|image/svg", kind):
            bad.append(f"{PurePosixPath(path)}: {answer.status} {kind}")
        if kind.startswith("application/atom") and re.search(
            rb"<(script|img|svg)\b", answer.content
        ):
            bad.append(f"{path}: markup of a payload")
    return len(asked), bad


def _figures(pages: int, bad: list[str], files: int, rendered: list[str]) -> list[Figure]:
    return [
        Figure("payloads: in every field", str(len(PAYLOADS)), "60", len(PAYLOADS) == 60),
        Figure("payloads: pages where one runs or could", f"{len(bad)} of {pages}", "0", not bad),
        Figure("payloads: exports read as pages", f"{len(rendered)} of {files}", "0", not rendered),
    ]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plant", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
