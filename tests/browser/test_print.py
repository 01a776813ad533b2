"""On paper: 对照要点 takes one sheet; a comparison repeats its heads and gives every place."""

import io
import unicodedata
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
A4_LANDSCAPE = (842, 595)  # points


def printed(page: Page) -> list[str]:
    """The text of each sheet, without white space; fonts may print 山 as a radical."""
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert {(round(s.mediabox.width), round(s.mediabox.height)) for s in sheets} == {A4_LANDSCAPE}
    return [
        "".join(unicodedata.normalize("NFKC", sheet.extract_text()).split()) for sheet in sheets
    ]


def test_five_columns_of_key_points_fit_one_sheet(open_page: Open) -> None:
    (sheet,) = printed(open_page("/compare/digest/"))
    for province in ("山东", "河南", "云南", "甘肃", "新疆"):
        assert province in sheet
    assert "以发文机关正式文本为准" in sheet


def test_a_printed_comparison_repeats_its_heads_and_gives_places(open_page: Open) -> None:
    sheets = printed(open_page("/compare/targets/?doc=yunnan&doc=gansu"))
    table = [sheet for sheet in sheets if "〔" in sheet]
    assert len(table) > 2
    assert "日期原文未载" in sheets[0]  # what is known of the documents, once
    assert "2012-12-11" in sheets[0]
    for sheet in table[:-1]:  # the last may hold charts and the citation only
        assert sheet.startswith(sheets[0][: sheets[0].index("目标云南")] + "目标云南甘肃") or (
            sheet.startswith("目标云南甘肃")
        )


def test_no_part_of_a_row_stands_on_a_sheet_without_its_name(open_page: Open) -> None:
    page = open_page("/compare/measures/?instrument=land&instrument=tax")
    names = ["".join(name.split()) for name in page.locator(".row-name").all_inner_texts()]
    table = [sheet for sheet in printed(page) if "〔" in sheet and any(n in sheet for n in names)]
    assert len(table) > 2
    for sheet in table:
        assert min(sheet.find(name) for name in names if name in sheet) < sheet.index("〔")
