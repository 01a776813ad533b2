"""What a reader gives, and how it refuses."""

from dataclasses import dataclass
from typing import NamedTuple


class SourceError(Exception):
    """A file that is not read. `reason` is Chinese, for the person who gave it; `code` is stable."""

    def __init__(self, reason: str, code: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.code = code


class Reading(NamedTuple):
    """A reader's answer: lines joined by \\n, the encoding where there is one, notes in Chinese."""

    text: str
    encoding: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """A file that was read. `text` is what is stored and what every offset counts in."""

    text: str
    reader: str  # txt | html | docx | pdf
    encoding: str | None  # utf-8, gb18030, utf-16, utf-32; None for docx and pdf
    source_sha256: str  # of the bytes
    sha256: str  # of the text in UTF-8
    warnings: tuple[str, ...] = ()  # Chinese: what was left out or rendered
