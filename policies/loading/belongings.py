"""What belongs to a document's row: its original bytes, the collections it stands in."""

from policies.extraction.records import Metadata
from policies.models import Collection, Document, DocumentSource
from policies.sources import Source

from .entry import Entry
from .problem import Problem
from .report import LoadReport


def keep_source(document: Document, entry: Entry, data: bytes, source: Source) -> None:
    """Store the original bytes where they are not the stored ones already."""
    known = DocumentSource.objects.filter(document=document, sha256=source.source_sha256)
    if not known.filter(name=entry.path.name).exists():
        DocumentSource.objects.update_or_create(
            document=document,
            defaults={
                "name": entry.path.name,
                "data": data,
                "sha256": source.source_sha256,
                "reader": source.reader,
                "encoding": source.encoding or "",
            },
        )


def join_collections(document: Document, entry: Entry, said: Metadata, report: LoadReport) -> None:
    """Those the entry names, and those whose instrument the text says it implements."""
    named = Collection.objects.filter(slug__in=entry.collections)
    if unknown := set(entry.collections) - {collection.slug for collection in named}:
        raise Problem(str(entry.path), f"未知的专辑：{'、'.join(sorted(unknown))}")
    number = said.implements_number or ""
    cited = Collection.objects.filter(instrument_number=number).exclude(instrument_number="")
    wanted = named | cited
    joined = set(document.collections.values_list("pk", flat=True))
    if new := [collection for collection in wanted if collection.pk not in joined]:
        document.collections.add(*new)
        report.document = [*report.document, "collections"]
    report.collections = list(document.collections.values_list("title", flat=True))
