"""What loading a text would do, and the text with what is found in it; nothing is written."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from policies.annotation import Block, annotate
from policies.comparison.wording import normal_form
from policies.extraction.pipeline import extract, extractor_version
from policies.extraction.records import ExtractedDocument, Provision
from policies.extraction.vocabulary import load_vocabulary
from policies.loading.entry import Entry
from policies.loading.found import Found, found_in
from policies.loading.load import load
from policies.loading.problem import Problem
from policies.loading.report import LoadReport
from policies.models import Kind, ReviewItem
from policies.sources import Source

WORDS = {
    "added": "新增",
    "changed": "改动",
    "gone": "消失",
    "returned": "恢复",
    "queued": "与人工更正不一致，须复核",
}


@dataclass(frozen=True)
class Seen:
    """One fact that was found, for the margin of the preview."""

    start: int
    end: int
    kind: str
    label: str
    words: str
    doubt: str


@dataclass(frozen=True)
class Preview:
    """`problem`: why it cannot be saved, in Chinese; "" where it can."""

    report: LoadReport
    problem: str
    counts: tuple[tuple[str, int], ...]  # kind's label, records found
    changes: tuple[tuple[str, tuple[str, ...]], ...]  # 新增 …, refs
    provisions: tuple[Provision, ...]
    blocks: tuple[Block, ...]


def extracted_of(source: Source) -> tuple[ExtractedDocument, str]:
    """Return what extraction finds now, and the extractor's version."""
    vocabulary = load_vocabulary()
    return extract(source.text, vocabulary), extractor_version(vocabulary)


def preview_of(entry: Entry, data: bytes, source: Source) -> Preview:
    """Load into nothing: everything is done in a transaction and taken back."""
    extracted, version = extracted_of(source)
    report, problem = LoadReport(entry.slug), ""
    try:
        report = load(entry, data, source, extracted, version=version, dry_run=True)
    except Problem as refused:
        problem = refused.reason
    facts = [_seen(fact) for fact in found_in(source.text, extracted)]
    counts = Counter(fact.kind for fact in facts)
    return Preview(
        report=report,
        problem=problem,
        counts=tuple((kind.label, counts[kind]) for kind in Kind),
        changes=tuple(_changes(report)),
        provisions=extracted.provisions,
        blocks=annotate(source.text, extracted.provisions, facts, facts),
    )


def save(entry: Entry, data: bytes, source: Source, actor: str) -> LoadReport:
    """Write the document and its records in one transaction. Raises Problem."""
    extracted, version = extracted_of(source)
    return load(entry, data, source, extracted, version=version, actor=actor)


def _seen(fact: Found) -> Seen:
    said, doubt = fact.payload, fact.payload["doubt"] or ""
    form = normal_form({**said, "kind": fact.kind, "doubt": doubt})
    words = f"{said.get('indicator') or ''} {form}".strip() or fact.quote[:40]
    return Seen(fact.start, fact.end, fact.kind, Kind(fact.kind).label, words, doubt)


def _changes(report: LoadReport) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, words in WORDS.items():
        if refs := getattr(report, name):
            yield words, tuple(_in_words(ref) for ref in refs)


def _in_words(ref: str) -> str:
    """yunnan-t3 conflict -> yunnan-t3（重新抽取与更正不一致）."""
    about, _, cause = ref.partition(" ")
    labels = dict(ReviewItem.Cause.choices)
    return f"{about}（{labels[cause]}）" if cause in labels else ref
