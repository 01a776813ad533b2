"""One moment for everything read inside, however the blocks are nested."""

import pytest
from django.db import connection

from policies.models import Theme
from policies.models.snapshot import snapshot

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_snapshot_in_a_snapshot_is_the_same_one() -> None:
    with snapshot():
        with snapshot():
            Theme.objects.count()
        Theme.objects.count()
        assert connection.in_atomic_block or connection.connection.in_transaction
    if connection.vendor == "sqlite":
        assert not connection.connection.in_transaction
