"""One document and its records into the database, in one transaction."""

from collections import Counter

from django.db import transaction

from policies.corrections.audit import append_audit
from policies.extraction.records import ExtractedDocument
from policies.models import Document
from policies.sources import Source

from .document_row import write_document
from .entry import Entry
from .found import found_in
from .passages import write_passages
from .problem import Problem
from .provisions import write_provisions
from .reconcile import reconcile
from .report import LoadReport
from .storable import storable


def load(
    entry: Entry,
    data: bytes,
    source: Source,
    extracted: ExtractedDocument,
    *,
    version: str,
    actor: str = "ingest",
    dry_run: bool = False,
) -> LoadReport:
    """Write the document that `entry` names and return what was done.

    `data` are the bytes that `source` was read from, `version` is the extractor's. The same text,
    extracted alike, writes nothing at all. `dry_run` does everything and takes it back. Raises
    Problem (document_row.py; a text without any heading) and then nothing is written.
    """
    if not extracted.provisions:
        raise Problem(str(entry.path), "认不出任何标题（一、（一）1. 等），无法按条款入库")
    report = LoadReport(entry.slug, warnings=list(source.warnings))
    with transaction.atomic():
        document, former = write_document(entry, data, source, extracted, version, report)
        outline, report.provisions = write_provisions(document, extracted.provisions)
        found, report.skipped = storable(found_in(source.text, extracted))
        report.counts = dict(Counter(str(fact.kind) for fact in found))
        reconcile(document, former, outline, found, report)
        if report.wrote:
            write_passages(document)
            _finish(document, former.describe(), report, actor)
        if dry_run:
            transaction.set_rollback(True)
    return report


def _finish(document: Document, before: dict | None, report: LoadReport, actor: str) -> None:
    if not report.created:
        document.version += 1
    document.save()
    append_audit(
        actor=actor,
        action="ingest",
        subject=f"document:{document.slug}",
        before=before,
        after={
            "sha256": document.sha256,
            "extractor": document.extractor_version,
            **report.summary(),
        },
    )
