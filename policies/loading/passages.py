"""A document's lines into the search index: run in the transaction that writes its text."""

from collections.abc import Iterator

from policies.models import Document, Kind, Passage, Provision
from policies.models.search_text import fold, tokens

LONGEST = 2000  # a longer line is cut; the pieces overlap, so that no short phrase is lost
OVERLAP = 100
HEADING, TYPED, OTHER = 0, 1, 2
TYPED_KINDS = (Kind.TARGET, Kind.TAX_POLICY)


def write_passages(document: Document) -> None:
    """Replace the document's passages by those of its text as it stands."""
    provisions = list(document.provisions.order_by("start", "-end"))
    typed = _typed_spans(document)
    document.passages.all().delete()
    Passage.objects.bulk_create(
        _passage(document, start, end, provisions, typed) for start, end in lines(document.text)
    )


def index_missing() -> None:
    """Write the passages of documents that have none: after an upgrade."""
    for document in Document.objects.filter(passages__isnull=True):
        write_passages(document)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every line that says something, without the space around it."""
    place = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        start = place + line.find(words)
        end = start + len(words)
        while end - start > LONGEST:
            yield start, start + LONGEST
            start += LONGEST - OVERLAP
        if words:
            yield start, end
        place += len(line)


def _typed_spans(document: Document) -> list[tuple[int, int]]:
    """Spans of targets, reliefs and specific measures."""
    records = document.records.present()
    typed = records.filter(kind__in=TYPED_KINDS) | records.filter(measure__specific=True)
    return list(typed.order_by("start").values_list("start", "end"))


def _passage(
    document: Document,
    start: int,
    end: int,
    provisions: list[Provision],
    typed: list[tuple[int, int]],
) -> Passage:
    folded = fold(document.text[start:end])
    provision = _innermost(provisions, start)
    rank = OTHER
    if provision and provision.start == start and provision.heading_end >= end - 1:
        rank = HEADING
    elif any(first < end and last > start for first, last in typed):
        rank = TYPED
    return Passage(
        document=document,
        provision=provision,
        start=start,
        end=end,
        rank=rank,
        folded=folded,
        tokens=" ".join(tokens(folded)),
    )


def _innermost(provisions: list[Provision], place: int) -> Provision | None:
    """The last of those that hold `place`: they stand in the order of their starts, outer first."""
    holding = [each for each in provisions if each.start <= place < each.end]
    return holding[-1] if holding else None
