"""Fuzz the public pages: python -m tests.prove.fuzz_urls [NUMBER] – no answer may be a 5xx.

Runs on the database that DATABASE_URL names (a test database beside it), the five texts in it.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterable

from .figures import Figure, print_figures

NUMBER = 20_000


def fuzz(asked: Iterable[str]) -> tuple[Counter, list[tuple[int, str]]]:
    """GET every address; return how often each status came, and (status, address) of failures."""
    from django.test import Client

    client = Client(raise_request_exception=False)
    statuses: Counter = Counter()
    failures = []
    for address in asked:
        response = client.get(address)
        if response.streaming:
            b"".join(response.streaming_content)
        response.close()
        statuses[response.status_code] += 1
        if response.status_code not in {200, 302, 400, 404, 410, 413}:
            failures.append((response.status_code, address))
    return statuses, failures


def main(number: int) -> int:
    """Make a test database, ingest, fuzz with a progress bar, say what came; 1 on failures."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    import logging

    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import override_settings, setup_databases, teardown_databases
    from tqdm import tqdm

    from .addresses import addresses

    logging.disable(logging.ERROR)
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    storages = {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        with override_settings(
            STORAGES=storages | {"staticfiles": plain},
            WHITENOISE_AUTOREFRESH=True,
            ALLOWED_HOSTS=["testserver"],
        ):
            call_command("ingest", verbosity=0)
            bar = tqdm(addresses(number), total=number, unit="url", desc=connection.vendor)
            statuses, failures = fuzz(bar)
    finally:
        teardown_databases(databases, verbosity=0)
    print(f"{connection.vendor}: {number} addresses, {dict(sorted(statuses.items()))}")
    for status, address in failures[:20]:
        print(status, address[:300])
    name = f"{connection.vendor}: fuzzed addresses answered with a 5xx"
    return (
        0 if print_figures([Figure(name, f"{len(failures)} of {number}", "0", not failures)]) else 1
    )


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER))
