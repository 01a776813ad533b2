"""Thirty corrections through many loads: kept, or queued, never lost or on another text."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from policies.loading.entry import Entry
from policies.loading.load import load
from policies.loading.reading import extract_bytes
from policies.models import Document, Record, ReviewItem, State
from policies.models.checks import fault
from tests.corrections import people

from .edited_texts import Line, joined, shuffled_and_edited, spans_of


@dataclass(frozen=True)
class Kept:
    """A record that a person has worked on: what must stay true of it."""

    ref: str
    slug: str
    quote: str
    origin: int  # index of its line in the original text
    name: str  # field corrected, "" for rejected and confirmed ones
    value: object
    state: str


@dataclass
class Tally:
    kept: int = 0
    queued: int = 0
    faults: list[str] = field(default_factory=list)  # lost, changed or re-attached


def correct_some(number: int, turn: random.Random, slugs: Sequence[str]) -> list[Kept]:
    """Approve corrections of `number` records of one line each, of every kind; return them."""
    records = list(Record.objects.present().filter(document__slug__in=slugs).order_by("ref"))
    records = [record for record in records if "\n" not in record.quote]
    chosen = turn.sample(records, number)
    return [_work_on(record.ref, place) for place, record in enumerate(chosen)]


def _work_on(ref: str, place: int) -> Kept:
    record = Record.objects.get(ref=ref)
    changes = {
        "target": ("value", 12.5),
        "goal": ("statement", f"表述{place}"),
        "measure": ("hedges", [f"保留{place}"]),
        "tax_policy": ("conditions", f"条件{place}"),
        "citation": ("number", f"〔2012〕{place}号"),
        "sector_mention": ("as_written", f"原词{place}"),
        "sector_direction": ("heading", f"标题{place}"),
    }
    name, value = changes[record.kind]
    if place % 10 == 8:
        name, value = "", None
        people.reject(ref)
    elif place % 10 == 9:
        name, value = "", None
        people.confirm(ref)
    else:
        people.correct(ref, name, value)
    now = Record.objects.select_related("document").get(ref=ref)
    assert fault(now.kind, now.effective) is None
    origin = now.document.text.count("\n", 0, now.start)
    return Kept(ref, now.document.slug, now.quote, origin, name, value, now.state)


def load_lines(slug: str, lines: Sequence[Line]) -> None:
    """Load the lines as the document's text."""
    data = joined(list(lines)).encode()
    read = extract_bytes(data, f"{slug}.txt")
    entry = Entry(slug, Path(f"{slug}.txt"), province=slug)
    load(entry, data, read.source, read.extracted, version=read.version)


def one_round(originals: dict[str, str], turn: random.Random) -> dict[str, list[Line]]:
    """Load every document once, edited, in another order; return the lines by slug."""
    edited = {slug: shuffled_and_edited(text, turn) for slug, text in originals.items()}
    for slug in turn.sample(list(edited), len(edited)):
        load_lines(slug, edited[slug])
    return edited


def check(kept: Sequence[Kept], edited: dict[str, list[Line]], originals: dict[str, str]) -> Tally:
    """Look at every corrected record after a round."""
    tally = Tally()
    for one in kept:
        record = Record.objects.select_related("document").get(ref=one.ref)
        if record.state == State.GONE:
            _check_gone(one, edited, originals, tally)
        else:
            _check_present(one, record, edited, originals, tally)
    return tally


def _check_gone(
    one: Kept, edited: dict[str, list[Line]], originals: dict[str, str], tally: Tally
) -> None:
    """Queued; and not gone at all where its line stands untouched and is the only one."""
    waiting = ReviewItem.objects.filter(record__ref=one.ref, closed_at__isnull=True)
    tally.queued += 1
    if not waiting.exists():
        tally.faults.append(f"{one.ref} lost without a word")
    span = spans_of(edited[one.slug]).get(one.origin)
    line = originals[one.slug].split("\n")[one.origin]
    only = [entry.text for entry in edited[one.slug]].count(line) == 1
    if one.state != State.REJECTED and span and not span[2] and only:
        tally.faults.append(f"{one.ref} given up although its line stands")


def _check_present(
    one: Kept,
    record: Record,
    edited: dict[str, list[Line]],
    originals: dict[str, str],
    tally: Tally,
) -> None:
    tally.kept += 1
    text = record.document.text
    if (record.quote, text[record.start : record.end]) != (one.quote, one.quote):
        tally.faults.append(f"{one.ref} stands on another text")
    if one.name and record.effective[one.name] != one.value:
        tally.faults.append(f"{one.ref} lost its {one.name}")
    if record.state != one.state:
        tally.faults.append(f"{one.ref} is {record.state}, was {one.state}")
    span = spans_of(edited[one.slug]).get(one.origin)
    at_home = span and span[0] <= record.start and record.end <= span[1]
    unique = text.count(one.quote) == originals[one.slug].count(one.quote) == 1
    if not at_home and not unique:
        tally.faults.append(f"{one.ref} re-attached to another paragraph")


def originals_of(slugs: Sequence[str]) -> dict[str, str]:
    return dict(Document.objects.filter(slug__in=slugs).values_list("slug", "text"))


def untouched(text: str) -> list[Line]:
    return [Line(line, origin) for origin, line in enumerate(text.split("\n"))]
