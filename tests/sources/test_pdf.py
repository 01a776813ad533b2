"""PDF: damaged glyphs, scans, broken and locked files, and what Chromium writes."""

import html
import subprocess
from pathlib import Path

import pytest

from policies.sources.pdf import read_pdf
from policies.sources.pdf_glyphs import DAMAGED
from policies.sources.source import SourceError

from .builders import PARAGRAPHS, pdf, raw_pdf, stream

JOINED = "段落由 PDF 的行拼接而成，请核对分段"
SEEDS = Path(__file__).parents[2] / "seeds"
EMPTY = [
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
]


def test_a_glyph_without_a_character_stays_visible():
    reading = read_pdf(pdf(PARAGRAPHS, unmapped="."))
    assert f"由0{DAMAGED}55%提高到1%" in reading.text
    assert reading.warnings == (JOINED, "有 1 处字形没有对应的文字，按私用区字符读入")


def test_a_sound_file_has_no_other_warning():
    assert read_pdf(pdf(PARAGRAPHS)).warnings == (JOINED,)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (raw_pdf([*EMPTY, stream(b"")]), "scanned"),
        (pdf(PARAGRAPHS, unmapped="".join(PARAGRAPHS)), "garbled"),
        (b"%PDF-1.4\n", "broken"),
        (
            pdf(PARAGRAPHS).replace(
                b"/Root", b"/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(x)/P 0>>/Root"
            ),
            "encrypted",
        ),
    ],
)
def test_refused(data, code):
    with pytest.raises(SourceError) as refusal:
        read_pdf(data)
    assert refusal.value.code == code


def test_a_page_without_text_is_named():
    data = pdf(PARAGRAPHS).replace(b"/Kids[6 0 R]/Count 1", b"/Kids[6 0 R 8 0 R]/Count 2")
    objects = data[: data.index(b"xref\n")] + b"8 0 obj\n" + EMPTY[2].replace(b"4 0 R", b"9 0 R")
    data = (
        objects
        + b"\nendobj\n9 0 obj\n"
        + stream(b"")
        + b"\nendobj\n"
        + data[data.index(b"xref\n") :]
    )
    assert "第 2 页没有文字（空白页、图片或扫描页），未读入" in read_pdf(data).warnings


@pytest.mark.browser
@pytest.mark.parametrize("style", ["p{text-indent:2em;margin:0}", "p{margin:0 0 12pt}"])
@pytest.mark.parametrize("seed", ["yunnan", "shandong"])
def test_what_chromium_prints(seed, style, tmp_path):
    """Justified, with radical look-alikes, type 3 fonts and paragraphs across pages."""
    text = (SEEDS / f"{seed}.txt").read_text(encoding="utf-8")
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    markup = "".join(f"<p>{html.escape(paragraph)}" for paragraph in paragraphs)
    (tmp_path / "a.html").write_text(
        "<!DOCTYPE html><html lang=zh-CN><meta charset=utf-8><style>@page{size:A4;margin:2.5cm}"
        f"body{{font-size:16pt;line-height:28pt;text-align:justify}}{style}</style>{markup}",
        encoding="utf-8",
    )
    subprocess.run(
        [
            "/usr/bin/chromium", "--headless", "--no-sandbox", "--disable-gpu",
            "--no-pdf-header-footer", f"--print-to-pdf={tmp_path / 'a.pdf'}", tmp_path / "a.html",
        ],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    assert read_pdf((tmp_path / "a.pdf").read_bytes()).text.split("\n") == paragraphs
