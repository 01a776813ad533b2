"""What holds of every extraction, whatever the text."""

from collections.abc import Iterator

from policies.extraction.records import ExtractedDocument

KINDS = (
    "provisions", "sentences", "citations", "targets", "goals",
    "sector_directions", "sector_mentions", "measures", "tax_policies",
)  # fmt: skip


def broken_laws(text: str, document: ExtractedDocument) -> Iterator[str]:
    """Yield a sentence for each law that `document`, extracted from `text`, breaks."""
    for kind in KINDS:
        for record in getattr(document, kind):
            if not 0 <= record.start < record.end <= len(text):
                yield f"{kind}: span {record.start}-{record.end} of {len(text)} characters"
    for record in document.measures:
        for number in record.numbers:
            if not record.start <= number.start < number.end <= record.end:
                yield f"measures: number {number.start}-{number.end} outside its measure"
    for one, two in zip(document.measures, document.measures[1:], strict=False):
        if two.start < one.end:
            yield f"measures: {one.start}-{one.end} overlaps {two.start}-{two.end}"
    for kind in KINDS[2:]:
        records = getattr(document, kind)
        identities = {(record.start, record.end, record.key) for record in records}
        if len(identities) < len(records):
            yield f"{kind}: two records of one identity (start, end, key)"
