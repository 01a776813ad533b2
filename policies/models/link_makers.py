"""One function per type of field: its JSON form as unsaved links to vocabulary."""

from collections.abc import Callable

from django.db import models

from .choices import Kind, Relation, Via
from .fields import Field
from .numbers import to_decimal
from .record_links import (
    RecordActor,
    RecordBeneficiary,
    RecordIndicator,
    RecordInstrument,
    RecordNumber,
    RecordSector,
    RecordTheme,
    RecordTool,
)
from .records import Record
from .term_index import TermIndex

Row = models.Model


def _codes(model: type[Row], name: str) -> Callable:
    """Links of one vocabulary table; `cue` is the word that made the machine say so."""

    def rows(record: Record, field: Field, effective: dict, terms: TermIndex) -> list[Row]:
        cues = dict((record.extracted or {}).get("why", ()))
        return [
            model(
                record=record,
                position=place,
                cue=cues.get(code, ""),
                **{f"{name}_id": terms.id_of(name, code)},
            )
            for place, code in enumerate(dict.fromkeys(effective.get(field.name) or []))
        ]

    return rows


def _indicators(record: Record, field: Field, effective: dict, terms: TermIndex) -> list[Row]:
    """Each indicator, then the parents that are not named themselves (direct=False)."""
    named = list(dict.fromkeys(effective.get(field.name) or []))
    above = [code for child in named for code in terms.indicator_ancestors(child)]
    return [
        RecordIndicator(
            record=record,
            position=place,
            indicator_id=terms.id_of("indicator", code),
            direct=code in named,
        )
        for place, code in enumerate(dict.fromkeys(named + above))
    ]


def _sectors(record: Record, field: Field, effective: dict, terms: TermIndex) -> list[Row]:
    """Each sector, then its ancestors (direct=False).

    A sector stands once: as subject if it or any branch of it here is one, so that a filter on
    the sector finds what a filter on the branch finds.
    """
    rows: dict[str, RecordSector] = {}
    links = _as_links(record.kind, field, effective)
    for place, link in enumerate(links):
        for code in (link["sector"], *terms.sector_ancestors(link["sector"])):
            row = rows.setdefault(code, _sector_row(record, place, code, link, terms))
            row.direct |= code == link["sector"]
            if link["relation"] == Relation.SUBJECT:
                row.relation = Relation.SUBJECT
    for link in links:  # how the sector itself was found, not how its branch was
        rows[link["sector"]].via = link["via"]
    return list(rows.values())


def _as_links(kind: str, field: Field, effective: dict) -> list[dict]:
    value = effective.get(field.name)
    if field.type == "sectors":
        return value or []
    via = {Kind.SECTOR_DIRECTION: Via.HEADING}.get(kind, effective.get("via") or Via.WORD)
    return [{"sector": value, "relation": Relation.SUBJECT, "via": via}] if value else []


def _sector_row(record: Record, place: int, code: str, link: dict, terms: TermIndex) -> Row:
    return RecordSector(
        record=record,
        position=place,
        sector_id=terms.id_of("sector", code),
        relation=link["relation"],
        via=link["via"],
        direct=False,
    )


def _actors(record: Record, field: Field, effective: dict, terms: TermIndex) -> list[Row]:
    once = {(actor["as_written"], actor["role"]): actor for actor in effective.get("actors") or []}
    return [
        RecordActor(
            record=record,
            position=place,
            actor_id=terms.id_of("actor", actor["function"]),
            as_written=actor["as_written"],
            level=actor["level"],
            role=actor["role"],
        )
        for place, actor in enumerate(once.values())
    ]


def _numbers(record: Record, field: Field, effective: dict, terms: TermIndex) -> list[Row]:
    return [
        RecordNumber(
            record=record,
            position=place,
            value=to_decimal(number["value"]),
            value_max=to_decimal(number["value_max"]),
            start=record.start + number["start"],
            end=record.start + number["end"],
            **{name: number[name] for name in ("unit", "comparator", "what", "role")},
        )
        for place, number in enumerate(effective.get("numbers") or [])
    ]


def _words(record: Record, field: Field, effective: dict, terms: TermIndex) -> list[Row]:
    """Of the fields that hold words only the beneficiaries are a facet."""
    if field.name != "beneficiaries":
        return []
    longest = RecordBeneficiary._meta.get_field("name").max_length
    names = dict.fromkeys(name[:longest] for name in effective.get(field.name) or [])
    return [
        RecordBeneficiary(record=record, position=place, name=name)
        for place, name in enumerate(names)
    ]


MAKERS: dict[str, Callable] = {
    "themes": _codes(RecordTheme, "theme"),
    "instruments": _codes(RecordInstrument, "instrument"),
    "tools": _codes(RecordTool, "tool"),
    "indicators": _indicators,
    "sector": _sectors,
    "sectors": _sectors,
    "actors": _actors,
    "numbers": _numbers,
    "words": _words,
}
