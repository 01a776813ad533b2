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
_TABLE_POINTS = 21  # half points: 五号
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


def add_table(paper: Paper, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Append a ruled table whose head row is printed again on every page.

    Built as XML in one piece: python-docx looks for a cell's place anew at each access, and a
    table of two thousand rows takes minutes. Texts must be free of control characters.
    """
    section = paper.sections[0]
    width = (section.page_width - 2 * _MARGIN) // len(heads) // 635  # English metric units to twips
    grid = f'<w:gridCol w:w="{width}"/>' * len(heads)
    body = "".join(_row(row, width) for row in rows)
    table = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_row(heads, width, head=True)}{body}</w:tbl>"
    )
    paper.element.body.insert_element_before(table, "w:sectPr")


def _row(texts: Sequence[str], width: int, head: bool = False) -> str:
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        + "".join(_paragraph(line, head) for line in text.split("\n"))
        + "</w:tc>"
        for text in texts
    )
    return f"<w:tr>{mark}{cells}</w:tr>"


def _paragraph(text: str, bold: bool) -> str:
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{BODY}"/>'
    weight = "<w:b/>" if bold else ""
    size = f'<w:sz w:val="{_TABLE_POINTS}"/>'
    run = f'<w:r><w:rPr>{fonts}{weight}{size}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p>{run}</w:p>"
