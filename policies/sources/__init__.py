"""Bytes in, text out: the public surface of sources."""

import hashlib

from .confined import read_confined
from .kinds import kind_of
from .limits import MAX_CHARACTERS, MAX_FILE_BYTES, MAX_PLAIN_BYTES, MiB
from .source import Reading, Source, SourceError
from .txt import read_txt

__all__ = ["Source", "SourceError", "read"]


def read(data: bytes, name: str) -> Source:
    """Return the text of a .txt, .html, .docx or .pdf, given its bytes and its file name.

    The text is what is stored: newlines are \\n, a BOM is gone, nothing else of a .txt changes.
    A name without a suffix (pasted text) is judged by its bytes. Raises SourceError, with the
    reason in Chinese, for whatever is empty, too large, no text, dangerous or mislabelled.
    """
    _check_size(data, MAX_FILE_BYTES)
    kind = kind_of(data, name)
    if kind in ("txt", "html"):
        _check_size(data, MAX_PLAIN_BYTES)
    reading = read_txt(data) if kind == "txt" else read_confined(data, kind)
    text = reading.text.replace("\r\n", "\n").replace("\r", "\n")
    _check_text(text)
    return _source(data, kind, reading._replace(text=text))


def _check_size(data: bytes, limit: int) -> None:
    if not data:
        raise SourceError("文件为空", "empty")
    if len(data) > limit:
        raise SourceError(
            f"文件过大：{len(data) / MiB:.1f} MB，上限 {limit // MiB} MB", "too_large"
        )


def _check_text(text: str) -> None:
    if not text.strip("\ufeff\u200b \t\n\v\f\r\xa0\u3000"):
        raise SourceError("文件里没有文字，只有空白", "blank")
    if len(text) > MAX_CHARACTERS:
        raise SourceError(
            f"文字过长：{len(text)} 字，上限 {MAX_CHARACTERS} 字", "too_many_characters"
        )
    if lost := text.count("\ufffd"):
        raise SourceError(
            f"文字里有 {lost} 处替换字符 U+FFFD：此前转码时已丢字，请换用完好的原件",
            "replacement_character",
        )


def _source(data: bytes, kind: str, reading: Reading) -> Source:
    return Source(
        text=reading.text,
        reader=kind,
        encoding=reading.encoding,
        source_sha256=hashlib.sha256(data).hexdigest(),
        sha256=hashlib.sha256(reading.text.encode("utf-8")).hexdigest(),
        warnings=reading.warnings,
    )
