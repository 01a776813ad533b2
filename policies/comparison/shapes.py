"""The shape of a comparison: columns are documents, rows are what they speak of."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Fact = Mapping[str, Any]  # one record's effective fields (reading.py)

STATED, ABSENT, NOT_APPLICABLE, NOT_EXTRACTED = (
    "stated",
    "absent",
    "not_applicable",
    "not_extracted",
)
DIFFERING, PARTIAL, COMMON, UNIQUE = "differing", "partial", "common", "unique"
CLASSES = {DIFFERING: "有差异", PARTIAL: "部分地区有", COMMON: "一致", UNIQUE: "独有"}
MAX_COLUMNS = 40


@dataclass(frozen=True, slots=True)
class Column:
    """A document as a column head."""

    document: str  # slug
    province: str  # slug, "" without one
    gb_code: str
    label: str  # 云南
    title: str
    title_is_editorial: bool
    number: str
    issued_on: date | None
    validity: str  # in words
    kinds: frozenset[str]  # kinds of records that were extracted
    parts: frozenset[str]  # parts that were recognised
    base: bool = False
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document says on one row; never blank: `label` puts an empty state in words."""

    state: str  # stated | absent | not_applicable | not_extracted
    records: tuple[Fact, ...] = ()
    reviewed: bool = False  # a person confirmed the absence
    label: str = ""  # 专节, 未检出 …
    signature: Hashable = None  # equal for cells that say the same
    differs: tuple[str, ...] = ()  # names of the facts that differ from base or majority
    reference: bool = False  # what the others' marks are against

    def marked(self, differs: tuple[str, ...] = (), reference: bool = False) -> "Cell":
        """The cell with marks; a fifth of the time that dataclasses.replace takes."""
        own = (self.state, self.records, self.reviewed, self.label, self.signature)
        return Cell(*own, differs, reference)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its name, its group, its place in the vocabulary's order."""

    label: str
    group: str  # code
    group_label: str
    order: tuple[int | str, ...]
    note: str = ""  # what every reader of the row must know: 税制已调整
    link: str = ""  # anchor of its definition in /methods/, "" for none
    national: bool = False  # national law restated: an empty cell does not mean it doesn't apply
    folded: bool = False  # stands folded while other rows are open
    depth: int = 0  # steps below the topmost row of its group


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    place: Place
    cells: tuple[Cell, ...]
    coverage: str  # all | some | one
    agreement: str  # single | same | different | not_comparable
    class_: str  # differing | partial | common | unique
    note: str = ""  # why it can't be compared, in words
    differs: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.place.label

    @property
    def comparable(self) -> bool:
        return self.agreement != "not_comparable"

    @property
    def stated(self) -> int:
        return sum(cell.state == STATED for cell in self.cells)

    @property
    def missing(self) -> int:
        return sum(cell.state == ABSENT for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one class that stand together; `only` names the column that has them alone."""

    code: str
    label: str
    class_: str
    rows: tuple[Row, ...]
    only: Column | None = None
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """有差异 7，其中缺 1–3 省."""

    class_: str
    label: str
    count: int
    missing: tuple[int, int] | None  # fewest and most provinces missing, where any is


@dataclass(frozen=True, slots=True)
class Comparison:
    dimension: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    tallies: tuple[Tally, ...]  # over all rows, also those that `only` hides
    base: str = ""
    only: tuple[str, ...] = ()
    ignored: Mapping[str, list[str]] = field(default_factory=dict)

    @property
    def synthetic(self) -> bool:
        return any(column.synthetic for column in self.columns)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in the order of the page."""
        return tuple(row for group in self.groups for row in group.rows)
