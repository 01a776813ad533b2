"""Backup and restore: every row comes back, or nothing changes; the same bytes on both databases."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command

from policies.corrections.audit import verify_audit
from policies.corrections.deciding import approve
from policies.corrections.proposing import propose, reanchor
from policies.corrections.reports import report_error
from policies.corrections.versions import data_version
from policies.loading.archive.backup import MANIFEST, backup
from policies.loading.archive.contents import Contents
from policies.loading.archive.restore import restore
from policies.loading.archive.tables import DERIVED, columns, names_of, tables
from policies.loading.problem import Problem
from policies.loading.verify import document_faults
from policies.models import Audit, Correction, Document, Passage, Record, ReviewItem, Sector

pytestmark = pytest.mark.django_db


@pytest.fixture
def worked(portal: None) -> None:
    """Corrections in every state, a report, a label changed by staff."""
    author, reviewer = (User.objects.create_user(name, password="x") for name in ("林", "沈"))
    author.groups.add(Group.objects.get(name="录入"))
    for place, record in enumerate(Record.objects.filter(kind="target")[:4]):
        said = {"author": author, "reason": "核对", "version": record.version}
        made = propose(record, "unit", "单位", **said)
        if place % 2:
            approve(made, reviewer=reviewer, version=record.version + 1)
    moved = Record.objects.filter(kind="goal").first()
    reanchor(moved, moved.start, moved.end + 1, author=author, reason="漏字", version=moved.version)
    report_error(moved, "这里不对")
    Sector.objects.filter(code="steel").update(name="钢铁工业")


@pytest.fixture
def archive(worked: None, tmp_path: Path) -> Path:
    path = tmp_path / "portal.zip"
    backup(path)
    return path


def rewritten(path: Path, name: str, change: object) -> Path:
    """The archive with one file changed, its manifest left as it is."""
    other = path.with_name("other.zip")
    with ZipFile(path) as source, ZipFile(other, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            target.writestr(info, change(data) if info.filename == name else data)
    return other


def test_what_was_there_is_there_again(archive: Path, tmp_path: Path) -> None:
    refs = list(Record.objects.order_by("ref").values_list("ref", "effective", "version"))
    corrections = list(
        Correction.objects.order_by("number").values_list("number", "state", "value")
    )
    audit = list(Audit.objects.order_by("sequence").values_list("sequence", "hash"))
    before = data_version()
    Record.objects.filter(kind="measure").delete()
    ReviewItem.objects.all().delete()
    User.objects.filter(username="沈").update(first_name="改")
    restore(archive, replace=True)
    assert list(Record.objects.order_by("ref").values_list("ref", "effective", "version")) == refs
    assert (
        list(Correction.objects.order_by("number").values_list("number", "state", "value"))
        == corrections
    )
    assert list(Audit.objects.order_by("sequence").values_list("sequence", "hash"))[:-1] == audit
    assert Audit.objects.latest("sequence").action == "restore"
    assert verify_audit() == []
    assert data_version() > before  # answers kept under the old version are not served again
    assert User.objects.get(username="林").groups.get().name == "录入"
    assert Sector.objects.get(code="steel").name == "钢铁工业"
    assert Passage.objects.exists()
    assert [f for d in Document.objects.all() for f in document_faults(d)] == []


def test_a_second_backup_differs_by_the_restoring_alone(archive: Path, tmp_path: Path) -> None:
    restore(archive, replace=True)
    again = tmp_path / "again.zip"
    backup(again)
    changed = differing(archive, again)
    assert changed == {"tables/audit.jsonl", "tables/dataversion.jsonl"}


def test_the_same_rows_give_the_same_bytes(archive: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.zip"
    backup(again)
    assert again.read_bytes() == archive.read_bytes()


def differing(one: Path, other: Path) -> set[str]:
    hashes = [json.loads(ZipFile(path).read(MANIFEST))["sha256"] for path in (one, other)]
    return {name for name in hashes[0] | hashes[1] if hashes[0].get(name) != hashes[1].get(name)}


def test_a_full_database_is_not_replaced_unasked(archive: Path) -> None:
    count = Audit.objects.count()
    with pytest.raises(Problem, match="--replace"):
        restore(archive)
    assert Audit.objects.count() == count


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("tables/record.jsonl", lambda data: data.replace("≥".encode(), b"x") + b"\n"),
        ("tables/audit.jsonl", lambda data: data[: len(data) // 2]),
        ("manifest.json", lambda data: data.replace(b'"format": 1', b'"format": 9')),
        ("manifest.json", lambda data: b"{}"),
        ("manifest.json", lambda data: b"no json"),
    ],
)
def test_a_damaged_archive_changes_nothing(archive: Path, name: str, change: object) -> None:
    refs = set(Record.objects.values_list("ref", flat=True))
    with pytest.raises(Problem):
        restore(rewritten(archive, name, change), replace=True)
    assert set(Record.objects.values_list("ref", flat=True)) == refs


def test_no_byte_of_an_archive_can_turn_without_being_noticed_or_harmless(
    archive: Path, tmp_path: Path
) -> None:
    """Damage anywhere: refused with a reason, or (in times and flags nobody reads) all is intact."""
    whole, refused = archive.read_bytes(), 0
    for place in range(0, len(whole), len(whole) // 60):
        turned = tmp_path / "turned.zip"
        turned.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            with Contents(turned) as contents:
                contents.check_all()
        except Problem:
            refused += 1
    assert refused > 50


def test_a_chain_that_was_tampered_with_is_refused(archive: Path, tmp_path: Path) -> None:
    Audit.objects.filter(sequence=2).update(reason="改过")
    forged = tmp_path / "forged.zip"
    backup(forged)
    restore(archive, replace=True)
    with pytest.raises(Problem, match="审计链"):
        restore(forged, replace=True)


def test_no_archive_is_said_to_be_none(portal: None, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK no zip")
    for path in (tmp_path / "a.zip", tmp_path / "nothing.zip"):
        with pytest.raises(Problem, match="不是备份文件"):
            restore(path)


def test_the_archive_is_for_its_owner_only(archive: Path) -> None:
    assert archive.stat().st_mode & 0o077 == 0
    assert not archive.with_name("portal.zip.part").exists()


def test_no_primary_key_of_a_row_leaves_the_database(archive: Path) -> None:
    with ZipFile(archive) as file:
        record = json.loads(file.read("tables/record.jsonl").splitlines()[0])
        correction = json.loads(file.read("tables/correction.jsonl").splitlines()[0])
    assert isinstance(record["document"], str)
    assert "id" not in record
    assert (correction["author"], type(correction["record"])) == ("林", str)


def test_every_table_that_others_refer_to_has_a_name() -> None:
    """A new model has to say by what its rows are known."""
    for model in tables():
        for field in columns(model):
            if field.is_relation:
                assert names_of(field.related_model)
                assert field.related_model not in DERIVED


def test_the_commands_say_what_they_did(
    portal: None, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    path = str(tmp_path / "portal.zip")
    call_command("backup", path)
    assert "5 件" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        call_command("restore", path)
    assert "--replace" in capsys.readouterr().err
    call_command("restore", path, replace=True)
    assert "已恢复并核对：5 件" in capsys.readouterr().out
