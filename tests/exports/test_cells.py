"""Cells that spreadsheets must not run, and those that must stay as they are."""

import pytest

from policies.exports.cells import XLSX_LONGEST, csv_cell, xlsx_cell


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),  # trimmed by some programs before they look
        ("＝1", "'＝1"),  # full width is a formula in East Asian settings
        ("\0=1", "'=1"),
        ("-6.2", "-6.2"),  # a negative number
        (-6.2, "-6.2"),
        ("a=b", "a=b"),
        ("≥ 35 %", "≥ 35 %"),
        (["财政", "税务"], "财政；税务"),
        (["=1", "2"], "'=1；2"),
        (None, ""),
        (True, "是"),
        (False, "否"),
    ],
)
def test_csv_cell(value: object, cell: str) -> None:
    assert csv_cell(value) == cell


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (35, 35),
        (1.5, 1.5),
        ("=1+1", "=1+1"),  # the writer stores text as text
        ("1\ue0105%", "1\ue0105%"),  # a damaged glyph is part of the text
        ("a\x0bb\x00c", "abc"),
        (True, "是"),
        ("字" * (XLSX_LONGEST + 1), "字" * (XLSX_LONGEST - 1) + "…"),
    ],
)
def test_xlsx_cell(value: object, cell: object) -> None:
    assert xlsx_cell(value) == cell
