"""Bytes to characters: BOM, strict UTF-8, strict GB18030, else a refusal. Never U+FFFD."""

import codecs

from .characters import control_character, is_chinese, strange_share
from .source import SourceError

BOMS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
STRANGE_UNICODE = 0.05  # above it, what follows a UTF-16 or UTF-32 mark is no text
# What a page may declare, by the codec that reads it (GB18030 contains GBK and GB2312).
DECLARED = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
}


def decode(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return (text without BOM, encoding) of `data`; newlines untouched.

    `declared` is the encoding a page names itself; it has to be true. Raises SourceError for
    bytes that fit no encoding of the ladder, fit only by accident, or are not text.
    """
    text, encoding = _decode_by_bom(data) or _decode_by_trial(data)
    if declared:
        _check_declared(text, encoding, declared)
    _check_is_text(text)
    return text, encoding


def _decode_by_bom(data: bytes) -> tuple[str, str] | None:
    codec = next((codec for bom, codec in BOMS if data.startswith(bom)), None)
    if codec is None:
        return None
    name = codec.removesuffix("-sig")
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"文件开头标明 {name.upper()}，第 {error.start + 1} 个字节起却不是", "bom_mismatch"
        ) from None
    if codec != "utf-8-sig" and strange_share(text) > STRANGE_UNICODE:
        raise SourceError(f"文件开头标明 {name.upper()}，内容却不是文字", "bom_mismatch")
    return text, name


def _decode_by_trial(data: bytes) -> tuple[str, str]:
    if b"\0" in data:
        raise SourceError("文件含空字节，是二进制文件或没有 BOM 的 UTF-16", "binary")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode_gb18030(data), "gb18030"


def _decode_gb18030(data: bytes) -> str:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise SourceError("编码无法识别（试过 UTF-8、GB18030）", "encoding") from None
    if control_character(text) is None and not is_chinese(text):
        raise SourceError(
            "编码无法识别（不是 UTF-8；按 GB18030 读出的不是中文，可能是 Big5 等其他编码）",
            "encoding",
        )
    return text


def _check_declared(text: str, encoding: str, declared: str) -> None:
    known = DECLARED.get(declared.lower())
    if known == encoding or text.isascii() or encoding in ("utf-16", "utf-32"):
        return  # a BOM outranks what the page says
    if known is None:
        raise SourceError(f"网页声明的编码 {declared} 不受支持", "declared_encoding")
    raise SourceError(
        f"网页声明的编码是 {declared}，内容却是 {encoding.upper()}", "declared_encoding"
    )


def _check_is_text(text: str) -> None:
    if odd := control_character(text):
        raise SourceError(f"文件含控制字符 U+{ord(odd):04X}，像是二进制文件", "binary")
