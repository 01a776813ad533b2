"""The database as one zip: a JSON line per row, texts and originals as files, a manifest of hashes.

The same rows give the same bytes, on both databases.
"""

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.db import models

from policies.models import DataVersion
from policies.models.snapshot import snapshot

from .people import FILE, lines_of_people
from .rows import Named, blob_name, to_json
from .tables import file_of, tables

FORMAT = 1
MANIFEST = "manifest.json"
EPOCH = (1980, 1, 1, 0, 0, 0)
Keep = Callable[[str, bytes], str]


def backup(path: Path) -> dict:
    """Write the archive, readable by its owner only, and return its manifest.

    It gets its name when it is complete.
    """
    unfinished = path.with_name(path.name + ".part")
    unfinished.touch(mode=0o600)
    unfinished.chmod(0o600)
    with ZipFile(unfinished, "w", ZIP_DEFLATED) as archive, snapshot():
        manifest = _write(archive)
    unfinished.replace(path)
    return manifest


def table_lines(model: type[models.Model], named: Named, keep: Keep = blob_name) -> list[str]:
    """Return the rows of a table as sorted lines; sorted here, since collations differ."""
    return sorted(to_json(row, named, keep) for row in model._base_manager.all().iterator())


def member_hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def as_bytes(lines: list[str]) -> bytes:
    return "".join(line + "\n" for line in lines).encode("utf-8")


def _write(archive: ZipFile) -> dict:
    blobs: dict[str, bytes] = {}

    def keep(folder: str, data: bytes) -> str:
        name = blob_name(folder, data)
        blobs[name] = data
        return name

    files, counts = {}, {}
    for name, lines in _tables(keep):
        files[name], counts[name] = _add(archive, name, as_bytes(lines)), len(lines)
    for name in sorted(blobs):
        files[name] = _add(archive, name, blobs[name])
    version = DataVersion.objects.first()
    manifest = {
        "format": FORMAT,
        "data_version": version.number if version else 0,
        "changed_at": version.changed_at.isoformat() if version else None,
        "rows": counts,
        "sha256": files,
    }
    _add(archive, MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=1).encode("utf-8"))
    return manifest


def _tables(keep: Keep) -> Iterator[tuple[str, list[str]]]:
    yield FILE, lines_of_people()
    named = Named()
    for model in tables():
        yield file_of(model), table_lines(model, named, keep)


def _add(archive: ZipFile, name: str, data: bytes) -> str:
    info = ZipInfo(name, EPOCH)
    info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
    archive.writestr(info, data)
    return member_hash(data)
