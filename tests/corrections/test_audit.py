"""The audit chain shows an edited, deleted, inserted or reordered row."""

import pytest
from django.db.models import F

from policies.corrections.audit import append_audit, verify_audit
from policies.corrections.versions import data_version
from policies.models import Audit, DataVersion

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain() -> list[int]:
    """Sequence numbers of five rows of our own."""
    return [
        append_audit(
            actor="lin", action="propose", subject=f"record:a-t{n}", before={"v": 1.5}, after=[n],
            reason="原文如此",
        ).sequence
        for n in range(5)
    ]  # fmt: skip


def test_a_whole_chain(chain: list[int]) -> None:
    assert verify_audit() == []
    assert Audit.objects.count() == DataVersion.objects.get().audit_sequence


def test_each_row_raises_the_data_version() -> None:
    before = data_version()
    append_audit(actor="lin", action="x", subject="y")
    assert data_version() == before + 1


@pytest.mark.parametrize(
    "change",
    [
        {"actor": "shen"},
        {"action": "approve"},
        {"subject": "record:a-t9"},
        {"before": {"v": 1.6}},
        {"after": None},
        {"reason": ""},
    ],
    ids=lambda change: next(iter(change)),
)
def test_an_edited_row(chain: list[int], change: dict) -> None:
    Audit.objects.filter(sequence=chain[2]).update(**change)
    assert verify_audit() == [f"审计第 {chain[2]} 行内容被改动"]


@pytest.mark.parametrize("place", [0, 2, 4], ids=["first of ours", "middle", "last"])
def test_a_deleted_row(chain: list[int], place: int) -> None:
    Audit.objects.filter(sequence=chain[place]).delete()
    assert verify_audit() != []


def test_two_rows_that_changed_places(chain: list[int]) -> None:
    Audit.objects.filter(sequence=chain[1]).update(sequence=999)
    Audit.objects.filter(sequence=chain[2]).update(sequence=chain[1])
    Audit.objects.filter(sequence=999).update(sequence=chain[2])
    assert verify_audit() != []


def test_an_inserted_row(chain: list[int]) -> None:
    for row in Audit.objects.filter(sequence__gt=chain[1]).order_by("-sequence"):
        Audit.objects.filter(pk=row.pk).update(sequence=F("sequence") + 1)
    Audit.objects.create(
        sequence=chain[1] + 1, at=Audit.objects.last().at, actor="x", action="x", subject="x",
        previous_hash="", hash="0" * 64,
    )  # fmt: skip
    assert verify_audit() != []


def test_a_lost_head_is_a_fault(chain: list[int]) -> None:
    """Without it the loss of the last rows would not show."""
    Audit.objects.filter(sequence=chain[-1]).delete()
    DataVersion.objects.all().delete()
    assert len(verify_audit()) == 1
