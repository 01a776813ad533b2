"""manage.py verify and verify_audit: sound after ingest, and every kind of damage is found."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db.models import F, QuerySet

from policies.loading.verify import document_faults
from policies.models import (
    Audit,
    Document,
    DocumentSource,
    Measure,
    Part,
    Passage,
    Provision,
    Record,
    RecordSector,
    Target,
)

from .running import run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def test_the_seeds_are_sound() -> None:
    code, out, _ = run("verify")
    records = Record.objects.count()
    assert (code, out.strip()) == (0, f"5 件，引文相符 {records}/{records} 条，问题 0 处")
    assert run("verify_audit")[0] == 0


def test_a_text_of_other_marks_is_sound(tmp_path: Path) -> None:
    """Half-width brackets and full-width digits are read alike and kept as printed."""
    (tmp_path / "other.txt").write_text(
        "昆明市人民政府关于技术改造的意见\n各县区人民政府:\n一、主要任务\n(一)推进节能(节水)改造.\n"
        "1．锅炉,电机。推广高效设备。\n２．余热。加快回收利用。\n昆明市人民政府\n2013年5月6日\n",
        encoding="utf-8",
    )
    assert run("ingest", str(tmp_path / "other.txt"))[0] == 0
    code, out, err = run("verify")
    assert (code, err) == (0, ""), out


def test_an_edited_audit_row_is_told_and_the_exit_code_says_so() -> None:
    Audit.objects.filter(sequence=2).update(reason="x")
    for command in ("verify", "verify_audit"):
        code, out, err = run(command)
        assert (code, err) == (1, "审计第 2 行内容被改动\n")
        assert out.strip().endswith("问题 1 处")


def first(kind: str) -> QuerySet:
    """The first record of the smallest document, as a query to damage."""
    records = Record.objects.of_kind(kind).filter(document__slug="shandong")
    return Record.objects.filter(pk=records.order_by("pk").first().pk)


def shandong() -> QuerySet:
    return Document.objects.filter(slug="shandong")


DAMAGE = {
    "a shifted span": lambda: first("target").update(start=F("start") + 1),
    "an edited quotation": lambda: first("measure").update(quote="改过"),
    "an edited column": lambda: Target.objects.update(value=F("value") + 1),
    "an edited value": lambda: first("target").update(effective={}),
    "a mark nobody gave": lambda: first("measure").update(status="reviewed"),
    "a rejection nobody made": lambda: first("measure").update(state="rejected"),
    "a lost measure": lambda: first("measure").delete(),
    "a lost detail row": lambda: Measure.objects.filter(record=first("measure").get()).delete(),
    "lost ancestors": lambda: RecordSector.objects.filter(direct=False).delete(),
    "a moved provision": lambda: Provision.objects.filter(path="1").update(
        part=Part.objects.get(code="closing")
    ),
    "an edited text": lambda: shandong().update(text="一、\n甲"),
    "edited bytes": lambda: DocumentSource.objects.update(data=b""),
    "a lost passage": lambda: Passage.objects.filter(document__slug="shandong").first().delete(),
    "an edited passage": lambda: Passage.objects.update(folded="改"),
    "a counter set back": lambda: shandong().update(ref_counters={}),
    "an old extractor": lambda: shandong().update(extractor_version="0"),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_finds(damage: Callable[[], object]) -> None:
    assert list(document_faults(shandong().get())) == []
    damage()
    assert list(document_faults(shandong().get())) != []
