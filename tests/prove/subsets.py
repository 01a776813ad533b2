"""All 31 subsets of the five documents × five dimensions, HTML and JSON: python -m tests.prove.subsets."""

import os
import re
import sys
from itertools import combinations

from tqdm import tqdm

from .both_databases import NAMES, database, manage
from .figures import Figure, print_figures

SLUGS = ("shandong", "henan", "yunnan", "gansu", "xinjiang")
BLANK = re.compile(r"<td[^>]*>\s*</td>")
DIMENSIONS = ("targets", "sectors", "measures", "tax", "outline")


def main() -> None:
    if "--inside" in sys.argv:
        raise SystemExit(not print_figures(_figures()))
    import subprocess

    codes = []
    for name in NAMES:
        with database(name) as environment:
            manage(environment, "migrate", "--verbosity", "0")
            manage(environment, "ingest")
            command = [sys.executable, "-m", "tests.prove.subsets", "--inside"]
            codes.append(subprocess.run(command, env=environment, check=False).returncode)
    raise SystemExit(any(codes))


def _figures() -> list[Figure]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import override_settings

    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(ALLOWED_HOSTS=["testserver"], STORAGES={"staticfiles": plain}):
        answers, blank, reliefs = _walk(Client(raise_request_exception=False))
    name = connection.vendor
    every = 31 * len(DIMENSIONS) * 2
    return [
        Figure(
            f"{name}: comparisons that answer 200", f"{answers} of {every}", "all", answers == every
        ),
        Figure(f"{name}: blank cells", str(blank), "0", blank == 0),
        Figure(
            f"{name}: reliefs × columns on /compare/tax/", f"{reliefs} × 5", ">= 10", reliefs >= 10
        ),
    ]


def _walk(client: object) -> tuple[int, int, int]:
    """Return how many answered 200, how many cells said nothing, how many reliefs there are."""
    answers, blank, reliefs = 0, 0, 0
    subsets = [some for n in range(1, 6) for some in combinations(SLUGS, n)]
    for chosen in tqdm(subsets, unit="subset", file=sys.stderr):
        for dimension in DIMENSIONS:
            address = f"/compare/{dimension}/?" + "&".join(f"doc={slug}" for slug in chosen)
            page, data = client.get(address), client.get(f"{address}&format=json")
            answers += (page.status_code == 200) + (data.status_code == 200)
            blank += len(BLANK.findall(page.content.decode()))
            rows = data.json()["rows"]
            blank += sum(not cell["state"] for row in rows for cell in row["cells"])
            if dimension == "tax" and len(chosen) == len(SLUGS):
                reliefs = len(rows)
    return answers, blank, reliefs


if __name__ == "__main__":
    main()
