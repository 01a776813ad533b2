"""A comparison's cells in words: what all files print alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from policies.comparison import CLASSES, DIMENSIONS, Cell, Column, Comparison, Row
from policies.comparison.shapes import STATED, Fact
from policies.comparison.wording import normal_form
from policies.models import Status

AGREEMENTS = {"single": "仅一地", "same": "相同", "different": "不同", "not_comparable": "不可比"}
STATES = {
    "stated": "有表述",
    "absent": "未检出",
    "not_applicable": "不适用",
    "not_extracted": "未抽取",
}
ROW_HEADS = ("分组", "行", "类别", "一致性", "差异项", "说明")
_LABELLED = {"sectors", "measures"}  # the label says more than the records do
_WARNED = {Status.DOUBTFUL, Status.CORRECTED, Status.ADDED}


@dataclass(frozen=True)
class Source:
    """Where one record of one cell stands."""

    number: int  # in the order of the table
    dimension: str
    row: Row
    column: Column
    cell: Cell
    fact: Fact | None  # None: the cell is empty


def dimension_name(comparison: Comparison) -> str:
    return DIMENSIONS[comparison.dimension].name


def row_heads(row: Row) -> tuple[str, ...]:
    """The words before a row's cells, in the order of ROW_HEADS."""
    return (
        row.place.group_label,
        row.label,
        CLASSES[row.class_],
        AGREEMENTS[row.agreement],
        "、".join(row.differs),
        row.note,
    )


def cell_words(dimension: str, cell: Cell) -> str:
    """What the cell says, each record on its line with its place; an empty state in words."""
    if cell.state != STATED:
        return cell.label
    head = [cell.label] if dimension in _LABELLED else []
    return "\n".join([*head, *map(record_words, cell.records)])


def record_words(fact: Fact) -> str:
    """≥ 35 % 年均增长：全省工业技术改造投资…〔二、（二）〕【存疑】."""
    form = normal_form(fact)
    status = f"【{Status(fact['status']).label}】" if fact["status"] in _WARNED else ""
    return f"{form}{'：' if form else ''}{fact['quote']}〔{fact['place']}〕{status}"


def head_words(column: Column) -> str:
    """云南 · 文号原文未载 · 日期原文未载."""
    issued = column.issued_on.isoformat() if column.issued_on else "日期原文未载"
    return " · ".join((column.label, column.number or "文号原文未载", issued))


def title_words(column: Column) -> str:
    """The document's title, marked where an editor gave it."""
    mark = "〔题名系编者所加〕" if column.title_is_editorial else ""
    return f"{column.title or column.document}{mark}"


def sources(comparisons: Iterable[Comparison]) -> Iterator[Source]:
    """Every record of every cell in the table's order; empty cells too, without a fact."""
    number = 0
    for comparison in comparisons:
        for row in comparison.rows:
            for column, cell in zip(comparison.columns, row.cells, strict=True):
                for fact in cell.records or (None,):
                    number += 1
                    yield Source(number, dimension_name(comparison), row, column, cell, fact)
