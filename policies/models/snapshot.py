"""One consistent view of the database for several statements that only read.

Django's atomic() takes the write lock here (IMMEDIATE, settings.py), so that reading would wait
for writing; a deferred transaction on SQLite and REPEATABLE READ on PostgreSQL do not.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """Everything read inside belongs to one moment. Inside a transaction it is that one."""
    if connection.in_atomic_block or _is_open():
        yield
    elif connection.vendor == "sqlite":
        with _deferred():
            yield
    else:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield


def _is_open() -> bool:
    """Whether a deferred transaction is under way, of which Django does not know."""
    connection.ensure_connection()
    return connection.vendor == "sqlite" and connection.connection.in_transaction


@contextmanager
def _deferred() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
    try:
        yield
    finally:  # nothing was written, so there is nothing to keep
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK")
