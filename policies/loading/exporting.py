"""All published documents in the format of the records export (design, section 9)."""

import json
import os
import tempfile
from pathlib import Path

from policies.extraction.export import to_export
from policies.extraction.vocabulary import load_vocabulary
from policies.models import Document

from .rebuilt import FIELD_OF, rebuild
from .said import Said, by_machine, effective

PLACES = {  # field of ExtractedDocument -> key of the export
    "goals": "qualitative_targets",
    "sector_directions": "sectors",
}


def export_records(path: Path, extracted: bool = False) -> int:
    """Write the export to `path` and return how many documents it holds.

    `extracted`: what the machine said, else what readers see. The file appears whole or not at
    all; the same data give the same bytes.
    """
    published = Document.objects.published().in_column_order()
    documents = [export_document(document, extracted) for document in published]
    text = json.dumps({"documents": documents}, ensure_ascii=False, indent=1)
    _write(path, text.encode("utf-8") + b"\n")
    return len(documents)


def export_document(document: Document, extracted: bool = False) -> dict:
    """Return the export's entry for one document; each record has ref, status and doubt."""
    records = document.records.select_related("part").order_by("start", "end", "ref")
    if extracted:
        said = [by_machine(record) for record in records.found_by_machine()]
    else:
        said = [effective(record) for record in records.present()]
    rebuilt = rebuild(document, said)
    entry = to_export(document.slug, document.text, rebuilt, load_vocabulary())
    for kind, name in FIELD_OF.items():
        place = entry["document"] if name == "citations" else entry
        _sign(place[PLACES.get(name, name)], [one for one in said if one.kind == kind])
    return entry


def _sign(rows: list[dict], said: list[Said]) -> None:
    for row, one in zip(rows, said, strict=True):
        row |= {"ref": one.ref, "status": one.status, "doubt": one.doubt}


def _write(path: Path, data: bytes) -> None:
    """Into a file beside it, then into its place: a reader never sees half a file."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
