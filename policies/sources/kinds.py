"""Which reader a file is for: its first bytes and its name have to agree."""

import re
from pathlib import PurePath

from .source import SourceError

SUFFIXES = {
    ".txt": "txt",
    ".text": "txt",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".docx": "docx",
    ".pdf": "pdf",
}
LABELS = {"txt": "纯文本", "html": "HTML", "docx": "Word（.docx）", "pdf": "PDF"}
MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "docx"),
    (b"PK\x05\x06", "docx"),
)
REFUSED_MAGIC = (
    (b"\xd0\xcf\x11\xe0", "文件是旧版 Word（.doc）或加了密码，请另存为不加密的 .docx"),
    (b"{\\rtf", "文件是 RTF，请另存为 .docx"),
    (b"\x89PNG", "文件是图片，没有文字"),
    (b"\xff\xd8\xff", "文件是图片，没有文字"),
    (b"GIF8", "文件是图片，没有文字"),
    (b"\x1f\x8b", "文件是压缩包，请先解压"),
    (b"7z\xbc\xaf", "文件是压缩包，请先解压"),
    (b"Rar!", "文件是压缩包，请先解压"),
    (b"\x7fELF", "文件是可执行程序"),
    (b"MZ\x90", "文件是可执行程序"),
)
SUPPORTED = "可用 .txt、.html、.docx、.pdf"
HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
TAG = re.compile(rb"</?[a-z]", re.IGNORECASE)


def kind_of(data: bytes, name: str) -> str:
    """Return "txt", "html", "docx" or "pdf". Raises SourceError where bytes and name disagree."""
    named = _kind_by_name(name)
    found = _kind_by_magic(data)
    if named == "html" and found == "txt" and TAG.search(data.replace(b"\0", b"")):
        return "html"
    if named not in (None, found):
        raise SourceError(f"文件名是 {LABELS[named]}，内容却是 {LABELS[found]}", "wrong_magic")
    return found


def _kind_by_name(name: str) -> str | None:
    suffix = PurePath(name).suffix.lower()
    if re.fullmatch(r"\.[a-z][a-z0-9]{0,5}", suffix) and suffix not in SUFFIXES:
        raise SourceError(f"不支持的文件类型 {suffix}（{SUPPORTED}）", "unsupported_type")
    return SUFFIXES.get(suffix)


def _kind_by_magic(data: bytes) -> str:
    for magic, reason in REFUSED_MAGIC:
        if data.startswith(magic):
            raise SourceError(f"{reason}（{SUPPORTED}）", "unsupported_type")
    for magic, kind in MAGIC:
        if data.startswith(magic):
            return kind
    head = data[:4096].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"")
    head = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return "html" if HTML_START.match(head) else "txt"
