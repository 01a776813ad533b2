"""Comparisons as .docx in the form that officials hand up: title, table, 条款出处, 注."""

from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from policies.comparison import Column, Comparison, Row

from .cells import xlsx_cell
from .comparison_words import (
    Source,
    cell_words,
    dimension_name,
    head_words,
    sources,
    title_words,
)
from .paper import BODY, TITLE, add_table, landscape, page_number, styled
from .same_bytes import rezipped
from .stamp import Stamp

EVERYTHING = "摘录范围：所列文件中与所列维度有关的全部记录。"
NARROWED = "摘录范围：所列文件中符合下列网址所载条件的记录，并非全部。"
NOTE = "未检出系机器抽取结果，未经核对的不表示原文没有。"


def comparison_docx(comparisons: Sequence[Comparison], stamp: Stamp) -> bytes:
    """Return the paper: A4 landscape to five columns, A3 above. Same input, same bytes."""
    paper = Document()
    _properties(paper, stamp)
    landscape(paper, wide=bool(comparisons) and len(comparisons[0].columns) > 5)
    page_number(paper)
    for comparison in comparisons:
        _title(paper, f"企业技术改造政策{dimension_name(comparison)}对照表")
        _comparison_table(paper, comparison)
    _title(paper, "条款出处")
    _source_table(paper, [s for s in sources(comparisons) if s.fact])
    _notes(paper, comparisons, stamp)
    file = BytesIO()
    paper.save(file)
    return rezipped(file.getvalue())


def _properties(paper: Paper, stamp: Stamp) -> None:
    core = paper.core_properties
    core.title, core.author, core.comments = "政策对照表", "技改政策对照", stamp.words
    core.created = core.modified = stamp.created.replace(tzinfo=None)


def _title(paper: Paper, text: str) -> None:
    line = paper.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styled(line.add_run(text), TITLE, Pt(22))


def _subtitle(paper: Paper, text: str) -> None:
    line = paper.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styled(line.add_run(f"（{xlsx_cell(text)}）"), BODY, Pt(14))


def _comparison_table(paper: Paper, comparison: Comparison) -> None:
    _subtitle(paper, "、".join(column.label for column in comparison.columns))
    heads = (dimension_name(comparison), *map(_head, comparison.columns))
    rows = [
        (_row_words(row), *(cell_words(comparison.dimension, cell) for cell in row.cells))
        for row in comparison.rows
    ]
    _table(paper, heads, rows, [4, *(5 for _ in comparison.columns)])


def _head(column: Column) -> str:
    """The short name, below it number and date."""
    name, *others = head_words(column).split(" · ")
    return "\n".join((name, *others))


def _known(column: Column) -> str:
    return "，".join((*head_words(column).split(" · ")[1:], f"效力{column.validity}"))


def _row_words(row: Row) -> str:
    """The row's name, what differs, why it can't be compared."""
    what = "不可比：" if row.agreement == "not_comparable" else "差异："
    differs = f"{what}{'、'.join(row.differs)}" if row.differs else ""
    return "\n".join(filter(None, (row.label, differs, f"（{row.note}）" if row.note else "")))


def _source_table(paper: Paper, found: Sequence[Source]) -> None:
    heads = ("序号", "事项", "地区", "条款", "原文")
    rows = [
        (str(number), s.row.label, s.column.label, f"〔{s.fact['place']}〕", s.fact["quote"])
        for number, s in enumerate(found, 1)
    ]
    _table(paper, heads, rows, [2, 6, 3, 6, 23])


def _table(
    paper: Paper, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[int]
) -> None:
    add_table(paper, _clean(heads), [_clean(row) for row in rows], shares)


def _clean(texts: Sequence[str]) -> list[str]:
    """Text that XML can hold."""
    return [str(xlsx_cell(text)) for text in texts]


def _notes(paper: Paper, comparisons: Sequence[Comparison], stamp: Stamp) -> None:
    columns = comparisons[0].columns if comparisons else ()
    lines = [
        "注：",
        (NARROWED if stamp.narrowed else EVERYTHING) + NOTE,
        *(f"{column.label}：{title_words(column)}，{_known(column)}" for column in columns),
        f"生成时间即数据版本时间：{stamp.words}。",
        f"网址：{stamp.address}",
        "以发文机关正式文本为准。",
    ]
    for text in lines:
        styled(paper.add_paragraph().add_run(str(xlsx_cell(text))), BODY, Pt(10.5))
