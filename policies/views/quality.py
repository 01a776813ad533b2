"""/quality/: how accurate extraction is, measured; what was never measured, said."""

from collections.abc import Container

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from policies.models import DataVersion, Document, Evaluation, State, Status
from policies.quality.evaluate import HELD_OUT, WRITTEN
from policies.quality.names import FIELDS, KINDS

TITLES = {HELD_OUT: "盲注", WRITTEN: "盲注：自拟文本"}
REVIEWED = [Status.REVIEWED, Status.CORRECTED, Status.ADDED]


def quality(request: HttpRequest) -> HttpResponse:
    """Show the kept evaluation, review progress per document and the extractor's version."""
    evaluation = Evaluation.objects.first()
    documents = list(_with_progress())
    version = DataVersion.objects.values_list("number", flat=True).first() or 0
    report = evaluation.report if evaluation else {}
    context = {
        "evaluation": evaluation,
        "stale": evaluation and evaluation.data_version != version,
        "sets": _sets(report, documents),
        "baseline": report.get("baseline", {}),
        "disagreements": report.get("disagreements", []),
        "documents": documents,
        "data_version": version,
    }
    return render(request, "quality/quality.html", context)


def _with_progress() -> object:
    present = Q(records__state=State.PRESENT)
    return (
        Document.objects.published()
        .filter(synthetic=False)  # nothing there to be right or wrong about
        .defer("text", "addressees")  # SQLite would group by them
        .in_column_order()
        .annotate(
            records_present=Count("records", filter=present),
            records_reviewed=Count("records", filter=present & Q(records__status__in=REVIEWED)),
            records_doubtful=Count("records", filter=present & Q(records__status=Status.DOUBTFUL)),
        )
    )


def _sets(report: dict, documents: list[Document]) -> list[dict]:
    """The sets of annotations, each with its rows in words; a column for a document shown here."""
    if not report:
        return []
    known = {document.slug: document for document in documents}
    parts = [("reference", "参考标注", report)]
    parts += [(code, title, report[code]) for code, title in TITLES.items() if code in report]
    return [_set(code, title, part, known) for code, title, part in parts]


def _set(code: str, title: str, part: dict, known: dict[str, Document]) -> dict:
    slugs = [slug for slug in part["annotated"] if slug in known]
    return {
        "code": code,
        "title": title,
        "size": len(part["annotated"]),
        "columns": [known[slug] for slug in slugs],
        "missing": [known[slug] for slug in part["not_annotated"] if slug in known],
        "rounds": part.get("rounds", []),
        "first_rows": _first_rows(part.get("rounds", [])),
        "rows": [_row(row, slugs, known) for row in part["rows"] if _measured(row)],
    }


def _first_rows(rounds: list[dict]) -> list[tuple[str, list[float | None]]]:
    """(name in words, F1 in each round) of what was scored before anybody had seen it."""
    names = dict.fromkeys(name for one in rounds for name in one["scores"])
    pairs = ((name, *name.split(".")) for name in names)
    return [
        (f"{KINDS[kind]} · {FIELDS[field]}", [one["scores"].get(name) for one in rounds])
        for name, kind, field in pairs
    ]


def _measured(row: dict) -> bool:
    return bool(row["tp"] or row["fp"] or row["fn"])


def _row(row: dict, slugs: list[str], known: Container[str]) -> dict:
    return row | {
        "kind_name": KINDS[row["kind"]],
        "field_name": FIELDS[row["field"]],
        "cells": [row["documents"].get(slug) for slug in slugs],
        "misses": [one | {"linked": one["document"] in known} for one in row["misses"]],
        "false": [one | {"linked": one["document"] in known} for one in row["false"]],
    }
