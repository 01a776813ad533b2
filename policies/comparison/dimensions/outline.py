"""Outline: how the documents are built – which parts, how long, in what order."""

from collections.abc import Hashable, Sequence

from django.db.models import F, QuerySet
from django.db.models.functions import Substr

from policies.comparison.agreement import DIFFERENT, SAME, Records, Verdict
from policies.comparison.dimension import dimension_of
from policies.comparison.headings import subject_of
from policies.comparison.places import PROVISION_STEPS, place_text
from policies.comparison.shapes import Cell, Fact, Place
from policies.comparison.terms import Terms, heading_terms
from policies.models import Document, Provision

PROVISION = "provision"
_FIELDS = ("path", "marker", "heading", "level", "start", "end", "heading_end")


def keys(fact: Fact, terms: Terms) -> tuple[str, ...]:
    """The part that the provision opens; the usual heading that it bears inside one.

    Where a part has no head of its own (化工：… 煤炭：… right among the tasks), each paragraph opens
    it and bears a heading in it too.
    """
    part, subject = fact["part"], subject_of(fact["part"], fact["heading"])
    if not fact["opens_part"]:
        return (f"{part}:{subject}",)
    named = fact["level"] > 1 and subject != fact["heading"]
    return (part, f"{part}:{subject}") if named else (part,)


def place(key: str, facts: Sequence[Fact], terms: Terms) -> Place:
    """Parts in reading order, each followed by the headings in it."""
    part, _, subject = key.partition(":")
    term = terms[part]
    if not subject:
        return Place(term.name, part, term.name, (term.position, 0, 0), "", f"part-{part}")
    named = terms.get(subject)
    order = (term.position, 1 if named else 2, named.position if named else facts[0]["start"])
    return Place(named.name if named else subject, part, term.name, order)


def label(key: str, records: Records, terms: Terms) -> str:
    """Marker, heading and length of each provision."""
    return "；".join(f"{f['marker']}{f['heading']}（{f['length']} 字）" for f in records)


def judge(key: str, cells: Sequence[Cell], terms: Terms) -> Verdict:
    """Present, and in the same place."""
    return SAME if len({cell.signature for cell in cells}) == 1 else DIFFERENT


def signature(key: str, records: Records, terms: Terms) -> Hashable:
    return records[0]["provision"]


def differences(
    key: str, cells: Sequence[Cell], reference: Cell, terms: Terms
) -> list[tuple[str, ...]]:
    return [() if cell.signature == reference.signature else ("位置",) for cell in cells]


def read(documents: Sequence[Document], among: QuerySet | None) -> list[Fact]:
    """Provisions that open a part and the headed ones directly below, in column and text order."""
    rows = (
        Provision.objects.filter(document__in=documents)
        .annotate(
            quote=Substr("document__text", F("start") + 1, F("heading_end") - F("start")),
            part_code=F("part__code"),
            parent_part=F("parent__part__code"),
            parent_path=F("parent__path"),
        )
        .values(
            "document_id",
            "position",
            "quote",
            "part_code",
            "parent_part",
            "parent_path",
            *_FIELDS,
            *PROVISION_STEPS,
        )
    )
    columns = {document.pk: (place, document) for place, document in enumerate(documents)}
    rows = sorted(rows, key=lambda row: (columns[row["document_id"]][0], row["position"]))
    facts = [_fact(row, columns[row["document_id"]][1]) for row in rows]
    openers = {(f["document"], f["provision"]) for f in facts if f["opens_part"]}
    return [
        f
        for f in facts
        if f["opens_part"] or ((f["document"], f["parent"]) in openers and f["heading"])
    ]


def _fact(row: Fact, document: Document) -> Fact:
    return {
        "ref": None,
        "kind": PROVISION,
        "document": document.slug,
        "province": document.province.code if document.province else None,
        "part": row["part_code"],
        "provision": row["path"],
        "parent": row["parent_path"],
        "opens_part": row["part_code"] != row["parent_part"],
        "place": place_text(row),
        **{name: row[name] for name in ("marker", "heading", "level", "start", "quote")},
        "end": row["heading_end"],
        "length": row["end"] - row["start"],
        "status": "unreviewed",
        "doubt": "",
        "url": f"/documents/{document.slug}/#p-{row['path']}",
    }


OUTLINE = dimension_of(
    globals(), code="outline", name="结构", kinds=(), parts=(), terms=heading_terms
)
