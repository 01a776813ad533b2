"""Uploads between preview and saving: on disk, whole or not at all, for a day.

Under LOCAL_DIR/uploads a folder per upload holds the bytes, the text read from them and what the
form said. It gets its name only when it is complete, so that a killed server leaves nothing that
could be taken for an upload. Of a saved one a note of its document stays: whoever comes back to the
preview, because the answer was lost or the button pressed twice, is led there.
"""

import json
import secrets
import shutil
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from policies.sources import Source

DAY = 24 * 3600
UNFINISHED = ".part"
SAVED = ".saved"


@dataclass(frozen=True)
class Held:
    token: str
    user: int
    name: str  # of the file
    fields: Mapping[str, object]  # of the entry, JSON
    source: Source
    data: bytes


def hold(user: int, name: str, fields: Mapping[str, object], source: Source, data: bytes) -> str:
    """Keep an upload and return its token; drop those that are too old."""
    _drop_old()
    token = secrets.token_hex(16)
    unfinished = _folder() / (token + UNFINISHED)
    unfinished.mkdir(parents=True)
    about = {"user": user, "name": name, "fields": fields, "source": asdict(source)}
    (unfinished / "data").write_bytes(data)
    (unfinished / "about.json").write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")
    unfinished.rename(_folder() / token)
    return token


def held(token: str, user: int) -> Held | None:
    """Return the user's upload; None where there is none, where it is incomplete or too old."""
    folder = _folder() / token
    if not (_is_token(token) and folder.is_dir()) or _is_old(folder):
        return None
    try:
        about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
        data = (folder / "data").read_bytes()
    except (OSError, ValueError):
        return None
    source = Source(**{**about["source"], "warnings": tuple(about["source"]["warnings"])})
    if about["user"] != user or sha256(data).hexdigest() != source.source_sha256:
        return None
    return Held(token, user, about["name"], about["fields"], source, data)


def let_go(token: str, slug: str) -> None:
    """Forget an upload that is saved, but for the document it became."""
    (_folder() / (token + SAVED)).write_text(slug, encoding="utf-8")
    shutil.rmtree(_folder() / token, ignore_errors=True)


def saved_as(token: str) -> str | None:
    """Return the slug of the document that the upload became; None where it is none."""
    if not _is_token(token):
        return None
    try:
        return (_folder() / (token + SAVED)).read_text(encoding="utf-8")
    except OSError:
        return None


def _is_token(token: str) -> bool:
    return len(token) == 32 and token.isalnum()


def _folder() -> Path:
    return Path(settings.LOCAL_DIR) / "uploads"


def _drop_old() -> None:
    if _folder().is_dir():
        for one in _folder().iterdir():
            if _is_old(one) and one.suffix == SAVED:
                one.unlink(missing_ok=True)
            elif _is_old(one):
                shutil.rmtree(one, ignore_errors=True)


def _is_old(folder: Path) -> bool:
    try:
        return time.time() - folder.stat().st_mtime > DAY
    except OSError:
        return True
