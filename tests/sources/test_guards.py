"""Bombs: refused in Chinese, within the time, and without the server's memory noticing."""

import contextlib
import re
import time
import zlib
from pathlib import Path

import pytest

from policies.sources import SourceError, limits, read

from .builders import docx, raw_pdf, stream, unzipped, zipped
from .test_pdf import EMPTY

GOOD = unzipped(docx(["企业技术改造"]))
BOMB = GOOD | {"word/media/a": b"\0" * (limits.ZIP_MAX_UNPACKED + 1)}
CHINESE = re.compile(r"[\u4e00-\u9fff]{4}")


def pdf_bomb(megabytes: int, layers: int = 1) -> bytes:
    content = zlib.compress(b" " * (megabytes * limits.MiB), 9)
    for _ in range(layers - 1):
        content = zlib.compress(content, 9)
    names = b"/FlateDecode " * layers
    return raw_pdf([*EMPTY, stream(content, b"/Filter[%s]" % names)])


def pdf_loop() -> bytes:
    """A tree of pages that holds itself."""
    return raw_pdf([EMPTY[0], b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"])


def formatted(number: int) -> bytes:
    """Unclosed formatting elements, which the parser repeats in every paragraph."""
    opened = "".join(f"<b class=x{n}>" for n in range(200))
    return (opened + "<p>字" * number).encode()


@pytest.mark.parametrize(
    ("data", "name", "seconds"),
    [
        (zipped(BOMB), "a.docx", 1),
        (zipped(GOOD | {"../a": b"x"}), "a.docx", 1),
        (zipped(GOOD | {"word/document.xml": b"<!DOCTYPE a>"}), "a.docx", 1),
        (zipped(GOOD | {"word/document.xml": b"<a>" * 100_000}), "a.docx", 20),
        (b"%PDF-1.5\n", "a.docx", 1),
        (pdf_bomb(200), "a.pdf", 20),
        (pdf_bomb(200, layers=2), "a.pdf", 20),
        (pdf_loop(), "a.pdf", 20),
        (b"<div>" * 500_000, "a.html", 20),
        (b"<b><p>" * 500_000, "a.html", 20),
        ("<meta charset=utf-8><p>企业技术改造".encode("gb18030"), "a.html", 20),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_refused_in_time_and_memory(data, name, seconds):
    before, began = _forget_peak(), time.monotonic()
    with pytest.raises(SourceError) as refusal:
        read(data, name)
    assert time.monotonic() - began < seconds
    assert _peak_kilobytes() - before < 64 * 1024
    assert CHINESE.search(refusal.value.reason)


def test_the_child_sees_none_of_the_environment(monkeypatch):
    # A variable that would break every Python that inherits it.
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    assert read(docx(["甲"]), "a.docx").text == "甲"


def test_the_clock(monkeypatch):
    monkeypatch.setattr("policies.sources.confined.CHILD_WALL_SECONDS", 0.01)
    with pytest.raises(SourceError) as refusal:
        read(docx(["甲"]), "a.docx")
    assert refusal.value.code == "too_slow"


@pytest.mark.slow
@pytest.mark.parametrize("number", [100_000, 800_000])
def test_what_passes_the_guard_of_depth_is_still_confined(number):
    """Whether it is read or refused: in time, and not in the server's memory."""
    data = formatted(number)
    before, began = _forget_peak(), time.monotonic()
    with contextlib.suppress(SourceError):
        read(data, "a.html")
    assert time.monotonic() - began < 20
    assert _peak_kilobytes() - before < 64 * 1024


def _forget_peak() -> int:
    """Set the kernel's high-water mark to what is held now and return it, in kilobytes.

    Building the bombs has driven it far above what opening one would.
    """
    Path("/proc/self/clear_refs").write_text("5")
    return _peak_kilobytes()


def _peak_kilobytes() -> int:
    """The most this process has held since the mark was set."""
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])


def test_the_mark_sees_what_a_bomb_would_take():
    before = _forget_peak()
    assert len(zlib.decompress(zlib.compress(b" " * (80 * limits.MiB)))) == 80 * limits.MiB
    assert _peak_kilobytes() - before > 64 * 1024
