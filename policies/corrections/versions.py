"""The data version: rises by one in the transaction of every write."""

from django.db.models import F
from django.utils import timezone

from policies.models import DataVersion


def bump_data_version() -> DataVersion:
    """Raise the data version and return its row. Call inside the transaction of the write.

    The update locks the single row, so writers on PostgreSQL queue here until commit: whoever
    holds it may also number audit rows and corrections.
    """
    now = timezone.now()
    if not DataVersion.objects.filter(id=1).update(number=F("number") + 1, changed_at=now):
        DataVersion.objects.get_or_create(id=1, defaults={"changed_at": now})
        return bump_data_version()
    return DataVersion.objects.get(id=1)


def lock_data_version() -> None:
    """Hold the data version's row until commit, so that numbers can be given one after another."""
    DataVersion.objects.select_for_update(no_key=True).filter(id=1).first()


def data_version() -> int:
    """The current number; 0 before the first write."""
    return DataVersion.objects.filter(id=1).values_list("number", flat=True).first() or 0
