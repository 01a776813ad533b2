"""Whether what the database says of a document is true: `manage.py verify`."""

import hashlib
from collections.abc import Iterator

from policies.models import Document, State

from .cover import cover_faults
from .passages import passage_faults
from .records import record_faults


def document_faults(document: Document) -> Iterator[str]:
    """Yield one line, in Chinese, for each thing that does not hold of the document."""
    yield from _hash_faults(document)
    yield from _provision_faults(document)
    yield from _ref_faults(document)
    yield from record_faults(document)
    yield from cover_faults(document)
    yield from passage_faults(document)


def _hash_faults(document: Document) -> Iterator[str]:
    texts = [("正文", document), *(("旧文本", former) for former in document.former_texts.all())]
    for name, holder in texts:
        if hashlib.sha256(holder.text.encode("utf-8")).hexdigest() != holder.sha256:
            yield f"{document} {name}与其 SHA-256 不符"
    source = getattr(document, "source", None)
    if source is None:
        yield f"{document} 缺少原始文件"
    elif hashlib.sha256(bytes(source.data)).hexdigest() != source.sha256:
        yield f"{document} 原始文件与其 SHA-256 不符"


def _provision_faults(document: Document) -> Iterator[str]:
    for provision in document.provisions.all():
        printed = document.text[provision.start : provision.heading_end]
        if provision.end > len(document.text) or provision.marker not in printed:
            yield f"{provision} 的范围与正文不符"


def _ref_faults(document: Document) -> Iterator[str]:
    """No ref beyond the counter: the next one given would not be new."""
    for record in document.records.all():
        slug, _, mark = record.ref.rpartition("-")
        if slug != document.slug or int(mark[1:]) > document.ref_counters.get(mark[0], 0):
            yield f"{record.ref} 超出 {document} 的编号计数"


def span_counts(document: Document) -> tuple[int, int]:
    """Return (records whose quotation stands where they say, records), gone ones aside."""
    rows = document.records.exclude(state=State.GONE).values_list("start", "end", "quote")
    exact = [document.text[start:end] == quote for start, end, quote in rows]
    return sum(exact), len(exact)
