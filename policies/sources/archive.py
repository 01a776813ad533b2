"""Is this zip safe to open as a .docx? Judged by its directory, before anything is unpacked."""

import io
import re
import zipfile

from .limits import (
    ZIP_MAX_ENTRIES,
    ZIP_MAX_RATIO,
    ZIP_MAX_UNPACKED,
    ZIP_MAX_XML,
    ZIP_RATIO_FROM,
    MiB,
)
from .source import SourceError

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
XML_SUFFIXES = (".xml", ".rels")
# OPC (ISO/IEC 29500-2, 8.1.4) allows XML parts UTF-8 and UTF-16 only, and no DTD.
XML_ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii", b"ascii")
XML_DECLARATION = re.compile(rb"^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([^\"']{1,40})")


def check_archive(data: bytes) -> None:
    """Raise SourceError unless `data` is a small, plain, well-named zip whose XML has no DTD."""
    archive = _open(data)
    entries = archive.infolist()
    _check_entries(entries)
    _check_names([entry.filename for entry in entries])
    _check_sizes(entries)
    for entry in entries:
        if entry.filename.lower().endswith(XML_SUFFIXES):
            _check_xml(_unpack(archive, entry), entry.filename)


def _open(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise SourceError("压缩包已损坏，不是完整的 .docx", "broken") from None


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > ZIP_MAX_ENTRIES:
        raise SourceError(
            f"压缩包异常：有 {len(entries)} 个条目，上限 {ZIP_MAX_ENTRIES} 个", "zip_entries"
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise SourceError("压缩包已加密，请先去掉密码", "encrypted")
    if any(entry.compress_type not in METHODS for entry in entries):
        raise SourceError("压缩包异常：用了 .docx 不用的压缩方法", "zip_method")


def _check_names(names: list[str]) -> None:
    for name in names:
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            raise SourceError(f"压缩包异常：条目路径越界（{name[:60]}）", "zip_slip")
    if len(set(names)) < len(names):
        raise SourceError("压缩包异常：有重名条目", "zip_duplicate")
    if "[Content_Types].xml" not in names:
        raise SourceError("压缩包不是 Word 文档（.docx）", "not_word")


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    total = sum(entry.file_size for entry in entries)
    if total > ZIP_MAX_UNPACKED:
        raise SourceError(
            f"压缩包异常：解压后过大（{total // MiB} MB，上限 {ZIP_MAX_UNPACKED // MiB} MB）",
            "zip_size",
        )
    for entry in entries:
        if entry.filename.lower().endswith(XML_SUFFIXES) and entry.file_size > ZIP_MAX_XML:
            raise SourceError(f"压缩包异常：解压后过大（{entry.filename[:60]}）", "zip_size")
        if entry.file_size > ZIP_RATIO_FROM + ZIP_MAX_RATIO * entry.compress_size:
            raise SourceError(f"压缩包异常：压缩比过高（{entry.filename[:60]}）", "zip_ratio")


def _unpack(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    try:
        with archive.open(entry) as part:  # ZipFile.read unpacks all there is, whatever is stated
            return part.read(entry.file_size)
    except Exception:  # zlib.error, BadZipFile, EOFError …: all mean the same
        raise SourceError(f"压缩包已损坏：{entry.filename[:60]} 与目录所记不符", "broken") from None


def _check_xml(part: bytes, name: str) -> None:
    if part.startswith((b"\xff\xfe", b"\xfe\xff")):
        part = part.replace(b"\0", b"")
    declared = XML_DECLARATION.match(part.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared[1].lower() not in XML_ENCODINGS:
        raise SourceError(f"压缩包异常：{name[:60]} 的编码不是 UTF-8 或 UTF-16", "xml_encoding")
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\0" in part:
        raise SourceError(f"压缩包异常：{name[:60]} 含 DOCTYPE 或实体声明", "doctype")
