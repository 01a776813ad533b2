"""The report that /quality/ shows: sums, intervals, the two sets apart, bad folders named."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from policies.models import Document, Evaluation, Record
from policies.quality.baseline import read_baseline
from policies.quality.evaluate import HELD_OUT, WRITTEN, evaluate
from policies.quality.report import build_report, read_gold

GOLD = Path(__file__).resolve().parents[1] / "gold"


@pytest.mark.parametrize(
    ("files", "named"),
    [
        pytest.param({}, "没有标注文件", id="an empty folder"),
        pytest.param({"x.json": "{"}, "x.json", id="a broken file is named"),
    ],
)
def test_bad_folder(tmp_path: Path, files: dict[str, str], named: str) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(ValueError, match=named):
        read_gold(tmp_path)


def test_command_names_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="没有这个标注目录"):
        call_command("evaluate", gold=tmp_path / "nowhere")


def test_report_of_the_reference_against_itself_is_perfect() -> None:
    gold = read_gold(GOLD)
    exports = {slug: _as_export(slug, one) for slug, one in gold.items()}
    rows = {(r["kind"], r["field"]): r for r in build_report(gold, exports, exports)["rows"]}
    assert rows["target", "found"]["f1"] == 1.0
    assert rows["target", "found"]["n"] == 27
    low, high = rows["target", "found"]["recall_interval"]
    assert 0.8 < low < 1.0 == high


def test_what_is_not_annotated_is_said(portal: None) -> None:
    report = evaluate(GOLD)
    assert report["annotated"] == ["shandong", "henan", "yunnan"]
    assert report["not_annotated"] == ["gansu", "xinjiang"]
    assert HELD_OUT not in report
    assert Evaluation.objects.get().report["annotated"] == report["annotated"]


def test_a_text_beside_its_annotation_is_scored_before_it_is_ingested(
    portal: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("henan.json", "yunnan.json"):
        (tmp_path / name.replace("henan", "new")).write_bytes((GOLD / name).read_bytes())
    (tmp_path / "absent.json").write_text("{}")
    (tmp_path / "new.txt").write_bytes(Document.objects.get(slug="henan").text.encode())
    call_command("evaluate", gold=tmp_path, quiet=True)
    report = Evaluation.objects.get().report
    assert report["annotated"] == ["new", "yunnan"]
    assert _row(report, "target", "found")["f1"] == 1.0
    assert "未测：absent（" in capsys.readouterr().out


def test_blind_sets_are_scored_apart_with_their_first_rounds(portal: None, client: Client) -> None:
    blind = {HELD_OUT: GOLD.parent / "gold_held_out", WRITTEN: GOLD.parent / "gold_written"}
    report = evaluate(GOLD, blind)
    assert report[HELD_OUT]["annotated"] == ["gansu", "xinjiang"]
    assert "jiangxi" in report[WRITTEN]["annotated"]
    first = report[WRITTEN]["rounds"][0]
    page = client.get("/quality/").content.decode()
    assert first["date"] in page and f"{first['scores']['measure.actors']:.3f}" in page
    assert f"盲注：自拟文本：{len(report[WRITTEN]['annotated'])} 份" in page


def test_corrections_change_only_the_effective_score(portal: None) -> None:
    record = Record.objects.get(ref="yunnan-t1")
    before = _row(evaluate(GOLD), "target", "comparator")
    record.effective["comparator"] = "<"
    record.save()
    after = _row(evaluate(GOLD), "target", "comparator")
    assert after["f1"] == before["f1"]
    assert after["effective_f1"] < before["effective_f1"]


def test_page_links_every_miss(portal: None, client: Client) -> None:
    assert "还没有测算过" in client.get("/quality/").content.decode()
    report = evaluate(GOLD)
    page = client.get("/quality/").content.decode()
    misses = [one for row in report["rows"] for one in row["misses"] if one["quote"]]
    assert misses
    for one in misses:
        address = f"/documents/{one['document']}/?from={one['start']}&amp;to={one['end']}#hl"
        assert address in page


def test_the_baseline_is_quoted_with_its_version(portal: None, client: Client) -> None:
    report = evaluate(GOLD)
    baseline = report["baseline"]
    assert baseline["tuples"] == _row(report, "target", "found")["n"]  # the same targets
    assert baseline["recall"] == baseline["found"] / baseline["tuples"]
    page = client.get("/quality/").content.decode()
    assert baseline["version"] in page
    assert f"{baseline['recall']:.3f}" in page


def test_without_a_kept_baseline_none_is_quoted(tmp_path: Path) -> None:
    assert read_baseline(tmp_path) == {}


def _row(report: dict, kind: str, field: str) -> dict:
    return next(r for r in report["rows"] if (r["kind"], r["field"]) == (kind, field))


def _as_export(slug: str, gold: dict) -> dict:
    """The annotation in the form of an export: its targets as if the machine had found them."""
    text = (GOLD.parents[1] / "seeds" / f"{slug}.txt").read_bytes().decode()
    placed = [t | {"start": text.index(t["quote"])} for t in gold["targets"]]
    targets = [t | {"end": t["start"] + len(t["quote"])} for t in placed]
    empty = {"qualitative_targets": [], "tax_policies": [], "sectors": [], "sector_mentions": []}
    document = json.loads(json.dumps(gold["document"])) | {"slug": slug, "citations": []}
    return {
        "text": text,
        "document": document,
        "outline": [],
        "targets": targets,
        "measures": [],
    } | empty
