"""管理 and the door to /admin/."""

import pytest
from django.contrib.auth.models import Group, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def user() -> User:
    return User.objects.create_user("lin")


def staff(user: User) -> bool:
    return User.objects.get(pk=user.pk).is_staff


@pytest.mark.parametrize(("role", "admitted"), [("管理", True), ("审核", False), ("录入", False)])
def test_only_managers_enter_the_admin(user: User, role: str, admitted: bool) -> None:
    user.groups.add(Group.objects.get(name=role))
    assert (staff(user), user.is_staff) == (admitted, admitted)


def test_who_leaves_enters_no_longer(user: User) -> None:
    user.groups.set([Group.objects.get(name="管理")])
    user.groups.set([Group.objects.get(name="录入")])
    assert not staff(user)


def test_from_the_side_of_the_group(user: User) -> None:
    group = Group.objects.get(name="管理")
    group.user_set.add(user)
    assert staff(user)
    group.user_set.remove(user)
    assert not staff(user)


def test_a_superuser_stays_staff() -> None:
    root = User.objects.create_superuser("root")
    root.groups.set([Group.objects.get(name="管理")])
    root.groups.set([])
    assert staff(root)


def test_staff_by_hand_is_left_alone_by_other_groups(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_staff=True)
    user.groups.add(Group.objects.get(name="录入"))
    assert staff(user)
