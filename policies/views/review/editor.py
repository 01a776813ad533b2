"""The form of a record: FIELDS as inputs, filled with what was typed or what stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from policies.models.fields import FIELDS, Field

from .field_shapes import Cell, Choices, shape_of
from .term_names import TermNames
from .typed import Typed, input_name, row_count

SPARE_ROWS = 2


@dataclass(frozen=True)
class Input:
    id: str
    name: str
    label: str
    widget: str
    hint: str  # which cell of a row it is
    value: str
    choices: Choices
    list: str  # id of the datalist of a term
    required: bool


@dataclass(frozen=True)
class Edited:
    """One field of the form; `changed` where what is typed is not what stands."""

    name: str
    label: str
    required: bool
    several: bool
    rows: tuple[tuple[Input, ...], ...]
    changed: bool
    machine: str = ""  # what the machine said, where that differs

    @property
    def short(self) -> bool:
        """Whether two of the kind have room side by side."""
        return not self.several and self.rows[0][0].widget not in {"area", "term"}


@dataclass(frozen=True)
class Editor:
    fields: tuple[Edited, ...]
    lists: Mapping[str, tuple[str, ...]]  # datalist id -> names


def editor(
    kind: str,
    typed: Typed,
    terms: TermNames,
    *,
    names: Iterable[str] | None = None,
    changed: Iterable[str] = (),
    machine: Mapping[str, str] | None = None,
    prefix: str = "f",
) -> Editor:
    """Return the form of a kind, or of only the fields `names`; `prefix` keeps ids apart."""
    chosen = [f for f in FIELDS[kind] if names is None or f.name in names]
    fields = tuple(_edited(f, typed, f.name in set(changed), machine or {}, prefix) for f in chosen)
    tables = {cell.table for f in chosen for cell in shape_of(f).cells if cell.table}
    return Editor(fields, {t: tuple(terms.table(t).values()) for t in sorted(tables)})


def _edited(
    field: Field, typed: Typed, changed: bool, machine: Mapping[str, str], prefix: str
) -> Edited:
    shape = shape_of(field)
    count = row_count(field, typed) + SPARE_ROWS if shape.several else 1
    rows = tuple(
        tuple(_input(field, row, cell, typed, prefix) for cell in shape.cells)
        for row in range(count)
    )
    return Edited(
        name=field.name,
        label=field.label,
        required=field.required,
        several=shape.several,
        rows=rows,
        changed=changed,
        machine=machine.get(field.name, ""),
    )


def _input(field: Field, row: int, cell: Cell, typed: Typed, prefix: str) -> Input:
    name, several = input_name(field, row, cell), shape_of(field).several
    choices = cell.choices
    if cell.widget == "choice" and not several and not field.required:
        choices = (("", "（未标明）"), *choices)
    return Input(
        id=f"{prefix}-{name}".replace(".", "-"),
        name=name,
        label=f"{field.label}{f' {cell.label} {row + 1}' if several else ''}",
        widget=cell.widget,
        hint=cell.label if several else "",
        value=typed.get(name, cell.usual),
        choices=choices,
        list=f"terms-{cell.table}" if cell.table else "",
        required=field.required and not several,
    )
