"""/quality/: how accurate extraction is, measured; what was never measured, said."""

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from policies.models import DataVersion, Document, Evaluation, State, Status
from policies.quality.evaluate import HELD_OUT
from policies.quality.names import FIELDS, KINDS

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
        "disagreements": report.get("disagreements", []),
        "documents": documents,
        "data_version": version,
    }
    return render(request, "quality/quality.html", context)


def _with_progress() -> object:
    present = Q(records__state=State.PRESENT)
    return (
        Document.objects.published()
        .in_column_order()
        .annotate(
            records_present=Count("records", filter=present),
            records_reviewed=Count("records", filter=present & Q(records__status__in=REVIEWED)),
            records_doubtful=Count("records", filter=present & Q(records__status=Status.DOUBTFUL)),
        )
    )


def _sets(report: dict, documents: list[Document]) -> list[dict]:
    """The two sets of annotations, each with its rows in words and its columns."""
    if not report:
        return []
    labels = {document.slug: document for document in documents}
    titles = [("reference", "参考标注", report), (HELD_OUT, "盲注", report.get(HELD_OUT))]
    return [
        {
            "code": code,
            "title": title,
            "columns": [labels[slug] for slug in part["annotated"] if slug in labels],
            "missing": [labels[slug] for slug in part["not_annotated"] if slug in labels],
            "rows": [_row(row, part["annotated"]) for row in part["rows"] if _measured(row)],
        }
        for code, title, part in titles
        if part
    ]


def _measured(row: dict) -> bool:
    return bool(row["tp"] or row["fp"] or row["fn"])


def _row(row: dict, slugs: list[str]) -> dict:
    return row | {
        "kind_name": KINDS[row["kind"]],
        "field_name": FIELDS[row["field"]],
        "cells": [row["documents"].get(slug) for slug in slugs],
    }
