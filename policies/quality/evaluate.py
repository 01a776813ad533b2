"""evaluate(): score the database against the annotations and keep the report for /quality/."""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.utils import timezone

from policies.extraction import extract, extractor_version, load_vocabulary
from policies.extraction.measures.agreement import near_identical_disagreements
from policies.loading.exporting import export_document
from policies.models import DataVersion, Document, Evaluation

from .baseline import read_baseline
from .report import build_report, read_gold
from .texts import read_texts, texts_beside

Json = dict[str, Any]
HELD_OUT, WRITTEN = "held_out", "written"
MOST_COMPARED = 40  # documents whose sentences are compared with each other, as in one comparison


def evaluate(gold: Path, blind: Mapping[str, Path] | None = None) -> Json:
    """Return the report and store it as the one /quality/ shows.

    `gold` holds the annotations the rules were made with; `blind` names folders of annotations made
    without a look at rules or results, each scored apart. An annotation is scored against the
    document of its name, or, where the portal has none, against a text of that name beside it: so
    a new text is measured before it is ingested. Raises ValueError naming a folder or file that
    can't be read.
    """
    annotated = read_gold(gold)
    documents = list(Document.objects.published().in_column_order())
    machine = {d.slug: export_document(d, extracted=True) for d in documents}
    effective = {d.slug: export_document(d) for d in documents}
    report = _scored(gold, annotated, machine, effective)
    for name, folder in (blind or {}).items():
        report[name] = _scored(folder, read_gold(folder), machine, effective)
        report[name]["rounds"] = _first_rounds(folder)
    report["baseline"] = read_baseline(gold)
    report["disagreements"] = _disagreements(documents)
    _keep(report)
    return report


def _scored(folder: Path, annotated: Json, machine: Json, effective: Json) -> Json:
    beside = read_texts(texts_beside(folder))
    return build_report(annotated, beside | machine, beside | effective)


def _first_rounds(folder: Path) -> list[Json]:
    """F1 when a reader's annotation was first compared: {name, date, scores}, in file order."""
    path = folder / "first_scores.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))["round"] if path.exists() else []


def _disagreements(documents: list[Document]) -> list[Json]:
    """Near-identical sentences of two documents that were given different codes."""
    vocabulary = load_vocabulary()
    told = [
        (document.slug, document.text[measure.start : measure.end], measure)
        for document in documents[:MOST_COMPARED]
        for measure in extract(document.text, vocabulary).measures
    ]
    return [asdict(pair) for pair in near_identical_disagreements(told)]


def _keep(report: Json) -> None:
    version = DataVersion.objects.values_list("number", flat=True).first() or 0
    Evaluation.objects.update_or_create(
        id=1,
        defaults={
            "report": report,
            "extractor_version": extractor_version(load_vocabulary()),
            "data_version": version,
            "made_at": timezone.now(),
        },
    )
