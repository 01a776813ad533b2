"""The groups 录入, 审核 and 管理 and what each may do; made after every migrate.

Permissions are given, never taken away: what an administrator added to a group stays.
"""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission, User

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
MANAGERS = "管理"
ROLES = {"录入": PROPOSE, "审核": REVIEW, MANAGERS: MANAGE}


def sync_roles() -> None:
    """Make the groups and give them their permissions. Safe to repeat."""
    for app in ("auth", "policies"):  # post_migrate of this app runs before theirs are made
        create_permissions(apps.get_app_config(app), verbosity=0)
    known = Permission.objects.filter(content_type__app_label__in=("auth", "policies"))
    by_name = {permission.codename: permission for permission in known}
    for name, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(*(by_name[codename] for codename in codenames))


def admit_managers(
    sender: object, instance: User | Group, action: str, pk_set: set[int] | None, **kwargs: object
) -> None:
    """Receiver of m2m_changed: who joins 管理 may enter /admin/, who leaves it no longer."""
    joined = {"post_add": True, "post_remove": False}.get(action)
    group = Group.objects.filter(name=MANAGERS).first()
    if joined is None or group is None:
        return
    if isinstance(instance, Group):  # group.user_set.add(…)
        users = pk_set if instance == group else ()
    else:
        users = [instance.pk] if group.pk in pk_set else ()
        instance.is_staff = joined or instance.is_superuser if users else instance.is_staff
    User.objects.filter(pk__in=users, is_superuser=False).update(is_staff=joined)
