"""Files that must be refused: bombs, tricks of the archive, false labels. Built when asked for."""

import io
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from policies.sources.limits import MAX_FILE_BYTES, ZIP_MAX_ENTRIES, ZIP_MAX_UNPACKED, MiB
from tests.sources.builders import docx, raw_pdf, stream, unzipped, zipped

ZIP_SECONDS, OTHER_SECONDS = 1, 20
CHINESE = "为贯彻落实国务院关于促进企业技术改造的指导意见，提出以下实施意见。"
EMPTY_PDF = (
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
)


@dataclass(frozen=True)
class Hostile:
    what: str
    name: str  # of the file
    build: Callable[[], bytes]
    seconds: int = OTHER_SECONDS


def hostile_files() -> tuple[Hostile, ...]:
    """Zip ones first."""
    return (*_ARCHIVES, *_PDFS, *_PAGES, *_LABELS)


def _archive(**more: bytes) -> bytes:
    return zipped(unzipped(docx([CHINESE])) | more)


def _named(name: str, content: bytes = b"x") -> Callable[[], bytes]:
    return lambda: _archive(**{name: content})


def _nested() -> bytes:
    inner = zipped({"a": b"\0" * (50 * MiB)})
    return _archive(**{f"word/media/{n}.zip": inner for n in range(20)}, **{"../b": inner})


def _lying_size() -> bytes:
    """The directory says 10 bytes; the entry holds 100 MB."""
    data = bytearray(_archive(**{"word/media/a.xml": b"\0" * (100 * MiB)}))
    size = (100 * MiB).to_bytes(4, "little")
    return bytes(data.replace(size, (10).to_bytes(4, "little")))


def _encrypted() -> bytes:
    """The flag that says so, in the directory and before the entry."""
    data = bytearray(_archive())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(mark)
        data[at + offset] |= 1
    return bytes(data)


def _many_entries() -> bytes:
    stream_ = io.BytesIO()
    with zipfile.ZipFile(stream_, "w") as archive:
        for number in range(ZIP_MAX_ENTRIES + 1):
            archive.writestr(str(number), b"")
    return stream_.getvalue()


def _squeezed(megabytes: int, layers: int) -> bytes:
    content = b" " * (megabytes * MiB)
    for _ in range(layers):
        content = zlib.compress(content, 9)
    return raw_pdf([*EMPTY_PDF, stream(content, b"/Filter[%s]" % (b"/FlateDecode " * layers))])


def _page_loop() -> bytes:
    return raw_pdf([EMPTY_PDF[0], b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"])


def _many_pages() -> bytes:
    kids = b"<</Type/Pages/Kids[%s]/Count 100000>>" % (b"3 0 R " * 100_000)
    return raw_pdf([EMPTY_PDF[0], kids, EMPTY_PDF[2], stream(b"")])


_LAUGHS = b'<!DOCTYPE a [<!ENTITY a "lol">%s]><a>&z;</a>' % b"".join(
    b'<!ENTITY %c "%s">' % (c, b"&%c;" % (c - 1) * 10) for c in range(ord("b"), ord("z") + 1)
)
_ARCHIVES = tuple(
    Hostile(what, "a.docx", build, ZIP_SECONDS)
    for what, build in (
        ("docx bomb: one entry too large", _named("word/media/a", b"\0" * (ZIP_MAX_UNPACKED + 1))),
        ("docx bomb: XML packed 1:1000", _named("word/a.xml", b" " * (15 * MiB))),
        ("docx bomb: archives in the archive", _nested),
        ("docx bomb: a directory that lies", _lying_size),
        ("docx bomb: 2001 entries", _many_entries),
        ("zip slip: ../", _named("../../etc/passwd")),
        ("zip slip: absolute", _named("/etc/passwd")),
        ("zip slip: backslash", _named("..\\a")),
        ("zip slip: drive", _named("C:/a")),
        ("DOCTYPE in the document", _named("word/document.xml", b"<!DOCTYPE a><a/>")),
        ("DOCTYPE: a billion laughs", _named("word/document.xml", _LAUGHS)),
        (
            "DOCTYPE in UTF-16",
            _named("word/document.xml", "<!DOCTYPE a><a/>".encode("utf-16")),
        ),
        ("encrypted", _encrypted),
        ("a zip that is no Word file", lambda: zipped({"a.txt": b"x"})),
        ("cut off", lambda: _archive()[:2000]),
    )
)
_PDFS = (
    Hostile("pdf bomb: 200 MB in a stream", "a.pdf", lambda: _squeezed(200, 1)),
    Hostile("pdf bomb: packed twice", "a.pdf", lambda: _squeezed(200, 2)),
    Hostile("pdf bomb: pages that hold themselves", "a.pdf", _page_loop),
    Hostile("pdf bomb: 100,000 pages", "a.pdf", _many_pages),
    Hostile("pdf, broken", "a.pdf", lambda: b"%PDF-1.7\n" + bytes(1000)),
)
_PAGES = (
    Hostile("deep HTML", "a.html", lambda: b"<div>" * 700_000),
    Hostile("deep HTML, inline", "a.html", lambda: b"<b><p>" * 600_000),
    Hostile("deep HTML in a table", "a.html", lambda: b"<table><tr><td>" * 250_000),
    Hostile("too large", "a.txt", lambda: b"a" * (MAX_FILE_BYTES + 1)),
)
_LABELS = (
    Hostile("a picture named .docx", "a.docx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100)),
    Hostile("a PDF named .docx", "a.docx", lambda: b"%PDF-1.5\n"),
    Hostile("a zip named .pdf", "a.pdf", _archive),
    Hostile("a program named .txt", "a.txt", lambda: b"\x7fELF" + bytes(100)),
    Hostile("old Word named .docx", "a.docx", lambda: b"\xd0\xcf\x11\xe0" + bytes(100)),
    Hostile("an unknown kind", "a.exe", lambda: CHINESE.encode()),
    Hostile(
        "GB18030 labelled UTF-8",
        "a.html",
        lambda: f"<meta charset=utf-8><p>{CHINESE}".encode("gb18030"),
    ),
    Hostile("Big5", "a.txt", lambda: "為貫徹落實國務院關於促進企業技術改造".encode("big5")),
    Hostile("UTF-16 without a mark", "a.txt", lambda: CHINESE.encode("utf-16-le")),
    Hostile("GB18030 under UTF-8's mark", "a.txt", lambda: b"\xef\xbb\xbf" + CHINESE.encode("gbk")),
    Hostile("UTF-8 cut within a character", "a.txt", lambda: CHINESE.encode()[:-1]),
    Hostile("U+FFFD in the text", "a.txt", lambda: f"{CHINESE}\ufffd".encode()),
)
