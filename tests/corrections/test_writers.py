"""Only loading and corrections write records: an edit elsewhere would be lost at the next load."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "policies"
WRITERS = ("loading", "corrections", "migrations")
WRITES = {
    "save",
    "create",
    "get_or_create",
    "update_or_create",
    "delete",
    "bulk_create",
    "bulk_update",
    "raw_delete",
}
# What has these names and writes no record, with its reason.
NO_RECORDS = (
    "Evaluation.objects.update_or_create(",  # the figures of /quality/, regenerated at will
    "paper.save(file)",  # a Word file
)


def writes(source: str) -> list[str]:
    """Return the calls in `source` that may write rows: `.save()`, `.objects….update(…)` and so on."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            text = ast.unparse(node)
            if node.func.attr in WRITES or (
                node.func.attr == "update" and _on_rows(node.func.value)
            ):
                found.append(text)
    return found


def _on_rows(value: ast.expr) -> bool:
    """Whether the thing updated is a query: a manager or a filter stands in its chain."""
    text = ast.unparse(value)
    return any(word in text for word in (".objects", ".filter(", ".exclude(", ".all()", "queryset"))


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("record.save()", 1),
        ("Record.objects.create(ref='x')", 1),
        ("Record.objects.filter(pk=1).update(doubt='')", 1),
        ("document.records.all().delete()", 1),
        ("Target.objects.bulk_update(rows, ['value'])", 1),
        ("seen.update({'a': 1})", 0),
        ("digest.update(b'x')", 0),
        ("Record.objects.filter(pk=1)", 0),
        ("bar.update()", 0),
    ],
)
def test_the_test_sees_writes(source: str, number: int) -> None:
    assert len(writes(source)) == number


@pytest.mark.parametrize(
    "path",
    [p for p in sorted(ROOT.rglob("*.py")) if p.relative_to(ROOT).parts[0] not in WRITERS],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_no_writes_elsewhere(path: Path) -> None:
    calls = writes(path.read_text(encoding="utf-8"))
    assert [call for call in calls if not call.startswith(NO_RECORDS)] == []
