"""The admin: everything can be looked at, labels can be edited, nothing escapes the write service."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from policies.models import Audit, DataVersion, Record, Sector

MODELS = [
    model for model in apps.get_app_config("policies").get_models() if not model._meta.auto_created
]
EDITABLE = {
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
}


@pytest.fixture
def staff(portal: None, client: Client) -> Client:
    client.force_login(User.objects.create_superuser("root", password="a long enough one"))
    return client


def address(model: type, page: str, *args: object) -> str:
    return reverse(f"admin:policies_{model._meta.model_name}_{page}", args=args)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_every_model_is_registered_searchable_and_filterable(model: type) -> None:
    assert admin.site.is_registered(model)
    registered = admin.site.get_model_admin(model)
    assert registered.search_fields
    assert registered.list_filter


def test_lists_and_details_open(staff: Client) -> None:
    for model in MODELS:
        assert staff.get(address(model, "changelist")).status_code == 200, model
        assert staff.get(address(model, "changelist"), {"q": "技术"}).status_code == 200, model
        row = model.objects.first()
        if row is not None:
            assert staff.get(address(model, "change", row.pk)).status_code == 200, model


def test_nothing_is_added_or_deleted_here_and_only_labels_change(staff: Client) -> None:
    for model in MODELS:
        assert staff.get(address(model, "add")).status_code == 403, model
        row = model.objects.first()
        if row is None:
            continue
        assert staff.post(address(model, "delete", row.pk), {"post": "yes"}).status_code == 403
        if model._meta.model_name not in EDITABLE:
            assert staff.post(address(model, "change", row.pk), {}).status_code == 403, model


def test_source_passage_stands_beside_the_record(staff: Client) -> None:
    record = Record.objects.get(ref="yunnan-t1")
    page = staff.get(address(Record, "change", record.pk)).content.decode()
    assert f"<mark>{record.quote}</mark>" in page


def test_a_label_is_changed_by_an_audited_act(staff: Client) -> None:
    steel, version = Sector.objects.get(code="steel"), DataVersion.objects.get().number
    form = {"name": "钢铁工业", "position": steel.position, "definition": steel.definition}
    inlines = {
        f"{prefix}-{name}": 0
        for prefix in ("parent_links", "codes")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    response = staff.post(address(Sector, "change", steel.pk), form | inlines)
    assert response.status_code == 302
    steel.refresh_from_db()
    assert steel.name == "钢铁工业"
    row = Audit.objects.latest("sequence")
    assert (row.action, row.subject) == ("relabel", "sector:steel")
    assert (row.before, row.after) == ({"name": "钢铁"}, {"name": "钢铁工业"})
    assert DataVersion.objects.get().number == version + 1
    assert "钢铁工业" in Client().get("/sectors/steel/").content.decode()


def test_a_code_is_not_changed_here(staff: Client) -> None:
    steel = Sector.objects.get(code="steel")
    form = {"code": "iron", "name": "钢铁", "position": steel.position, "definition": ""}
    staff.post(address(Sector, "change", steel.pk), form)
    assert Sector.objects.filter(code="steel").exists()
