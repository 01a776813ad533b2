"""Word: paragraphs and tables in order, with the numbers Word prints."""

import pytest
from docx import Document

from policies.sources.docx import read_docx

from .builders import docx, docx_with, numbered, saved, unzipped, zipped

RUN = "<w:r><w:t>{}</w:t></w:r>"
P = "<w:p>{}</w:p>"
NS = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def lines(*bodies: str) -> list[str]:
    return read_docx(docx_with(*bodies)).text.split("\n")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (P.format(RUN.format("甲") + RUN.format("乙")), ["甲乙"]),
        (
            P.format("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>"),
            ["甲", "乙\t丙"],
        ),
        (P.format("<w:r><w:t>甲</w:t><w:br w:type='page'/><w:t>乙</w:t></w:r>"), ["甲乙"]),
        # Word keeps dates in smart tags, links and fields around runs
        (
            P.format(f'<w:smartTag w:element="chsdate">{RUN.format("2012年12月")}</w:smartTag>'),
            ["2012年12月"],
        ),
        (P.format(f"<w:hyperlink>{RUN.format('甲')}</w:hyperlink>"), ["甲"]),
        (P.format(f"<w:sdt><w:sdtContent>{RUN.format('甲')}</w:sdtContent></w:sdt>"), ["甲"]),
        (f"<w:sdt><w:sdtContent>{P.format(RUN.format('甲'))}</w:sdtContent></w:sdt>", ["甲"]),
        # tracked changes: what was put in stays, what was taken out goes
        (
            P.format(
                f"<w:ins>{RUN.format('甲')}</w:ins><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>"
            ),
            ["甲"],
        ),
        # hidden text is not seen; "not hidden" is
        (P.format("<w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r>" + RUN.format("乙")), ["乙"]),
        (P.format("<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>甲</w:t></w:r>"), ["甲"]),
        # a text box once, not again as its fallback
        (
            P.format(
                f"{RUN.format('甲')}<w:r><mc:AlternateContent {NS}><mc:Choice Requires='wps'><w:txbxContent>"
                f"{P.format(RUN.format('乙'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>"
                f"{P.format(RUN.format('乙'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
            ),
            ["甲", "乙"],
        ),
        # a generated table of contents repeats the headings
        (
            "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
            f"</w:sdtPr><w:sdtContent>{P.format(RUN.format('目录'))}</w:sdtContent></w:sdt>"
            + P.format(RUN.format("甲")),
            ["甲"],
        ),
    ],
)
def test_text(body, text):
    assert lines(body) == text


def test_tables_stand_where_they_are():
    document = Document()
    document.add_paragraph("甲")
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ["指标", "值", "投资", "5000亿元"], strict=True):
        cell.text = text
    document.add_paragraph("乙")
    assert read_docx(saved(document)).text.split("\n") == ["甲", "指标\t值", "投资\t5000亿元", "乙"]


def test_numbers_that_word_prints():
    assert lines(
        numbered("总体要求", 11),
        numbered("指导思想", 11, 1),
        numbered("基本原则", 11, 1),
        P.format(RUN.format("正文")),
        numbered("重点任务", 11),
        numbered("产品升级", 11, 1),  # counts anew below the next level
        numbered("细目", 11, 2),
        numbered("要点", 13),  # a bullet is no number
        numbered("附件", 12),  # a list of its own: starts again
        numbered("无此编号", 99),
        numbered("取消编号", 0),
    ) == [
        "一、总体要求",
        "（一）指导思想",
        "（二）基本原则",
        "正文",
        "二、重点任务",
        "（一）产品升级",
        "二.一.1　细目",
        "要点",
        "一、附件",
        "无此编号",
        "取消编号",
    ]


def test_a_guessed_number_is_said():
    reading = read_docx(docx_with(numbered("为了", 14)))
    assert reading.text == "第1条　为了"
    assert reading.warnings == ("自动编号格式 hebrew1 未能识别，按阿拉伯数字读入，请核对",)


def test_a_style_can_carry_the_number():
    files = unzipped(
        docx_with(
            '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>目标</w:t></w:r></w:p>'
        )
    )
    styles = files["word/styles.xml"].decode()
    start = styles.index("<w:pPr>", styles.index('w:styleId="Heading1"')) + len("<w:pPr>")
    number = '<w:numPr><w:numId w:val="11"/></w:numPr>'
    files["word/styles.xml"] = (styles[:start] + number + styles[start:]).encode()
    assert read_docx(zipped(files)).text == "一、目标"


@pytest.mark.parametrize(
    ("body", "warning"),
    [
        ("<w:r><w:footnoteReference w:id='1'/></w:r>", "脚注未读入"),
        (
            "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>",
            "符号字体的字符按私用区字符读入，请核对",
        ),
        ("<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>", "修订中删去的文字未读入"),
    ],
)
def test_what_is_left_out_is_said(body, warning):
    assert read_docx(docx_with(P.format(RUN.format("甲") + body))).warnings == (warning,)


def test_nothing_left_out_nothing_said():
    assert read_docx(docx(["甲"])).warnings == ()
