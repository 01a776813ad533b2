"""Fixtures: the portal with its five documents, put in place once and rolled back after each test.

Order (pytest_collection_modifyitems): tests of an empty database, those that commit in it, tests of
the five documents, those that commit in them. So the documents are ingested once, placed once, and
only tests that commit pay for putting them back.
"""

import os
from pathlib import Path

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, models, transaction

from policies.filters.kept import forget

# Playwright's sync API runs an event loop in the main thread; Django would refuse queries in it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

PREFIX = "seed__"


@pytest.fixture(autouse=True)
def plain_static_files(settings: object) -> None:
    """Hashed names need collectstatic; tests serve files under their own names."""
    settings.STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.WHITENOISE_AUTOREFRESH = True  # no folder of collected files to look for


@pytest.fixture(autouse=True)
def quick_passwords(settings: object) -> None:
    """A million rounds of hashing protect real passwords; these are in the tests."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Answers are kept by data version, and tests start over at the same one."""
    cache.clear()
    forget()


@pytest.fixture(autouse=True)
def own_folder(settings: object, tmp_path: Path) -> None:
    """Uploads and the counts of reports are kept under LOCAL_DIR."""
    settings.LOCAL_DIR = tmp_path


@pytest.fixture(scope="session")
def seed_tables(django_db_setup: None, django_db_blocker: object) -> None:
    """Ingest the five documents once and keep copies of all rows in side tables."""
    with django_db_blocker.unblock():
        call_command("ingest", verbosity=0)
        with connection.cursor() as cursor:
            for model in _models():
                table = model._meta.db_table
                cursor.execute(f'CREATE TABLE "{PREFIX}{table}" AS SELECT * FROM "{table}"')
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="session")
def placed_seeds(seed_tables: None, django_db_blocker: object) -> None:
    """The five documents, committed: tests that roll back find them in place."""
    with django_db_blocker.unblock():
        restore_seed()


@pytest.fixture
def portal(placed_seeds: None, db: None) -> None:
    """The database as after `make run`: five documents, vocabulary, groups."""
    if not connection.in_atomic_block:  # the test before may have committed, and was flushed
        restore_seed()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort into the four groups; the order within each stays."""
    items.sort(key=_group)


def _group(item: pytest.Item) -> tuple[bool, bool]:
    fixtures = set(getattr(item, "fixturenames", ()))
    marker = item.get_closest_marker("django_db")
    commits = bool(marker and marker.kwargs.get("transaction")) or bool(
        fixtures & {"transactional_db", "live_server", "django_db_reset_sequences"}
    )
    return bool(fixtures & {"seed_tables", "portal"}), commits


def restore_seed() -> None:
    """Replace the rows of the app's tables with the ingested ones."""
    with transaction.atomic(), connection.cursor() as cursor:  # foreign keys wait for the commit
        for model in reversed(_models()):
            cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
        for model in _models():
            columns = ", ".join(f'"{name}"' for name in _columns(model))
            table = model._meta.db_table
            cursor.execute(
                f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM "{PREFIX}{table}"'
            )
        for statement in connection.ops.sequence_reset_sql(_no_style(), _models()):
            cursor.execute(statement)


def _models() -> list[type[models.Model]]:
    return list(apps.get_app_config("policies").get_models(include_auto_created=True))


def _columns(model: type[models.Model]) -> list[str]:
    return [field.column for field in model._meta.local_concrete_fields if not field.generated]


def _no_style() -> object:
    from django.core.management.color import no_style

    return no_style()
