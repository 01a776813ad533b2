"""A field's JSON value in words, for showing old beside new."""

import json

from policies.models import Correction, field_named
from policies.models.fields import FIELDS, Field

from .field_shapes import Cell, shape_of
from .term_names import TermNames

NOTHING = "（空）"


def value_words(field: Field, value: object, terms: TermNames) -> str:
    """Return the value as a person reads it; （空） for none."""
    shape = shape_of(field)
    if value is None or value == "" or value == []:
        return NOTHING
    if not shape.several:
        items = value if isinstance(value, list) else [value]
        return "；".join(_cell_words(shape.cells[0], item, terms) for item in items)
    return "；".join(_row_words(shape.cells, item, terms) for item in value)


def change_words(correction: Correction, kind: str, terms: TermNames) -> tuple[str, str]:
    """Return (old, new) of any correction in words."""
    if correction.action == Correction.Action.FIELD:
        field = field_named(kind, correction.field)
        return value_words(field, correction.seen, terms), value_words(
            field, correction.value, terms
        )
    if correction.action in {Correction.Action.SPAN, Correction.Action.ADD}:
        place = (
            f"第 {correction.start}–{correction.end} 字"
            if correction.start is not None
            else "位置待定"
        )
        seen = correction.seen and f"第 {correction.seen[0]}–{correction.seen[1]} 字"
        return seen or NOTHING, f"{place}：{correction.quote}"
    if correction.action == Correction.Action.GLYPH:
        return code_points(correction.seen or ""), str(correction.value)
    if correction.action == Correction.Action.ABSENCE:
        return NOTHING, terms.row(correction.key)
    return correction.quote or "", correction.get_action_display()


def fields_words(kind: str, fields: dict, terms: TermNames) -> list[tuple[str, str]]:
    """Return (label, words) of the fields that say something."""
    rows = [(f.label, value_words(f, fields.get(f.name), terms)) for f in FIELDS[kind]]
    return [(label, words) for label, words in rows if words not in {NOTHING, "否"}]


def code_points(text: str) -> str:
    """Damaged characters by number: they have no shape."""
    return "".join(f"〔U+{ord(c):04X}〕" if "\ue000" <= c <= "\uf8ff" else c for c in text)


def _row_words(cells: tuple[Cell, ...], item: object, terms: TermNames) -> str:
    if not cells[0].name:
        return _cell_words(cells[0], item, terms)
    shown = [cell for cell in cells if cell.widget != "offset"]
    return " ".join(w for cell in shown if (w := _cell_words(cell, item.get(cell.name), terms)))


def _cell_words(cell: Cell, value: object, terms: TermNames) -> str:
    if value is None:
        return ""
    if cell.widget == "flag":
        return "是" if value else "否"
    if cell.widget == "choice":
        return dict(cell.choices).get(value, str(value))
    if cell.widget == "term":
        return terms.name(cell.table, value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
