"""A field's value as what stands in the inputs of a form, and back.

Inputs are named `field` for a single cell and `field.row.cell` for rows. `typed` is always what a
form would send: so a refused form shows again exactly what was typed.
"""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from policies.models.fields import FIELDS, Field
from policies.models.numbers import DIGITS, PLACES, to_json

from .field_shapes import Cell, Shape, shape_of
from .term_names import TermNames

Typed = Mapping[str, str]


class Mistyped(Exception):
    """What was typed cannot be a value; the message is for the person."""


def typed_of(kind: str, fields: Mapping[str, object], terms: TermNames) -> dict[str, str]:
    """Return what the inputs of a form for `fields` hold."""
    typed: dict[str, str] = {}
    for field in FIELDS[kind]:
        typed |= _typed_field(field, fields.get(field.name), terms)
    return typed


def value_of(field: Field, typed: Typed, terms: TermNames, length: int = 0) -> object:
    """Return the value in its JSON form. Raises Mistyped.

    `length` is the record's: a number typed without its place is said to stand anywhere in it.
    """
    shape = shape_of(field)
    try:
        if not shape.several:
            return _single(field, shape.cells[0], typed.get(field.name, ""), terms)
        return [_row(shape, row, terms, length) for row in _rows(field, shape, typed)]
    except Mistyped as mistake:
        raise Mistyped(f"{field.label}：{mistake}") from None


def row_count(field: Field, typed: Typed) -> int:
    """How many rows the inputs hold, up to the last that says something."""
    filled = [
        row for row in _row_numbers(field, typed) if any(_row_typed(field, row, typed).values())
    ]
    return max(filled, default=-1) + 1


def input_name(field: Field, row: int, cell: Cell) -> str:
    return f"{field.name}.{row}.{cell.name or 'code'}" if shape_of(field).several else field.name


def _typed_field(field: Field, value: object, terms: TermNames) -> dict[str, str]:
    shape = shape_of(field)
    if not shape.several:
        return {field.name: _text(shape.cells[0], value, terms)}
    return {
        input_name(field, row, cell): _text(cell, item[cell.name] if cell.name else item, terms)
        for row, item in enumerate(value or [])
        for cell in shape.cells
    }


def _text(cell: Cell, value: object, terms: TermNames) -> str:
    if value is None or value is False or value == []:
        return ""
    if cell.widget == "flag":
        return "on"
    if cell.widget == "term":
        return terms.name(cell.table, value)
    return "\n".join(value) if isinstance(value, list) else str(value)


def _rows(field: Field, shape: Shape, typed: Typed) -> list[dict[str, str]]:
    """The rows whose first free cell is filled; a row emptied there is a row taken away."""
    leading = next(cell for cell in shape.cells if cell.widget != "choice")
    rows = [_row_typed(field, row, typed) for row in _row_numbers(field, typed)]
    return [row for row in rows if row[leading.name]]


def _row_numbers(field: Field, typed: Typed) -> list[int]:
    """The rows that the form has inputs for; there may be any number."""
    numbers = {name.split(".")[1] for name in typed if name.startswith(f"{field.name}.")}
    return sorted(int(n) for n in numbers if n.isascii() and n.isdigit() and len(n) < 5)


def _row_typed(field: Field, row: int, typed: Typed) -> dict[str, str]:
    cells = shape_of(field).cells
    return {cell.name: typed.get(input_name(field, row, cell), "").strip() for cell in cells}


def _row(shape: Shape, row: Mapping[str, str], terms: TermNames, length: int) -> object:
    if not shape.cells[0].name:
        return _cell(shape.cells[0], row[""], terms)
    values = {cell.name: _cell(cell, row[cell.name], terms) for cell in shape.cells}
    if "start" in values and values["start"] is None:
        values |= {"start": 0, "end": length}
    return values


def _single(field: Field, cell: Cell, text: str, terms: TermNames) -> object:
    if field.type == "words":
        return [line.strip() for line in text.splitlines() if line.strip()]
    text = " ".join(text.split()) if cell.widget == "area" else text.strip()
    if cell.widget == "flag":
        return bool(text)
    return _cell(cell, text, terms) if text else None


def _cell(cell: Cell, text: str, terms: TermNames) -> object:
    if cell.widget == "number":
        return _number(text) if text else _absent(cell)
    if cell.widget in {"year", "offset"}:
        return _whole(text) if text else None
    if cell.widget == "term":
        return _code(cell, text, terms)
    return text


def _absent(cell: Cell) -> None:
    if cell.required:
        raise Mistyped(f"缺少{cell.label}")


def _number(text: str) -> int | float:
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise Mistyped(f"“{text}”不是数") from None
    if not value.is_finite() or not (value.is_zero() or -PLACES <= value.adjusted() < DIGITS):
        raise Mistyped(f"“{text}”超出范围")
    return to_json(value) if value else 0


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise Mistyped(f"“{text}”不是整数")
    return int(text)


def _code(cell: Cell, name: str, terms: TermNames) -> str:
    code = terms.code(cell.table, name)
    if code is None:
        raise Mistyped(f"词表中没有“{name}”")
    return code
