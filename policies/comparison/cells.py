"""One cell: what a document says on a row, or which kind of empty it is."""

from dataclasses import dataclass

from .agreement import Records
from .dimension import ABSENT_LABEL, REVIEWED_LABEL, Dimension
from .shapes import ABSENT, NOT_APPLICABLE, NOT_EXTRACTED, STATED, Cell, Column, Place
from .terms import Terms

FILTERED_LABEL = "无符合筛选的记录"
NATIONAL_LABEL = "本文件未重申（国家政策统一适用）"


@dataclass(frozen=True, slots=True)
class Question:
    """What is compared: the dimension, its vocabulary, and what people confirmed."""

    dimension: Dimension
    terms: Terms
    columns: tuple[Column, ...]
    confirmed: frozenset[tuple[str, str]] = frozenset()  # (document, row key) of reviewed absences
    filtered: bool = False  # a facet selection narrows the records


def cell_of(asked: Question, key: str, place: Place, column: Column, records: Records) -> Cell:
    """Return the cell of `column`; never a blank one."""
    if records:
        label = asked.dimension.label(key, records, asked.terms)
        signature = asked.dimension.signature(key, records, asked.terms)
        return Cell(STATED, records, label=label, signature=signature)
    if not asked.dimension.applies(key, column, asked.terms):
        return Cell(NOT_APPLICABLE, label="不适用（国家规定未及于该地区）")
    if why := _not_extracted(asked.dimension, column):
        return Cell(NOT_EXTRACTED, label=why)
    return _absent(asked, key, place, column)


def _not_extracted(dimension: Dimension, column: Column) -> str:
    if not column.kinds.issuperset(dimension.kinds):
        return "未抽取（未运行该类抽取）"
    if dimension.parts and column.parts.isdisjoint(dimension.parts):
        return "未抽取（所在部分未识别）"
    return "" if column.parts else "未抽取（文件结构未识别）"


def _absent(asked: Question, key: str, place: Place, column: Column) -> Cell:
    if asked.filtered:
        return Cell(ABSENT, label=FILTERED_LABEL)
    label = NATIONAL_LABEL if place.national else ABSENT_LABEL
    if (column.document, key) not in asked.confirmed:
        return Cell(ABSENT, label=label)
    national = "" if label == ABSENT_LABEL else f"；{label}"
    return Cell(ABSENT, reviewed=True, label=f"{REVIEWED_LABEL}{national}")
