"""Names as the texts write them, and which vocabulary entry each belongs to."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from policies.models import Correction, Kind, Record


@dataclass(frozen=True)
class Naming:
    """Where records of `kind` keep the name as written, and the field that maps it.

    `inside`: the name stands in each row of a field of several rows (actors of a measure).
    """

    kind: str
    word: str
    mapped: str
    links: str  # from the record to the entry
    inside: bool = False


NAMINGS = {
    "sector": (
        Naming(Kind.SECTOR_DIRECTION, "heading", "sector", "sector_links__sector"),
        Naming(Kind.SECTOR_MENTION, "as_written", "sector", "sector_links__sector"),
    ),
    "indicator": (
        Naming(Kind.TARGET, "indicator", "indicators", "indicator_links__indicator"),
        Naming(Kind.GOAL, "indicator", "indicators", "indicator_links__indicator"),
    ),
    "actor": (Naming(Kind.MEASURE, "as_written", "actors", "actor_links__actor", inside=True),),
}


@dataclass(frozen=True)
class Name:
    """`words` stand for the entry in `count` records of `kind`."""

    kind: str
    kind_label: str
    words: str
    count: int


def names_of(table: str, code: str) -> list[Name]:
    """Return the names that are mapped to the entry, the commonest first."""
    found: list[Name] = []
    for naming in NAMINGS.get(table, ()):
        counts = Counter(
            words for record in _mapped(naming, code) for words in set(_words(naming, record, code))
        )
        label = Kind(naming.kind).label
        found += [Name(naming.kind, label, words, n) for words, n in counts.most_common()]
    return sorted(found, key=lambda name: -name.count)


def records_named(table: str, code: str, kind: str, words: str) -> list[Record]:
    """Return the present records where `words` stand for the entry and nothing else is proposed."""
    return [
        record
        for naming in NAMINGS.get(table, ())
        if naming.kind == kind
        for record in _mapped(naming, code)
        .exclude(corrections__field=naming.mapped, corrections__state=Correction.State.PROPOSED)
        .select_related("document__province")
        if words in _words(naming, record, code)
    ]


def remapped(table: str, record: Record, words: str, code: str, to: str) -> tuple[str, object]:
    """Return the field and its value in which `words` stand for `to` instead of `code`."""
    naming = next(n for n in NAMINGS[table] if n.kind == record.kind)
    value = record.effective[naming.mapped]
    if naming.inside:
        new = [
            {**row, "function": to}
            if (row["as_written"], row["function"]) == (words, code)
            else row
            for row in value
        ]
    elif isinstance(value, list):
        new = list(dict.fromkeys(to if one == code else one for one in value))
    else:
        new = to
    return naming.mapped, new


def _mapped(naming: Naming, code: str) -> QuerySet[Record]:
    linked = {f"{naming.links}__code": code}
    return Record.objects.present().of_kind(naming.kind).filter(**linked).in_reading_order()


def _words(naming: Naming, record: Record, code: str) -> list[str]:
    """The names in the record that stand for the entry itself, not for one below it."""
    said = record.effective
    if naming.inside:
        rows = said[naming.mapped] or []
        return [row["as_written"] for row in rows if row["function"] == code]
    mapped = said[naming.mapped]
    stands = code in mapped if isinstance(mapped, list) else mapped == code
    return [said[naming.word]] if stands and said[naming.word] else []
