"""Names, order and parents changed by 管理, with the effect shown first; names mapped elsewhere."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from policies.corrections.audit import verify_audit
from policies.loading.vocabulary.sync import sync_vocabulary
from policies.models import Audit, Correction, DataVersion, Indicator, Record, Sector

from .forms import form_of

pytestmark = pytest.mark.django_db
People = Callable[..., Client]
STEEL = "/review/alignment/sector/steel/"


def changed(client: Client, address: str, **typed: object) -> tuple[object, object]:
    """Preview and save the form with some fields changed; return both answers."""
    form = form_of(client.get(address), "") | {"reason": "口径调整"} | typed
    seen = client.post(address, form | {"preview": ""})
    return seen, client.post(address, form | {"save": ""})


def found(client: Client, sector: str) -> int:
    return client.get("/measures/", {"sector": sector, "format": "json"}).json()["count"]


def test_another_parent_is_previewed_saved_and_counted(as_role: People, client: Client) -> None:
    below, above = found(client, "steel"), found(client, "light_industry")
    manager, version = as_role("管理"), DataVersion.objects.get().number
    form = form_of(manager.get(STEEL), "") | {"parents": ["light_industry"], "reason": "试"}
    preview = manager.post(STEEL, form | {"preview": ""}).content.decode()
    assert re.search(r"筛选项 light_industry.*?<del>.*?</del>.*?<ins>.*?</ins>", preview, re.DOTALL)
    assert DataVersion.objects.get().number == version  # nothing was written
    assert found(client, "light_industry") == above
    assert manager.post(STEEL, form | {"save": ""}).status_code == 302
    assert [p.code for p in Sector.objects.get(code="steel").parents.all()] == ["light_industry"]
    assert found(client, "steel") == below
    assert found(client, "light_industry") > above
    row = Audit.objects.latest("sequence")
    assert (row.before["parents"], row.after["parents"]) == (["metallurgy"], ["light_industry"])
    assert (row.reason, verify_audit()) == ("试", [])
    sync_vocabulary()
    assert [p.code for p in Sector.objects.get(code="steel").parents.all()] == ["light_industry"]


def test_no_circle(as_role: People, portal: None) -> None:
    address = "/review/alignment/sector/metallurgy/"
    seen, saved = changed(as_role("管理"), address, parents=["steel"])
    assert (seen.status_code, saved.status_code) == (422, 422)
    assert "不能在自己或自己的下级之下" in saved.content.decode()
    assert not Sector.objects.get(code="metallurgy").parents.exists()
    own = changed(as_role("管理"), STEEL, parents=["steel"])[1]
    assert own.status_code == 422


def test_an_indicator_moves_to_another_group_under_another_name(
    as_role: People, client: Client, portal: None
) -> None:
    address = "/review/alignment/indicator/erp_rate/"
    seen, saved = changed(as_role("管理"), address, name="ERP覆盖率", group="equipment")
    assert "装备／ERP覆盖率" in seen.content.decode()
    assert saved.status_code == 302
    assert Indicator.objects.get(code="erp_rate").group.code == "equipment"
    rows = client.get("/compare/targets/?format=json").json()["rows"]
    row = next(row for row in rows if row["key"] == "erp_rate")
    assert (row["label"], row["group"]) == ("ERP覆盖率", "装备")


def test_a_form_that_someone_overtook_changes_nothing(as_role: People, portal: None) -> None:
    first, second = as_role("管理"), as_role("管理", "另一管理员")
    form = form_of(first.get(STEEL), "") | {"reason": "试", "save": ""}
    assert second.post(STEEL, form | {"name": "黑色金属"}).status_code == 302
    late = first.post(STEEL, form | {"name": "钢铁工业"})
    assert late.status_code == 422
    assert "已被他人改动" in late.content.decode()
    assert 'value="钢铁工业"' in late.content.decode()  # what was typed stays
    assert Sector.objects.get(code="steel").name == "黑色金属"


@pytest.mark.parametrize(
    ("kind", "table", "code", "to"),
    [
        ("sector_mention", "sector", "steel", "metallurgy"),
        ("target", "indicator", "investment_growth", "investment_total"),
        ("measure", "actor", None, "finance"),
    ],
)
def test_a_name_is_mapped_elsewhere_by_corrections(
    as_role: People, portal: None, kind: str, table: str, code: str | None, to: str
) -> None:
    manager = as_role("管理")
    listed = manager.get(f"/review/alignment/{table}/").content.decode()
    code = code or next(
        one
        for one in re.findall(rf"/review/alignment/{table}/([^/]+)/", listed)
        if one != to
        and "原文写法</h2>" in (page := entry(manager, table, one))
        and "name/?" in page
    )
    link = re.search(rf'"([^"]*/name/\?kind={kind}[^"]*)"', entry(manager, table, code)).group(1)
    address = link.replace("&amp;", "&")
    page = manager.get(address)
    ticks = re.findall(r'name="record" value="([^"]+)"', page.content.decode())
    form = {k: v for k, v in form_of(page, "").items() if k != "record"}
    assert (
        manager.post(address, form | {"record": ticks, "to": "", "reason": "x"}).status_code == 422
    )
    done = manager.post(address, form | {"record": ticks, "to": to, "reason": "口径"})
    assert done.status_code == 302
    made = Correction.objects.order_by("number")
    assert {c.record.ref for c in made} == {tick.partition(":")[0] for tick in ticks}
    for correction in made:
        version = {"version": correction.record.version}
        assert correction.state == "proposed"
        assert (
            as_role("审核")
            .post(f"/review/corrections/{correction.number}/approve/", version)
            .status_code
            == 302
        )
        stands = Record.objects.get(pk=correction.record_id).effective[correction.field]
        assert to in str(stands)
        assert stands == correction.value


def entry(client: Client, table: str, code: str) -> str:
    return client.get(f"/review/alignment/{table}/{code}/").content.decode()


@pytest.mark.parametrize("table", ["nothing", "user"])
def test_only_vocabulary(as_role: People, portal: None, table: str) -> None:
    assert as_role("管理").get(f"/review/alignment/{table}/").status_code == 404
    assert as_role("管理").get(f"/review/alignment/{table}/x/").status_code == 404
    assert as_role("管理").get("/review/alignment/sector/nothing/").status_code == 404
