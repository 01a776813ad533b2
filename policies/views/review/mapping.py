"""Which words stand for which vocabulary entries, and the other records with the same word."""

from collections.abc import Iterator

from policies.models import Correction, Kind, Record

WORDS = {  # kind -> the field with the word as written, the field with what it is mapped to
    Kind.TARGET: ("indicator", "indicators"),
    Kind.GOAL: ("indicator", "indicators"),
    Kind.SECTOR_DIRECTION: ("heading", "sector"),
    Kind.SECTOR_MENTION: ("as_written", "sector"),
}
MOST = 200
LIVE = (Correction.State.PROPOSED, Correction.State.APPROVED)


def is_mapping(correction: Correction) -> bool:
    """Whether the correction says what a word as written stands for."""
    record = correction.record
    return bool(record and WORDS.get(record.kind, ("", None))[1] == correction.field)


def records_alike(correction: Correction) -> Iterator[Record]:
    """Present records with the same word, mapped as this one was, on which nothing is proposed."""
    record = correction.record
    word, mapped = WORDS[record.kind]
    alike = (
        Record.objects.present()
        .of_kind(record.kind)
        .filter(**{f"effective__{word}": record.effective[word]})
        .exclude(pk=record.pk)
        .exclude(corrections__field=mapped, corrections__state=Correction.State.PROPOSED)
        .select_related("document__province")
        .defer("document__text")
        .in_reading_order()[:MOST]
    )
    return (other for other in alike if other.effective.get(mapped) == correction.seen)
