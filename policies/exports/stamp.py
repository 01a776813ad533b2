"""What every file says of its origin: data version, its time, the address it was taken from."""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # before the first write; a .docx needs some date
BEIJING = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class Stamp:
    """“Generated on” is the data version's time, so that the same data gives the same bytes."""

    version: int
    changed_at: datetime | None
    site: str  # https://host
    address: str  # of the page without `format`
    narrowed: bool = False  # the address asks for some rows or records only

    @property
    def created(self) -> datetime:
        return (self.changed_at or NEVER).astimezone(BEIJING)

    @property
    def words(self) -> str:
        """数据版本 3（2026-11-21 10:20）."""
        if self.changed_at is None:
            return f"数据版本 {self.version}"
        return f"数据版本 {self.version}（{self.created:%Y-%m-%d %H:%M}）"
