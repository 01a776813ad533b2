"""PDF to lines: its text layer, lines joined to paragraphs, look-alike glyphs repaired."""

import io
import re
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from .characters import is_chinese
from .limits import PDF_MAX_PAGES
from .pdf_glyphs import DAMAGED, Glyphs
from .pdf_lines import Line, page_lines, without_running_lines
from .pdf_paragraphs import join_paragraphs
from .source import Reading, SourceError

JUDGED_FROM = 50  # characters; fewer are too few to call nonsense


def read_pdf(data: bytes) -> Reading:
    """Return the text of a PDF, one line a paragraph, with warnings; or refuse.

    Page numbers and running heads are left out; a glyph without a character becomes DAMAGED.
    """
    glyphs = Glyphs()
    pages = [page_lines(page, glyphs) for page in _open(data)]
    _check_has_text(pages)
    text = "\n".join(join_paragraphs(without_running_lines(pages)))
    _check_is_language(text)
    return Reading(text, None, tuple(_warnings(pages, text.count(DAMAGED))))


def _open(data: bytes) -> list:
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise SourceError("PDF 已加密，请先去掉密码", "encrypted")
        count = len(reader.pages)
    except PyPdfError:
        raise SourceError("PDF 已损坏，无法解析", "broken") from None
    if count > PDF_MAX_PAGES:
        raise SourceError(f"PDF 页数过多：{count} 页，上限 {PDF_MAX_PAGES} 页", "too_many_pages")
    return list(reader.pages)


def _check_has_text(pages: list[list[Line]]) -> None:
    if not any(pages):
        raise SourceError("PDF 没有文字层（多为扫描件），请先做文字识别或改用 Word 文件", "scanned")


def _check_is_language(text: str) -> None:
    if len(re.sub(r"\s", "", text)) >= JUDGED_FROM and not is_chinese(text):
        raise SourceError(
            "PDF 的字体没有文字对照，读出的不是中文，请改用 Word 或文本文件", "garbled"
        )


def _warnings(pages: list[list[Line]], damaged: int) -> Iterator[str]:
    yield "段落由 PDF 的行拼接而成，请核对分段"
    if empty := [str(number) for number, lines in enumerate(pages, 1) if not lines]:
        yield f"第 {'、'.join(empty)} 页没有文字（空白页、图片或扫描页），未读入"
    if damaged:
        yield f"有 {damaged} 处字形没有对应的文字，按私用区字符读入"
