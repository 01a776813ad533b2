"""How often readers may report: per address, per record and altogether, within an hour.

Of the address only a keyed hash is kept, for an hour or two: the name of a file under LOCAL_DIR,
whose length is the count. Appending is one act of the system, so all workers count together.
"""

import shutil
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import salted_hmac

from policies.models import Record, ReviewItem

PER_ADDRESS, PER_RECORD, ALTOGETHER = 5, 10, 200


def may_report(address: str, record: Record) -> bool:
    """Return whether one more report is taken, and count it for the address."""
    since = timezone.now() - timedelta(hours=1)
    recent = ReviewItem.objects.filter(cause=ReviewItem.Cause.REPORT, opened_at__gte=since)
    if recent.count() >= ALTOGETHER or recent.filter(record=record).count() >= PER_RECORD:
        return False
    return _count(address) <= PER_ADDRESS


def _count(address: str) -> int:
    """Count one more of the address in this hour of the clock; forget the hours before."""
    hour = timezone.now().strftime("%Y%m%d%H")
    folder = Path(settings.LOCAL_DIR) / "reports"
    (folder / hour).mkdir(parents=True, exist_ok=True)
    for former in folder.iterdir():
        if former.name < hour:
            shutil.rmtree(former, ignore_errors=True)
    name = salted_hmac("policies.report", f"{hour} {address}").hexdigest()
    with (folder / hour / name).open("ab", buffering=0) as file:
        file.write(b".")
        return file.tell()
