"""Comparisons: every subset as page, JSON, XLSX and DOCX; what is ranked; 31 columns.

python -m tests.prove.comparison
"""

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import combinations

from selectolax.lexbor import LexborHTMLParser
from tqdm import tqdm

from .both_databases import database, manage
from .figures import Figure, print_figures
from .same_cells import answer_of, problems

SLUGS = ("shandong", "henan", "yunnan", "gansu", "xinjiang")
CLASSES = ("differing", "partial", "common", "unique")
SUBSETS = [some for n in range(1, 6) for some in combinations(SLUGS, n)]
COLUMNS, MILLISECONDS = 31, 500
BLANK = re.compile(r"<td[^>]*>\s*</td>")


def main() -> None:
    if "--inside" in sys.argv:
        raise SystemExit(not print_figures(_figures()))
    with database("SQLite") as environment:
        manage(environment, "migrate", "--verbosity", "0")
        manage(environment, "ingest")
        command = [sys.executable, "-m", "tests.prove.comparison", "--inside"]
        raise SystemExit(subprocess.run(command, env=environment, check=False).returncode)


def _figures() -> list[Figure]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    import django

    django.setup()
    from django.test import Client
    from django.test.utils import override_settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(ALLOWED_HOSTS=["testserver"], STORAGES={"staticfiles": plain}):
        client = Client()
        return [*_law(client), *_rankings(), *_many_columns(client)]


def _law(client: object) -> list[Figure]:
    """All subsets × dimensions × row filters, and every facet option of all five documents."""
    from policies.comparison import DIMENSIONS
    from policies.models import Document

    texts = dict(Document.objects.values_list("slug", "text"))
    plain = [
        f"/compare/{dimension}/?{'&'.join(f'doc={slug}' for slug in chosen)}&only={only}"
        for chosen in SUBSETS
        for dimension in DIMENSIONS
        for only in ("", *CLASSES)
    ]
    options = [option for dimension in DIMENSIONS for option in _options(client, dimension)]
    walked = [(address, None) for address in plain] + options
    broken, blank, miscounted = [], 0, 0
    for address, count in tqdm(walked, unit="comparison", file=sys.stderr, mininterval=2):
        answer = answer_of(client, address)
        broken += [f"{address}: {what}" for what in problems(answer, texts)]
        blank += len(BLANK.findall(answer.page.html))
        refs = {r["ref"] for row in answer.data["rows"] for c in row["cells"] for r in c["records"]}
        miscounted += count is not None and count != len(refs)
    for line in broken[:20]:
        print(line, file=sys.stderr)
    name = f"comparisons as page, JSON, XLSX, DOCX ({len(options)} with facets): cells that differ"
    return [
        Figure(name, f"{len(broken)} in {len(walked)}", "0", not broken),
        Figure("blank cells on their pages", str(blank), "0", not blank),
        Figure(
            "facet options that count otherwise than they give",
            f"{miscounted} of {len(options)}",
            "0",
            not miscounted,
        ),
    ]


def _options(client: object, dimension: str) -> list[tuple[str, int]]:
    """Every facet option of the page of all documents: (address, count)."""
    address = f"/compare/{dimension}/"
    page = LexborHTMLParser(client.get(address).content)
    return [
        (address + item.css_first("a").attributes["href"], int(item.css_first("span").text()))
        for item in page.css(".facets .facet-grid li")
    ]


def _rankings() -> list[Figure]:
    """Over all subsets: whatever is ranked together has one basis."""
    from policies.comparison import compare
    from policies.comparison.bases import why_not
    from policies.comparison.rankings import rankings
    from policies.models import Document

    documents = {d.slug: d for d in Document.objects.published().in_column_order()}
    found = [
        ranking
        for chosen in SUBSETS
        for ranking in rankings(compare("targets", [documents[slug] for slug in chosen]))
    ]
    facts = [[entry.fact for entry in ranking.entries] for ranking in found]
    wrong = sum(bool(why_not(a, b)) for group in facts for a, b in combinations(group, 2))
    return [
        Figure(f"pairs ranked across bases ({len(found)} rankings)", str(wrong), "0", not wrong)
    ]


def _many_columns(client: object) -> list[Figure]:
    from policies.comparison import DIMENSIONS
    from tests.comparison.clones import clone_documents

    query = "&".join(f"doc={document.slug}" for document in clone_documents(COLUMNS))
    figures = []
    for dimension in DIMENSIONS:

        def answer(url: str = f"/compare/{dimension}/?{query}") -> None:
            _forget()
            assert client.get(url).status_code == 200

        took = _seconds(answer) * 1000
        name = f"{COLUMNS} columns of {dimension}"
        figures.append(Figure(name, f"{took:.0f} ms", f"< {MILLISECONDS} ms", took < MILLISECONDS))
    return figures


def _forget() -> None:
    """Nothing kept from a former answer, so that each is a first one."""
    from django.core.cache import cache

    from policies.filters.kept import forget

    cache.clear()
    forget()


def _seconds(act: Callable[[], None]) -> float:
    """The median of five, after one that warms caches of code."""
    act()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
