"""Comparisons: every subset as page, JSON, XLSX and DOCX; 31 columns; what a first answer costs.

python -m tests.prove.comparison
"""

import io
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from gzip import compress
from itertools import combinations

from tqdm import tqdm

from .both_databases import database, manage
from .figures import Figure, print_figures

SLUGS = ("shandong", "henan", "yunnan", "gansu", "xinjiang")
CLASSES = ("differing", "partial", "common", "unique")
COLUMNS, MILLISECONDS, TIMES_BARE, KILOBYTES = 31, 500, 5, 80
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
        return [*_same_cells(client), *_rankings(), *_costs(client), *_many_columns(client)]


def _same_cells(client: object) -> list[Figure]:
    """Page rows = JSON rows = XLSX rows = DOCX rows over all subsets and row filters."""
    from policies.comparison import DIMENSIONS

    subsets = [some for n in range(1, 6) for some in combinations(SLUGS, n)]
    asked = [(some, "") for some in subsets] + [(SLUGS, class_) for class_ in CLASSES]
    walked, unequal, blank = 0, 0, 0
    for chosen, only in tqdm(asked, unit="subset", file=sys.stderr):
        for dimension in DIMENSIONS:
            query = "&".join([*(f"doc={slug}" for slug in chosen), f"only={only}"])
            page, equal = _compared(client, f"/compare/{dimension}/?{query}")
            walked, unequal = walked + 1, unequal + (not equal)
            blank += len(BLANK.findall(page))
    return [
        Figure(
            "comparisons whose page, JSON, XLSX, DOCX differ",
            f"{unequal} of {walked}",
            "0",
            not unequal,
        ),
        Figure("blank cells on their pages", str(blank), "0", not blank),
    ]


def _compared(client: object, url: str) -> tuple[str, bool]:
    from openpyxl import load_workbook

    from tests.views.test_compare import in_json, on_page, word_tables

    rows = in_json(client, url)
    book = load_workbook(io.BytesIO(client.get(f"{url}&format=xlsx").content), read_only=True)
    sheet = [[cell.value or "" for cell in row] for row in book.worksheets[0].iter_rows()][1:]
    tables = word_tables(client.get(f"{url}&format=docx").content)
    paper = tables[0][1:] if tables else []
    words = [[str(value).replace("\n", "") for value in row[6:]] for row in sheet]
    same = on_page(client, url) == rows and len(sheet) == len(rows)
    return client.get(url).content.decode(), same and words == [row[1:] for row in paper]


def _rankings() -> list[Figure]:
    from policies.comparison import compare
    from policies.comparison.bases import why_not
    from policies.comparison.rankings import rankings
    from policies.models import Document

    found = rankings(compare("targets", list(Document.objects.published().in_column_order())))
    facts = [[entry.fact for entry in ranking.entries] for ranking in found]
    wrong = sum(bool(why_not(a, b)) for group in facts for a, b in combinations(group, 2))
    return [
        Figure(f"pairs ranked across bases ({len(found)} rankings)", str(wrong), "0", not wrong)
    ]


def _costs(client: object) -> list[Figure]:
    """A first answer against a bare template that prints as many values, in one run."""
    from django.core.cache import cache
    from django.template import engines

    url = "/compare/measures/"
    body = client.get(url).content
    values = re.findall(r">([^<>]+)<", body.decode())
    bare = engines["django"].from_string(
        "{% for value in values %}<td>{{ value }}</td>{% endfor %}"
    )

    def first() -> None:
        cache.clear()
        client.get(url)

    ratio = _seconds(first) / _seconds(lambda: bare.render({"values": values}))
    size = len(compress(body, 6)) / 1000
    return [
        Figure(
            "first answer ÷ bare template", f"{ratio:.1f}", f"< {TIMES_BARE}", ratio < TIMES_BARE
        ),
        Figure(
            "measures page, compressed", f"{size:.0f} kB", f"< {KILOBYTES} kB", size < KILOBYTES
        ),
    ]


def _many_columns(client: object) -> list[Figure]:
    from django.core.cache import cache

    from policies.comparison import DIMENSIONS
    from tests.comparison.clones import clone_documents

    query = "&".join(f"doc={document.slug}" for document in clone_documents(COLUMNS))
    figures = []
    for dimension in DIMENSIONS:

        def answer(url: str = f"/compare/{dimension}/?{query}") -> None:
            cache.clear()
            assert client.get(url).status_code == 200

        took = _seconds(answer) * 1000
        name = f"{COLUMNS} columns of {dimension}"
        figures.append(Figure(name, f"{took:.0f} ms", f"< {MILLISECONDS} ms", took < MILLISECONDS))
    return figures


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
