"""Official paper in python-docx: fonts with fallbacks, landscape, — 1 —, a head row that repeats."""

from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import _Cell, _Row
from docx.text.run import Run

TITLE = "方正小标宋简体"  # falls back to 宋体 where it is not installed
BODY = "仿宋_GB2312"  # falls back to 仿宋
_A4, _A3 = (Mm(297), Mm(210)), (Mm(420), Mm(297))


def styled(run: Run, font: str, size: Length, bold: bool = False) -> Run:
    """Set the font for Latin and, what Word needs apart, for East Asian characters."""
    run.font.name, run.font.size, run.font.bold = "Times New Roman", size, bold
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    fonts.set(qn("w:hint"), "eastAsia")
    return run


def landscape(paper: Paper, wide: bool) -> None:
    """A4 landscape, A3 where `wide`."""
    section = paper.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _A3 if wide else _A4
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin = section.bottom_margin = Mm(22)


def page_number(paper: Paper) -> None:
    """— 1 — at the foot of every page."""
    line = paper.sections[0].footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    styled(line.add_run("— "), BODY, Pt(14))
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._p.append(field)
    styled(line.add_run(" —"), BODY, Pt(14))


def repeat_head(row: _Row) -> None:
    """Print the row again at the top of every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def cell_text(cell: _Cell, text: str, bold: bool = False) -> None:
    """Write the text, a paragraph per line, in 五号 (10.5 pt)."""
    first, *others = text.split("\n")
    styled(cell.paragraphs[0].add_run(first), BODY, Pt(10.5), bold)
    for line in others:
        styled(cell.add_paragraph().add_run(line), BODY, Pt(10.5), bold)
