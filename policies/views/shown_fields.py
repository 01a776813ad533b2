"""A record's fields as label and words, in the order of models/fields.py, empty ones left out."""

from dataclasses import dataclass

from policies.comparison.wording import number_form, period, quantity
from policies.models import ActorRole, NumberRole, Record, Relation
from policies.models.fields import FIELDS, Field

LINKED = {
    "themes": ("theme_links", "theme"),
    "instruments": ("instrument_links", "instrument"),
    "tools": ("tool_links", "tool"),
    "indicators": ("indicator_links", "indicator"),
}


@dataclass(frozen=True)
class Shown:
    """One field for reading: its name (for addresses), its label, its words."""

    name: str
    label: str
    words: tuple[str, ...]
    extracted: str | None = None  # what the machine said, where a person changed it


def shown_fields(record: Record) -> list[Shown]:
    """Return the fields that say something. Costs no query after `with_facts().with_links()`."""
    rows = []
    for field in FIELDS[record.kind]:
        words = _words(record, field, record.effective.get(field.name))
        if words:
            rows.append(Shown(field.name, field.label, tuple(words), _changed(record, field)))
    return rows


def _words(record: Record, field: Field, value: object) -> list[str]:
    if value is None or value == "" or value == [] or value is False:
        return []
    if field.type in LINKED:
        links, name = LINKED[field.type]
        rows = getattr(record, links).all()
        return [getattr(row, name).name for row in rows if getattr(row, "direct", True)]
    return READ[field.type](record, field, value)


def _changed(record: Record, field: Field) -> str | None:
    """The extracted value in plain form where the effective one differs."""
    if record.extracted is None or field.name not in record.extracted:
        return None
    value = record.extracted[field.name]
    if value == record.effective.get(field.name):
        return None
    return "、".join(map(str, value)) if isinstance(value, list) else str(value or "（空）")


def _sector_words(record: Record, field: Field, value: object) -> list[str]:
    rows = [row for row in record.sector_links.all() if row.direct]
    note = {Relation.RELATED: "（相关）"}
    return [row.sector.name + note.get(row.relation, "") for row in rows]


def _actor_words(record: Record, field: Field, value: list) -> list[str]:
    return [f"{actor['as_written']}（{ActorRole(actor['role']).label}）" for actor in value]


def _number_words(record: Record, field: Field, value: list) -> list[str]:
    return [
        f"{NumberRole(number['role']).label} {quantity(number)}"
        + (f"（{number['what']}）" if number["what"] else "")
        for number in value
    ]


def _parameter_words(record: Record, field: Field, value: list) -> list[str]:
    return [f"{number_form(p['value'])} {p['unit']}（{p['what']}）" for p in value]


READ = {
    "text": lambda record, field, value: [period(value) if field.name == "due" else value],
    "decimal": lambda record, field, value: [number_form(value)],
    "integer": lambda record, field, value: [str(value)],
    "flag": lambda record, field, value: ["是"],
    "choice": lambda record, field, value: [dict(field.choices)[value]],
    "words": lambda record, field, value: value,
    "parameters": _parameter_words,
    "relief": lambda record, field, value: [record.taxpolicy.relief.name],
    "sector": _sector_words,
    "sectors": _sector_words,
    "actors": _actor_words,
    "numbers": _number_words,
}
