"""Official paper in python-docx: fonts with fallbacks, landscape, — 1 —, a head row that repeats."""

from collections.abc import Sequence
from xml.sax.saxutils import escape

from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt
from docx.text.run import Run

TITLE = "方正小标宋简体"  # Word falls back to 宋体 where it is not installed
BODY = "仿宋_GB2312"  # Word falls back to 仿宋
LATIN = "Times New Roman"
_A4, _A3 = (Mm(297), Mm(210)), (Mm(420), Mm(297))
_MARGIN = Mm(20)
_TABLE_POINTS, _SMALL_POINTS = 21, 18  # half points: 五号, 小五
_FITTING = 400  # characters of a cell that stand on one sheet
_CLOSE = '<w:spacing w:before="0" w:after="0" w:line="280" w:lineRule="exact"/>'
_INSETS = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def styled(run: Run, font: str, size: Length, bold: bool = False) -> Run:
    """Set the font for Latin and, what Word needs apart, for East Asian characters."""
    run.font.name, run.font.size, run.font.bold = LATIN, size, bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return run


def landscape(paper: Paper, wide: bool) -> None:
    """A4 landscape, A3 where `wide`."""
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _A3 if wide else _A4
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN


def page_number(paper: Paper) -> None:
    """— 1 — at the foot of every page."""
    line = paper.sections[0].footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styled(line.add_run("— "), BODY, Pt(14))
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._p.append(field)
    styled(line.add_run(" —"), BODY, Pt(14))


def add_table(
    paper: Paper, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[int] = ()
) -> None:
    """Append a ruled table whose head row is printed again on every page.

    `shares` are the columns' parts of the width, all alike where it is empty. The first line of a
    head is bold, further ones are small. Built as XML in one piece: python-docx looks for a cell's
    place anew at each access, and a table of two thousand rows takes minutes. Texts must be free
    of control characters.
    """
    widths = _widths(paper, shares or [1] * len(heads))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(_row(row, widths) for row in rows)
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>{_INSETS}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_row(heads, widths, head=True)}{body}</w:tbl>"
    )
    paper.element.body.insert_element_before(table, "w:sectPr")


def _widths(paper: Paper, shares: Sequence[int]) -> list[int]:
    section = paper.sections[0]
    whole = (section.page_width - 2 * _MARGIN) // 635  # English metric units to twips
    return [whole * share // sum(shares) for share in shares]


def _row(texts: Sequence[str], widths: Sequence[int], head: bool = False) -> str:
    """A row that fits a sheet is not broken across two."""
    marks = "<w:tblHeader/>" if head else ""
    if max(map(len, texts), default=0) < _FITTING:
        marks = f"<w:cantSplit/>{marks}"
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        + "".join(_paragraph(line, head, place) for place, line in enumerate(text.split("\n")))
        + "</w:tc>"
        for text, width in zip(texts, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{marks}</w:trPr>{cells}</w:tr>"


def _paragraph(text: str, head: bool, place: int) -> str:
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{BODY}"/>'
    weight = "<w:b/>" if head and not place else ""
    size = f'<w:sz w:val="{_SMALL_POINTS if head and place else _TABLE_POINTS}"/>'
    middle = '<w:jc w:val="center"/>' if head else ""
    run = f'<w:r><w:rPr>{fonts}{weight}{size}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{_CLOSE}{middle}</w:pPr>{run}</w:p>"
