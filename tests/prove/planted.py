"""Payloads in every field that people can write: corrections, additions, reports, labels, texts.

Each field of a kind gets all payloads, some to a record, so that every page shows some of each.
"""

from collections.abc import Iterator, Sequence

from policies.corrections import adding, deciding, proposing
from policies.corrections.errors import CorrectionError
from policies.corrections.relabelling import relabel
from policies.corrections.reports import answer_item, report_error
from policies.models import (
    Actor,
    Correction,
    Document,
    Indicator,
    Instrument,
    Kind,
    Record,
    Relief,
    Sector,
    Theme,
    Tool,
)
from policies.models.fields import FIELDS, Field, blank_fields
from tests.browser.xss_payloads import PAYLOADS
from tests.corrections.people import people

TOGETHER = 3  # payloads in one field: no column takes all sixty
GROUPS = tuple(" ".join(PAYLOADS[n : n + TOGETHER]) for n in range(0, len(PAYLOADS), TOGETHER))
SHORT = {"unit": 40, "due": 40}  # columns that take no whole payload
LABELLED = (Sector, Indicator, Theme, Instrument, Tool, Relief)


def plant() -> list[str]:
    """Write them all; return the refs of the records that hold them."""
    refs = [ref for kind in Kind for ref in _correct(kind)]
    _add()
    for model in LABELLED:
        for place, term in enumerate(model.objects.order_by("code")[: len(PAYLOADS)]):
            relabel(term, user=people()[1], name=PAYLOADS[place], definition=GROUPS[place // 3])
    return refs


def _correct(kind: str) -> Iterator[str]:
    """Every text field of as many records as there are groups; one proposal each left open."""
    records = Record.objects.present().of_kind(kind).order_by("ref")[: len(GROUPS)]
    for place, record in enumerate(records):
        version = record.version
        for turn, field in enumerate(_written(kind)):
            words = GROUPS[(place + turn) % len(GROUPS)]
            version = _decide(record, field, _value(field, words), words, version)
        _report(record, GROUPS[place])
        yield record.ref


def _decide(record: Record, field: Field, value: object, words: str, version: int) -> int:
    """Propose, approve, and propose once more for the queue; return the record's version."""
    said = {"author": people()[0], "reason": words}
    try:
        made = proposing.propose(record, field.name, value, version=version, **said)
    except CorrectionError:
        return version  # the value is the one that stands
    deciding.approve(made, reviewer=people()[1], version=version + 1, answer=words)
    other = f"{value}." if isinstance(value, str) and field.name not in SHORT else []
    try:
        proposing.propose(record, field.name, other, version=version + 2, **said)
    except CorrectionError:
        return version + 2
    return version + 3


def _written(kind: str) -> Iterator[Field]:
    return (f for f in FIELDS[kind] if f.type in {"text", "words", "actors", "parameters"})


def _value(field: Field, words: str) -> object:
    if field.type == "text":
        return words[: SHORT.get(field.name, len(words))]
    if field.type == "words":
        return words.split("\n")
    if field.type == "parameters":
        return [{"value": 1, "unit": words, "what": words}]
    function = Actor.objects.order_by("code").first().code
    actor = {"function": function, "level": "province", "role": "responsible"}
    return [{**actor, "as_written": words}]


def _report(record: Record, words: str) -> None:
    """One report that waits, one that is answered."""
    report_error(record, f"{words} 待答")
    if item := report_error(record, words):
        answer_item(item, user=people()[1], answer=words)


def _add() -> None:
    """Records that the machine missed and readings of glyphs, half of them approved."""
    author, reviewer = people()
    document = Document.objects.get(slug="henan")
    lines = [line.strip() for line in document.text.split("\n") if line.strip()]
    for place, words in enumerate(GROUPS):
        start = document.text.index(lines[place])
        said = {"author": author, "reason": words, "version": document.version}
        fields = {**blank_fields("goal"), "indicator": words, "statement": words}
        made = [
            adding.add_record(document, "goal", start, start + 3, fields, **said),
            adding.read_glyph(document, start, start + 1, words, **said),
        ]
        for one in made if place % 2 else ():
            deciding.approve(one, reviewer=reviewer, version=document.version, answer=words)


def open_numbers(most: int) -> Sequence[int]:
    """Corrections that wait, newest first."""
    waiting = Correction.objects.filter(state=Correction.State.PROPOSED).order_by("-number")
    return list(waiting.values_list("number", flat=True)[:most])
