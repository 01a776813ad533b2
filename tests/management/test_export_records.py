"""manage.py export_records: the records of the portal in the format of the reference annotation."""

import json
from pathlib import Path

import pytest

from policies.extraction.export import to_export
from policies.extraction.pipeline import extract
from policies.extraction.vocabulary import load_vocabulary
from policies.models import Document, Record
from tests.corrections.people import add, correct, reject

from .running import run

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
LISTS = ("targets", "qualitative_targets", "tax_policies", "sectors", "sector_mentions", "measures")


def exported(folder: Path, *options: str) -> dict[str, dict]:
    path = folder / "records.json"
    assert run("export_records", "--output", path, *options)[0] == 0
    documents = json.loads(path.read_text(encoding="utf-8"))["documents"]
    return {entry["document"]["slug"]: entry for entry in documents}


def test_twice_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        run("export_records", "--output", tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


def test_columns_stand_by_administrative_code(tmp_path: Path) -> None:
    assert list(exported(tmp_path)) == ["shandong", "henan", "yunnan", "gansu", "xinjiang"]


def test_every_record_quotes_its_text(tmp_path: Path) -> None:
    for entry in exported(tmp_path).values():
        for record in [r for name in LISTS for r in entry[name]]:
            assert entry["text"][record["start"] : record["end"]] == record["quote"]
            assert {"ref", "status", "doubt"} <= record.keys()
        assert all(isinstance(name, str) for m in entry["measures"] for name in m["sectors"])
        assert all(measure["text"] == measure["quote"] for measure in entry["measures"])


def test_the_database_gives_back_what_extraction_gave(tmp_path: Path) -> None:
    vocabulary = load_vocabulary()
    for slug, entry in exported(tmp_path).items():
        text = Document.objects.get(slug=slug).text
        direct = json.loads(
            json.dumps(to_export(slug, text, extract(text, vocabulary), vocabulary))
        )
        assert entry["outline"] == direct["outline"]
        for name in LISTS:
            stored = [_unsigned(record) for record in entry[name]]
            assert _sorted(stored) == _sorted(_unsigned(record) for record in direct[name])


def _unsigned(record: dict) -> dict:
    return {name: v for name, v in record.items() if name not in {"ref", "status", "doubt"}}


def _sorted(records: object) -> list[str]:
    return sorted(json.dumps(record, sort_keys=True) for record in records)


def test_corrections_show_and_extracted_does_not_flatter(tmp_path: Path) -> None:
    value = Record.objects.get(ref="yunnan-t1").effective["value"]
    correct("yunnan-t1", "value", value + 1)
    reject("yunnan-t2")
    document = Document.objects.get(slug="yunnan")
    quote = Record.objects.get(ref="yunnan-m1").quote[:12]
    add(document, "sector_mention", quote, {"sector": "steel", "as_written": "钢", "via": "word"})
    seen, machine = exported(tmp_path)["yunnan"], exported(tmp_path, "--extracted")["yunnan"]
    by_ref = {record["ref"]: record for record in seen["targets"]}
    said = {record["ref"]: record for record in machine["targets"]}
    assert (by_ref["yunnan-t1"]["value"], by_ref["yunnan-t1"]["status"]) == (value + 1, "corrected")
    assert (said["yunnan-t1"]["value"], said["yunnan-t1"]["status"]) == (value, "unreviewed")
    assert "yunnan-t2" not in by_ref
    assert "yunnan-t2" in said
    assert len(seen["sector_mentions"]) == len(machine["sector_mentions"]) + 1


def test_drafts_stay_inside(tmp_path: Path) -> None:
    Document.objects.filter(slug="gansu").update(published=False)
    assert "gansu" not in exported(tmp_path)


def test_an_unwritable_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="无法写入"):
        run("export_records", "--output", tmp_path / "none" / "records.json")
