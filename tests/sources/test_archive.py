"""Zips that are refused by their directory, and by a DTD in their XML."""

import zipfile

import pytest

from policies.sources import limits
from policies.sources.archive import check_archive
from policies.sources.source import SourceError

from .builders import docx, unzipped, zipped

GOOD = unzipped(docx(["企业技术改造"]))
DOCUMENT = "word/document.xml"
DTD = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document'


def with_document(edit) -> bytes:
    return zipped(GOOD | {DOCUMENT: edit(GOOD[DOCUMENT].decode())})


def encrypted() -> bytes:
    data = bytearray(zipped(GOOD))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1  # the flag in the directory
    return bytes(data)


def lying() -> bytes:
    """The directory states a tenth of what the entry unpacks to."""
    data = bytearray(zipped({DOCUMENT: b" " * 100_000} | {"[Content_Types].xml": b"<a/>"}))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = (10_000).to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped(GOOD | {"word/media/a": b"\0" * (limits.ZIP_MAX_UNPACKED + 1)}), "zip_size"),
        (with_document(lambda xml: xml + " " * limits.ZIP_MAX_XML), "zip_size"),
        (zipped(GOOD | {"word/media/a": b"\0" * (5 * limits.MiB)}), "zip_ratio"),
        (zipped(GOOD | {f"a{n}": b"" for n in range(limits.ZIP_MAX_ENTRIES)}), "zip_entries"),
        (zipped(GOOD | {"../../etc/passwd": b"x"}), "zip_slip"),
        (zipped(GOOD | {"/etc/passwd": b"x"}), "zip_slip"),
        (zipped(GOOD | {"C:\\a": b"x"}), "zip_slip"),
        (zipped(GOOD, zipfile.ZIP_BZIP2), "zip_method"),
        (encrypted(), "encrypted"),
        (lying(), "broken"),
        (zipped(GOOD)[:2000], "broken"),
        (b"PK\x03\x04", "broken"),
        (zipped({"a.txt": b"x"}), "not_word"),
        (with_document(lambda xml: xml.replace("<w:document", DTD, 1)), "doctype"),
        (
            zipped(GOOD | {"word/_rels/document.xml.rels": b"<!DOCTYPE a SYSTEM 'http://a/'><a/>"}),
            "doctype",
        ),
        (
            zipped(GOOD | {"word/a.xml": ("<?xml version='1.0'?>" + DTD).encode("utf-16")}),
            "doctype",
        ),
        (zipped(GOOD | {"word/a.xml": DTD.encode("utf-16-be")}), "doctype"),  # no mark
        (
            zipped(GOOD | {"word/a.xml": b"<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE"}),
            "xml_encoding",
        ),
    ],
)
def test_refused(data, code):
    with pytest.raises(SourceError) as refusal:
        check_archive(data)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "data",
    [
        zipped(GOOD),
        zipped(GOOD | {"word/media/a..b.png": b"x"}),  # dots within a name
        zipped(GOOD | {"word/media/a.bin": b"<!DOCTYPE"}),  # no XML
        zipped(GOOD | {"word/media/a.bin": b"\0" * limits.ZIP_RATIO_FROM}),  # small, however packed
        zipped(GOOD, zipfile.ZIP_STORED),
    ],
)
def test_near_misses(data):
    check_archive(data)
