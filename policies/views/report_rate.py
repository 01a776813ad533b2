"""How often readers may report: per address, per record and altogether, within an hour.

Of the address only a keyed hash is kept, for an hour, in the cache. Each worker process counts for
itself; what must hold altogether is counted in the database.
"""

from datetime import timedelta

from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac

from policies.models import Record, ReviewItem

HOUR = 3600
PER_ADDRESS, PER_RECORD, ALTOGETHER = 5, 10, 200


def may_report(address: str, record: Record) -> bool:
    """Return whether one more report is taken, and count it for the address."""
    since = timezone.now() - timedelta(seconds=HOUR)
    recent = ReviewItem.objects.filter(cause=ReviewItem.Cause.REPORT, opened_at__gte=since)
    if recent.count() >= ALTOGETHER or recent.filter(record=record).count() >= PER_RECORD:
        return False
    return _count(address) <= PER_ADDRESS


def _count(address: str) -> int:
    key = "report:" + salted_hmac("policies.report", address).hexdigest()
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key)
    except ValueError:  # it ran out between the two
        cache.set(key, 1, HOUR)
        return 1
