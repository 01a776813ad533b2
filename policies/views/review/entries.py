"""Entries for loading: of an upload, and of a document that is read again."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from policies.loading.entry import Entry
from policies.loading.manifest import make_entry
from policies.models import Document

KEPT = (
    "title",
    "title_is_editorial",
    "document_number",
    "issuer",
    "issued_on",
    "effective_on",
    "validity",
    "level",
    "genre",
    "source_url",
    "publicity",
    "synthetic",
)


def entry_of_upload(name: str, fields: Mapping[str, object], known: Document | None) -> Entry:
    """A draft, or the new text of a document that is known: then what is not said stays.

    Raises Problem.
    """
    said = dict(fields)
    if "issued_on" in said:
        said["issued_on"] = date.fromisoformat(said["issued_on"])
    kept = _kept(known) if known else {}
    return make_entry(Path(name), {**kept, **said, "published": False})


def entry_of_document(document: Document) -> Entry:
    """The document as it is described now, for reading its stored bytes again."""
    return make_entry(Path(document.source.name), _kept(document))


def _kept(document: Document) -> dict[str, object]:
    province = document.province
    kept = {name: value for name in KEPT if (value := getattr(document, name))}
    return kept | {"slug": document.slug} | ({"province": province.code} if province else {})
