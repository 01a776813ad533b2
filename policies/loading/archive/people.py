"""Accounts in an archive: corrections name their authors, so they come along, passwords hashed."""

import json
from collections.abc import Iterable

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

FILE = "tables/user.jsonl"
KEPT = (
    "password",
    "first_name",
    "last_name",
    "email",
    "is_staff",
    "is_active",
    "is_superuser",
)


def lines_of_people() -> list[str]:
    """Return one line per account, by user name."""
    users = get_user_model().objects.prefetch_related("groups")
    return sorted(_line(user) for user in users)


def restore_people(lines: Iterable[str]) -> None:
    """Make or set the accounts named; others stay as they are."""
    groups = {group.name: group for group in Group.objects.all()}
    for line in lines:
        said = json.loads(line)
        defaults = {name: said[name] for name in KEPT}
        user, _ = get_user_model().objects.update_or_create(
            username=said["username"], defaults=defaults
        )
        user.groups.set(groups[name] for name in said["groups"] if name in groups)


def _line(user: object) -> str:
    said = {name: getattr(user, name) for name in ("username", *KEPT)}
    said["groups"] = sorted(group.name for group in user.groups.all())
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
