"""/changes.atom: corrections as a feed."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from policies.views.changes import settled_corrections
from policies.views.history import Past, past_corrections

LENGTH = 50


class ChangesFeed(Feed):
    """The newest settled corrections, each linking to its record."""

    feed_type = Atom1Feed
    title = "技改政策对照：更正公告"
    subtitle = "经审核生效或撤销的更正"
    author_name = "技改政策对照"  # RFC 4287 asks for one

    def link(self) -> str:
        return reverse("changes")

    def items(self) -> list[Past]:
        return past_corrections(settled_corrections()[:LENGTH])

    def item_title(self, item: Past) -> str:
        made = item.correction
        return f"{made.record or made.document} {made.get_action_display()}：{made.get_state_display()}"

    def item_description(self, item: Past) -> str:
        """What changed, and why: 数值：1.5 → 1.6（据公报）."""
        change = " → ".join(words for words in (item.old, item.new) if words)
        field = f"{item.field}：" if item.field else ""
        return escape(f"{field}{change}（{item.correction.reason}）")  # readers take it for HTML

    def item_link(self, item: Past) -> str:
        if item.correction.record:
            return reverse("record", args=[item.correction.record.ref])
        return reverse("document", args=[item.correction.document.slug])

    def item_guid(self, item: Past) -> str:
        return f"urn:correction:{item.correction.number}:{item.correction.state}"

    item_guid_is_permalink = False

    def item_updateddate(self, item: Past) -> datetime | None:
        return item.correction.decided_at
