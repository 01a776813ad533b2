"""One synthetic document as rows of every table it stands in."""

import hashlib
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from policies.loading.passages import HEADING, OTHER, TYPED, TYPED_KINDS
from policies.models import (
    KIND_LETTERS,
    DocumentSource,
    Kind,
    Passage,
    Provision,
    Record,
    RecordNumber,
)
from policies.models.columns import DETAILS
from policies.models.search_text import fold, tokens

from .facts import NUMBER_PLACES, Variant, columns_of
from .layout import PLAN, Layout

TITLE = "合成语料第{:06}号（机器生成，并非政策）"
SLUG = "synthetic-{:06}"
FIXED = {"title_is_editorial": 1, "published": 1, "synthetic": 1, "version": 1, "level": "省"}
RECORD = {"state": "present", "withdrawn": 0, "gone_from": "", "version": 1}
COLUMNS = {
    Provision: [
        "id",
        "document_id",
        "path",
        "position",
        "marker",
        "level",
        "heading",
        "parent_id",
        "part_id",
        "start",
        "end",
        "heading_end",
    ],
    Record: [
        "id",
        "ref",
        "kind",
        "document_id",
        "provision_id",
        "part_id",
        "start",
        "end",
        "key",
        "quote",
        "extracted",
        "effective",
        "doubt",
        "status",
    ]
    + list(RECORD),
    Passage: ["document_id", "provision_id", "start", "end", "rank", "folded", "tokens"],
    DocumentSource: ["document_id", "name", "data", "sha256", "reader", "encoding"],
    **{model: columns_of(model) for model in DETAILS.values()},
}
Slot = tuple[str, int, int, int]  # kind, start, end, place of its provision


@dataclass(frozen=True)
class Plan:
    """A layout with its records' places: what is the same in all its documents."""

    layout: Layout
    slots: tuple[Slot, ...]  # in reading order
    homes: tuple[int, ...]  # provision of each line
    headings: tuple[bool, ...]  # whether the line is a heading


@dataclass
class Rows:
    """Table -> rows; columns in COLUMNS, or columns_of of a link table."""

    documents: list[dict] = field(default_factory=list)
    by_model: dict[type, list[tuple]] = field(default_factory=lambda: defaultdict(list))


def plan(layout: Layout) -> Plan:
    """Place the records: measures by sentence, the others on clauses, as corpus.toml counts them."""
    slots = sorted(_slots(layout), key=lambda slot: (slot[1], slot[2], slot[0]))
    headings = {provision.start: provision.heading_end for provision in layout.provisions}
    return Plan(
        layout,
        tuple(slots),
        tuple(_home(layout, start) for start, _ in layout.lines),
        tuple(headings.get(start, -1) >= end - 1 for start, end in layout.lines),
    )


def _slots(layout: Layout) -> Iterator[Slot]:
    def slot(kind: str, start: int, end: int) -> Slot:
        return kind, start, end, _home(layout, start)

    wanted = {kind: round(n * len(layout.measures) / 100) for kind, n in PLAN["beside"].items()}
    aims = [span for sentence in layout.aims for span in _clauses(layout, sentence.start)]
    for place, span in enumerate(aims[: wanted["target"] + wanted["goal"]]):
        yield slot(Kind.TARGET if place < wanted["target"] else Kind.GOAL, *span)
    for sentence in layout.measures:
        yield slot(Kind.MEASURE, sentence.start, sentence.end)
    for sentence in layout.measures[: wanted["sector_mention"]]:
        yield slot(Kind.SECTOR_MENTION, sentence.start, sentence.start + 4)
    for sentence in layout.measures[: wanted["citation"]]:
        yield slot(Kind.CITATION, sentence.start, sentence.start + 13)
    for sentence in layout.measures[-wanted["tax_policy"] :]:
        yield slot(Kind.TAX_POLICY, *_clauses(layout, sentence.start)[0])
    sections = [each for each in layout.provisions if each.part == "sectors" and each.level == 2]
    for provision in sections[: wanted["sector_direction"]]:
        yield slot(Kind.SECTOR_DIRECTION, provision.start, provision.end)


def _clauses(layout: Layout, start: int) -> list[tuple[int, int]]:
    """The three clauses after 合成语句第0000001号，: of 6, 6 and 8 characters."""
    first = start + 14
    return [(first, first + 6), (first + 7, first + 13), (first + 14, first + 22)]


def _home(layout: Layout, start: int) -> int:
    """The innermost provision that holds `start`."""
    place = bisect_right([provision.start for provision in layout.provisions], start) - 1
    while layout.provisions[place].end <= start:
        place -= 1
    return place


def add_document(
    rows: Rows,
    number: int,
    ids: tuple[int, list[int], list[int]],
    plan: Plan,
    pool: dict[str, list[Variant]],
    fixed: dict,
    random: Random,
) -> None:
    """Append document `number` to `rows`; `ids` are those of document, provisions and records."""
    document_id, provision_ids, record_ids = ids
    text = plan.layout.text(number * 1000, random)
    counters, typed = _add_records(rows, number, ids, text, plan, pool, fixed, random)
    data = text.encode()
    digest = hashlib.sha256(data).hexdigest()
    rows.documents.append(
        {
            "id": document_id,
            "slug": SLUG.format(number),
            "province_id": fixed["provinces"][number % len(fixed["provinces"])],
            "title": TITLE.format(number),
            "text": text,
            "sha256": digest,
            "ref_counters": counters,
            "parts_recognised": sorted({each.part for each in plan.layout.provisions}),
            **FIXED,
            **fixed["document"],
        }
    )
    source = (document_id, f"{SLUG.format(number)}.txt", data, digest, "txt", "utf-8")
    rows.by_model[DocumentSource].append(source)
    _add_provisions(rows, document_id, provision_ids, plan, fixed)
    _add_passages(rows, document_id, provision_ids, text, plan, typed)


def _add_records(
    rows: Rows,
    number: int,
    ids: tuple[int, list[int], list[int]],
    text: str,
    plan: Plan,
    pool: dict[str, list[Variant]],
    fixed: dict,
    random: Random,
) -> tuple[dict[str, int], list[tuple[int, int]]]:
    """Append records, details and links; return the last number of each letter, typed spans."""
    document_id, provision_ids, record_ids = ids
    counters, typed, specific = Counter(), [], fixed["specific"]
    records, tail = rows.by_model[Record], tuple(RECORD.values())
    for record_id, (kind, start, end, home) in zip(record_ids, plan.slots, strict=True):
        variants = pool[kind]
        variant = variants[int(random.random() * len(variants))]
        letter = KIND_LETTERS[kind]
        counters[letter] += 1
        part = plan.layout.provisions[home].part
        said = f'"{part}"' if variant.part else "null"
        extracted = f'{{"start": {start}, "end": {end}, "part": {said}, {variant.extracted[1:]}'
        records.append(
            (
                record_id,
                f"{SLUG.format(number)}-{letter}{counters[letter]}",
                str(kind),
                document_id,
                provision_ids[home],
                fixed["parts"][part],
                start,
                end,
                variant.key,
                text[start:end],
                extracted,
                variant.effective,
                variant.doubt,
                str(variant.status),
                *tail,
            )
        )
        rows.by_model[DETAILS[kind]].append((record_id, *variant.detail))
        for model, values in variant.links:
            if model is RecordNumber:
                values = _moved(values, start)
            rows.by_model[model].append((record_id, *values))
        if kind in TYPED_KINDS or (kind == Kind.MEASURE and variant.detail[specific]):
            typed.append((start, end))
    return dict(counters), typed


def _moved(values: tuple, start: int) -> tuple:
    moved = list(values)
    for place in NUMBER_PLACES:
        moved[place] += start
    return tuple(moved)


def _add_provisions(rows: Rows, document_id: int, ids: list[int], plan: Plan, fixed: dict) -> None:
    for place, item in enumerate(plan.layout.provisions):
        parent = ids[item.parent] if item.parent is not None else None
        rows.by_model[Provision].append(
            (ids[place], document_id, item.path, place, item.marker, item.level, item.heading)
            + (parent, fixed["parts"][item.part], item.start, item.end, item.heading_end)
        )


def _add_passages(
    rows: Rows,
    document_id: int,
    provision_ids: list[int],
    text: str,
    plan: Plan,
    typed: list[tuple[int, int]],
) -> None:
    """As passages.py has them."""
    lines = plan.layout.lines
    starts = [start for start, _ in lines]
    firm = {bisect_right(starts, start) - 1 for start, _ in typed}  # no span leaves its line
    folded = fold(text)
    for place, (start, end) in enumerate(lines):
        rank = HEADING if plan.headings[place] else TYPED if place in firm else OTHER
        line = folded[start:end]
        home = provision_ids[plan.homes[place]]
        words = " ".join(tokens(line))
        rows.by_model[Passage].append((document_id, home, start, end, rank, line, words))
