"""Stored records back as extraction's values: the inverse of found.py.

So the records export has one shape, extraction/export.py, for what the machine said and for what
people made of it.
"""

from collections.abc import Callable, Iterable

from policies.extraction import records as extraction
from policies.extraction.records import ExtractedDocument, Metadata
from policies.models import Document, Kind
from policies.models.numbers import to_decimal

from .said import Said

FIELD_OF = {  # kind -> field of ExtractedDocument
    Kind.TARGET: "targets",
    Kind.GOAL: "goals",
    Kind.SECTOR_DIRECTION: "sector_directions",
    Kind.SECTOR_MENTION: "sector_mentions",
    Kind.MEASURE: "measures",
    Kind.TAX_POLICY: "tax_policies",
    Kind.CITATION: "citations",
}


def rebuild(document: Document, said: Iterable[Said]) -> ExtractedDocument:
    """Return the document as extraction would give it; sentences are not stored, so ()."""
    values: dict[str, list] = {name: [] for name in FIELD_OF.values()}
    for one in said:
        values[FIELD_OF[one.kind]].append(MAKERS[one.kind](one))
    return ExtractedDocument(
        metadata=_metadata(document),
        provisions=_provisions(document),
        sentences=(),
        **{name: tuple(records) for name, records in values.items()},
    )


def _metadata(document: Document) -> Metadata:
    return Metadata(
        title=document.title or None,
        document_number=document.document_number or None,
        issuer=document.issuer or None,
        issued_on=document.issued_on,
        addressees=document.addressees or None,
        province_code=document.province.gb_code if document.province else None,
        level=document.level or None,
        genre=document.genre or None,
        implements=document.implements_title or None,
        implements_number=document.implements_number or None,
    )


def _provisions(document: Document) -> tuple[extraction.Provision, ...]:
    rows = list(document.provisions.select_related("part").order_by("position"))
    place = {row.pk: i for i, row in enumerate(rows)}
    return tuple(
        extraction.Provision(
            path=row.path,
            marker=row.marker,
            level=row.level,
            heading=row.heading,
            parent=place[row.parent_id] if row.parent_id else None,
            start=row.start,
            end=row.end,
            heading_end=row.heading_end,
            part=row.part.code,
        )
        for row in rows
    )


def _target(said: Said) -> extraction.Target:
    numbers = {name: to_decimal(said.fields[name]) for name in ("value", "value_max", "baseline")}
    lists = {"indicators": tuple(said.fields["indicators"])}
    return _make(extraction.Target, said, **numbers, **lists)


def _goal(said: Said) -> extraction.Goal:
    return _make(extraction.Goal, said, indicators=tuple(said.fields["indicators"]))


def _measure(said: Said) -> extraction.Measure:
    names = (
        "themes",
        "instruments",
        "tools",
        "beneficiaries",
        "conditions",
        "exceptions",
        "hedges",
    )
    return _make(
        extraction.Measure,
        said,
        **{name: tuple(said.fields[name]) for name in names},
        sectors=tuple(extraction.SectorLink(**link) for link in said.fields["sectors"]),
        actors=tuple(extraction.ActorLink(**actor) for actor in said.fields["actors"]),
        numbers=tuple(_number(number, said.start) for number in said.fields["numbers"]),
        force_cue=said.fields["force_cue"] or "",
        why=tuple((code, cue) for code, cue in said.why),
    )


def _number(number: dict, start: int) -> extraction.Number:
    decimals = {name: to_decimal(number[name]) for name in ("value", "value_max")}
    place = {"start": start + number["start"], "end": start + number["end"]}
    return extraction.Number(**{**number, **decimals, **place})


def _tax_policy(said: Said) -> extraction.TaxPolicy:
    parameters = (
        extraction.Parameter(**{**parameter, "value": to_decimal(parameter["value"])})
        for parameter in said.fields["parameters"]
    )
    return _make(
        extraction.TaxPolicy,
        said,
        kind=said.fields["relief"],
        parameters=tuple(parameters),
        conditions=said.fields["conditions"] or "",
    )


def _make(kind: type, said: Said, /, **changed: object) -> object:
    """The value with its evidence, its fields as they are, and those `changed`."""
    evidence = {"start": said.start, "end": said.end, "key": said.key}
    more = {"part": said.part, "doubt": said.doubt}
    names = set(kind.__dataclass_fields__)
    values = {**said.fields, **more, **evidence, **changed}
    return kind(**{name: value for name, value in values.items() if name in names})


def _plain(kind: type) -> Callable[[Said], object]:
    return lambda said: _make(kind, said)


MAKERS: dict[str, Callable[[Said], object]] = {
    Kind.TARGET: _target,
    Kind.GOAL: _goal,
    Kind.SECTOR_DIRECTION: _plain(extraction.SectorDirection),
    Kind.SECTOR_MENTION: _plain(extraction.SectorMention),
    Kind.MEASURE: _measure,
    Kind.TAX_POLICY: _tax_policy,
    Kind.CITATION: _plain(extraction.Citation),
}
