"""/changes.atom: corrections as a feed."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from policies.models import Correction
from policies.views.changes import settled_corrections

LENGTH = 50


class ChangesFeed(Feed):
    """The newest settled corrections, each linking to its record."""

    feed_type = Atom1Feed
    title = "技改政策对照：更正公告"
    subtitle = "经审核生效或撤销的更正"

    def link(self) -> str:
        return reverse("changes")

    def items(self) -> list[Correction]:
        return list(settled_corrections()[:LENGTH])

    def item_title(self, item: Correction) -> str:
        return f"{item.record or item.document} {item.get_action_display()}：{item.get_state_display()}"

    def item_description(self, item: Correction) -> str:
        return item.reason

    def item_link(self, item: Correction) -> str:
        if item.record:
            return reverse("record", args=[item.record.ref])
        return reverse("document", args=[item.document.slug])

    def item_guid(self, item: Correction) -> str:
        return f"urn:correction:{item.number}:{item.state}"

    item_guid_is_permalink = False

    def item_updateddate(self, item: Correction) -> datetime | None:
        return item.decided_at
