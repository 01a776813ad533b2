"""The groups 录入, 审核 and 管理 and what each may do; made after every migrate.

Permissions are given, never taken away: what an administrator added to a group stays.
"""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

SEE = [
    "view_document",
    "view_provision",
    "view_record",
    "view_correction",
    "view_reviewitem",
    "view_audit",
]
PROPOSE = [*SEE, "add_correction"]
REVIEW = [*PROPOSE, "review_correction", "change_reviewitem"]
TERMS = [
    "province",
    "part",
    "indicatorgroup",
    "indicator",
    "sector",
    "theme",
    "instrument",
    "tool",
    "relief",
    "actor",
]
MANAGE = [
    *PROPOSE,
    "ingest_document",
    "publish_document",
    "change_document",
    "add_collection",
    "change_collection",
    "view_collection",
    *(f"{act}_{term}" for term in TERMS for act in ("view", "change")),
    *(f"{act}_user" for act in ("view", "add", "change")),
    "view_group",
]
ROLES = {"录入": PROPOSE, "审核": REVIEW, "管理": MANAGE}


def sync_roles() -> None:
    """Make the groups and give them their permissions. Safe to repeat."""
    for app in ("auth", "policies"):  # post_migrate of this app runs before theirs are made
        create_permissions(apps.get_app_config(app), verbosity=0)
    known = Permission.objects.filter(content_type__app_label__in=("auth", "policies"))
    by_name = {permission.codename: permission for permission in known}
    for name, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*(by_name[codename] for codename in codenames))
