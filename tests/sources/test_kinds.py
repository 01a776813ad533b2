"""Bytes and name have to agree on what a file is."""

import pytest

from policies.sources.kinds import kind_of
from policies.sources.source import SourceError

from .builders import PARAGRAPHS, docx, page, pdf

DOCX, PDF, HTML = docx(["甲"]), pdf(PARAGRAPHS), page(PARAGRAPHS)
TXT = "一、总体要求".encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (TXT, "a.txt", "txt"),
        (TXT, "", "txt"),
        (TXT, "某省意见（2012.12）", "txt"),  # a dot is no suffix
        (b"<p>1 < 2</p>", "a.txt", "txt"),  # tags alone make no page of a .txt
        (HTML, "a.html", "html"),
        (HTML, "pasted", "html"),
        (b"<p>fragment", "a.htm", "html"),
        ("<!DOCTYPE html><p>".encode("utf-16"), "a.html", "html"),
        (b"\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- a -->\n<html>", "a", "html"),
        (DOCX, "a.DOCX", "docx"),
        (DOCX, "", "docx"),
        (PDF, "a.pdf", "pdf"),
    ],
)
def test_kind(data, name, kind):
    assert kind_of(data, name) == kind


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (PDF, "a.docx", "wrong_magic"),
        (PDF, "a.txt", "wrong_magic"),
        (DOCX, "a.pdf", "wrong_magic"),
        (DOCX, "a.html", "wrong_magic"),
        (HTML, "a.txt", "wrong_magic"),
        (HTML, "a.docx", "wrong_magic"),
        (TXT, "a.pdf", "wrong_magic"),
        (TXT, "a.html", "wrong_magic"),  # no tag in it
        (OLE, "a.docx", "unsupported_type"),  # a .doc renamed, or a .docx with a password
        (OLE, "a.doc", "unsupported_type"),
        (TXT, "a.rtf", "unsupported_type"),
        (DOCX, "a.xlsx", "unsupported_type"),
        (b"{\\rtf1", "a.txt", "unsupported_type"),
        (b"\x89PNG\r\n", "a", "unsupported_type"),
        (b"\x1f\x8b\x08", "a", "unsupported_type"),
    ],
)
def test_refused(data, name, code):
    with pytest.raises(SourceError) as refusal:
        kind_of(data, name)
    assert refusal.value.code == code
