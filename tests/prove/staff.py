"""People of each role with a password, for proofs on a running portal; and the portal for them."""

from .both_databases import inside
from .visitor import Visitor

PASSWORD = "prove-It-2026-11"  # of a database that lives as long as the proof
ROLES = {"lin": "录入", "wen": "录入", "shen": "审核", "guan": "管理"}


def main() -> None:
    """Make them in the database that the environment names."""
    import django

    django.setup()
    from django.contrib.auth.models import Group, User

    for name, role in ROLES.items():
        user = User.objects.create_user(name, password=PASSWORD)
        user.groups.add(Group.objects.get(name=role))
    User.objects.create_superuser("root", password=PASSWORD)
    print("{}")


def hire(environment: dict[str, str]) -> None:
    inside(environment, "tests.prove.staff")


def signed_in(home: str, name: str) -> Visitor:
    return Visitor(home).sign_in(name, PASSWORD)


if __name__ == "__main__":
    main()
