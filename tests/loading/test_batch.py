"""A batch: what cannot be loaded is named and leaves the others alone."""

from pathlib import Path

import pytest

from policies.loading.batch import gather, ingest
from policies.loading.problem import Problem
from policies.models import Document, Sector
from policies.models.term_index import UnknownTerm

from .making import STEEL, TEXT

pytestmark = pytest.mark.django_db


def test_a_vocabulary_behind_the_extractor_is_a_problem_of_that_document(tmp_path: Path) -> None:
    texts = {"a": TEXT, "b": TEXT.replace(STEEL, "支持水泥企业实施技术改造。")}
    for slug, text in texts.items():
        (tmp_path / f"{slug}.txt").write_text(text, encoding="utf-8")
        (tmp_path / f"{slug}.toml").write_text('province = "53"\n', encoding="utf-8")
    Sector.objects.filter(code="steel").update(code="formerly-steel")
    batch = gather([tmp_path / "a.txt", tmp_path / "b.txt"], {})
    bad, good = ingest(batch)
    assert isinstance(bad, Problem)
    assert "sector steel" in bad.reason
    assert good.created
    assert list(Document.objects.values_list("slug", flat=True)) == ["b"]
    assert issubclass(UnknownTerm, ValueError)
