"""Whether the outline is the text's, and the measures cover their parts: no gap, no overlap."""

from collections.abc import Iterator

from policies.extraction.normalise import normalise
from policies.extraction.outline.sentences import check_cover, split_sentences
from policies.extraction.outline.structure import as_printed, parse_structure
from policies.extraction.pipeline import extractor_version
from policies.extraction.records import Sentence
from policies.extraction.vocabulary import load_vocabulary
from policies.loading.rebuilt import rebuild
from policies.models import Document, Kind, Part


def cover_faults(document: Document) -> Iterator[str]:
    """Yield one line for each character of the text in no heading, lead-in or measure, or in two.

    Outside the parts that measures cover, any sentence counts. The measures are the machine's:
    people may have moved, rejected or added some.
    """
    version = extractor_version(load_vocabulary())
    if document.extractor_version != version:
        yield f"{document} 由旧版抽取器（{document.extractor_version}）抽取，请先重新入库"
        return
    normal, provisions = normalise(document.text), rebuild(document, ()).provisions
    parsed = parse_structure(normal, load_vocabulary())
    if provisions != as_printed(document.text, normal, parsed):
        yield f"{document} 的条款与正文解析所得不符"
    covered = set(Part.objects.filter(covered=True).values_list("code", flat=True))
    others = [
        sentence
        for sentence in split_sentences(normal, provisions)
        if sentence.part not in covered or sentence.role != "sentence"
    ]
    measures = [_as_sentence(*span) for span in _measures(document)]
    for fault in check_cover(document.text, provisions, (*others, *measures)):
        yield f"{document} 措施未恰好覆盖正文：{fault}"


def _measures(document: Document) -> Iterator[tuple[int, int]]:
    for record in document.records.found_by_machine().of_kind(Kind.MEASURE):
        yield record.extracted["start"], record.extracted["end"]


def _as_sentence(start: int, end: int) -> Sentence:
    span = (start, end)
    return Sentence(start, end, None, "", "sentence", span, span)
