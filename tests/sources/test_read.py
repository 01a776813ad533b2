"""sources.read: what comes in, what comes out, what is refused."""

import hashlib
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from policies.sources import SourceError, limits, read

from .builders import PARAGRAPHS, docx, page, pdf

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TEXT = "\n".join(PARAGRAPHS)
LONG = "".join(chr(0x4E00 + n * n % 19_997) for n in range(limits.MAX_CHARACTERS + 1))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_seed_is_stored_as_it_stands(path):
    data = path.read_bytes()
    source = read(data, path.name)
    assert source.text.encode("utf-8") == data
    assert (source.reader, source.encoding, source.warnings) == ("txt", "utf-8", ())


@pytest.mark.parametrize(
    ("data", "name", "reader", "encoding"),
    [
        (TEXT.encode("utf-8"), "a.txt", "txt", "utf-8"),
        (TEXT.encode("utf-8-sig"), "a.txt", "txt", "utf-8"),
        (TEXT.encode("gb18030"), "a.TXT", "txt", "gb18030"),
        (TEXT.encode("utf-16"), "a.txt", "txt", "utf-16"),
        (TEXT.encode("utf-32"), "a.txt", "txt", "utf-32"),
        (TEXT.replace("\n", "\r\n").encode("utf-8"), "a.txt", "txt", "utf-8"),
        (TEXT.encode("utf-8"), "国发〔2012〕44号", "txt", "utf-8"),  # pasted, no suffix
        (page(PARAGRAPHS), "a.html", "html", "utf-8"),
        (page(PARAGRAPHS, "gb18030"), "a.htm", "html", "gb18030"),
        (docx(PARAGRAPHS), "a.docx", "docx", None),
        (pdf(PARAGRAPHS), "a.pdf", "pdf", None),
        (pdf(PARAGRAPHS, lines_per_page=3), "a.pdf", "pdf", None),  # paragraphs across pages
        (pdf(PARAGRAPHS), "without suffix", "pdf", None),
    ],
)
def test_the_same_text_from_every_format(data, name, reader, encoding):
    source = read(data, name)
    assert source.text.split("\n") == PARAGRAPHS
    assert (source.reader, source.encoding) == (reader, encoding)
    assert source.source_sha256 == hashlib.sha256(data).hexdigest()
    assert source.sha256 == hashlib.sha256(TEXT.encode("utf-8")).hexdigest()


def test_a_source_is_a_value():
    with pytest.raises(FrozenInstanceError):
        read(b"abc", "a.txt").text = ""


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("甲\r\n乙", "甲\n乙"),
        ("甲\r乙", "甲\n乙"),
        ("甲\n\r\n\n乙\n", "甲\n\n\n乙\n"),
        ("\u3000\u3000甲 \t乙\u3000", "\u3000\u3000甲 \t乙\u3000"),  # white space stays
        ("１８％，1\ue0105%", "１８％，1\ue0105%"),  # full-width and damaged characters stay
        ("甲\u2028乙\x0b丙", "甲\u2028乙\x0b丙"),  # no newlines of the stored text
    ],
)
def test_only_newlines_change(given, stored):
    assert read(given.encode("utf-8"), "a.txt").text == stored


@pytest.mark.parametrize(
    ("data", "name", "code", "reason"),
    [
        (b"", "a.txt", "empty", "文件为空"),
        (b"", "a.pdf", "empty", "文件为空"),
        (" \r\n\t\u3000\ufeff\u200b".encode(), "a.txt", "blank", "只有空白"),
        (page([""]), "a.html", "blank", "只有空白"),
        (docx([""]), "a.docx", "blank", "只有空白"),
        ("比重\ufffd%".encode(), "a.txt", "replacement_character", "1 处替换字符 U+FFFD"),
        (b"a" * (limits.MAX_PLAIN_BYTES + 1), "a.txt", "too_large", "上限 4 MB"),
        (b"a" * (limits.MAX_FILE_BYTES + 1), "a.pdf", "too_large", "上限 20 MB"),
        (b"a" * (limits.MAX_CHARACTERS + 1), "a.txt", "too_many_characters", "文字过长"),
        (docx([LONG]), "a.docx", "too_many_characters", "文字过长"),
    ],
)
def test_refused(data, name, code, reason):
    with pytest.raises(SourceError) as refusal:
        read(data, name)
    assert refusal.value.code == code
    assert reason in refusal.value.reason == str(refusal.value)
