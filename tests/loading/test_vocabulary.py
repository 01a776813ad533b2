"""Vocabulary tables follow the TOML, except where staff changed them."""

from dataclasses import replace

import pytest
from django.contrib.auth.models import Group

from policies.corrections.versions import data_version
from policies.extraction.vocabulary import Vocabulary, load_vocabulary
from policies.loading.roles import sync_roles
from policies.loading.vocabulary import sync_vocabulary
from policies.models import Indicator, Record, RecordSector, Sector, SectorCode, Tool

from .making import TEXT, load_text, measure

pytestmark = pytest.mark.django_db


def with_sector(slug: str, **changed: object) -> Vocabulary:
    """The vocabulary with one sector changed."""
    vocabulary = load_vocabulary()
    sectors = (replace(s, **changed) if s.slug == slug else s for s in vocabulary.sectors)
    return replace(vocabulary, sectors=tuple(sectors))


def without_sector(slug: str) -> Vocabulary:
    vocabulary = load_vocabulary()
    return replace(vocabulary, sectors=tuple(s for s in vocabulary.sectors if s.slug != slug))


def steel() -> Sector:
    return Sector.objects.get(code="steel")


def test_after_migrate_every_term_stands() -> None:
    vocabulary = load_vocabulary()
    assert Sector.objects.count() == len(vocabulary.sectors)
    assert Tool.objects.count() == len(vocabulary.tools)
    assert SectorCode.objects.count() == sum(len(set(s.codes)) for s in vocabulary.sectors)
    parents = {s.slug: set(s.parents) for s in vocabulary.sectors}
    for sector in Sector.objects.prefetch_related("parents"):
        assert {parent.code for parent in sector.parents.all()} == parents[sector.code]
    assert Indicator.objects.get(code="cod").parent.code == "pollutants"


def test_again_writes_nothing() -> None:
    before = data_version()
    assert not sync_vocabulary()
    assert data_version() == before


def test_a_new_name_is_taken_over() -> None:
    before = data_version()
    assert sync_vocabulary(with_sector("steel", name="钢铁业"))
    assert (steel().name, data_version()) == ("钢铁业", before + 1)


def test_what_staff_changed_stays() -> None:
    Sector.objects.filter(code="steel").update(name="钢铁工业", position=1)
    sync_vocabulary(with_sector("steel", name="钢铁业", kind="emerging"))
    assert (steel().name, steel().position, steel().kind) == ("钢铁工业", 1, "emerging")


def test_a_term_that_leaves_is_retired_and_comes_back() -> None:
    sync_vocabulary(without_sector("steel"))
    assert steel().retired
    sync_vocabulary()
    assert not steel().retired


def test_parents_changed_by_staff_stay() -> None:
    steel().parent_links.all().delete()
    sync_vocabulary(with_sector("steel", parents=("chemicals",)))
    assert list(steel().parents.all()) == []


def test_changed_parents_reach_the_stored_ancestors() -> None:
    load_text(TEXT, measure(TEXT))
    sync_vocabulary(with_sector("steel", parents=("chemicals",)))
    stored = RecordSector.objects.filter(record=Record.objects.get())
    assert set(stored.values_list("sector__code", "direct")) == {
        ("steel", True), ("chemicals", False),
    }  # fmt: skip


PERMISSIONS = [
    ("录入", "add_correction", True),
    ("录入", "review_correction", False),
    ("审核", "review_correction", True),
    ("审核", "ingest_document", False),
    ("管理", "ingest_document", True),
    ("管理", "publish_document", True),
    ("管理", "change_user", True),
    ("管理", "change_sector", True),
    ("管理", "review_correction", False),
    ("管理", "change_record", False),
]


@pytest.mark.parametrize(("group", "permission", "given"), PERMISSIONS)
def test_roles(group: str, permission: str, given: bool) -> None:
    permissions = Group.objects.get(name=group).permissions
    assert permissions.filter(codename=permission).exists() is given


def test_what_an_administrator_gave_a_role_stays() -> None:
    group = Group.objects.get(name="录入")
    extra = Group.objects.get(name="管理").permissions.get(codename="change_user")
    group.permissions.add(extra)
    sync_roles()
    assert extra in group.permissions.all()
