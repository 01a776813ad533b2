"""What a manifest says of a document and of a collection."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Entry:
    """One document to load. None and "" mean: not said here, so the text must say or it is unknown."""

    slug: str
    path: Path
    province: str | None = None  # GB/T 2260 code, slug, name or short name
    title: str = ""
    title_is_editorial: bool = False
    document_number: str = ""
    issuer: str = ""
    issued_on: date | None = None
    effective_on: date | None = None
    validity: str = "unknown"
    level: str = ""
    genre: str = ""
    source_url: str = ""
    publicity: str = ""
    sha256: str = ""  # of the file's bytes; checked where given
    collections: tuple[str, ...] = ()  # slugs, beside those whose instrument the text implements
    published: bool = True  # at first sight; later only a person changes it
    synthetic: bool = False


@dataclass(frozen=True)
class CollectionEntry:
    slug: str
    title: str
    instrument_title: str = ""
    instrument_number: str = ""
    default: bool = False


@dataclass(frozen=True)
class Manifest:
    collections: tuple[CollectionEntry, ...]
    documents: tuple[Entry, ...]
