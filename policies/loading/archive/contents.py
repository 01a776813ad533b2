"""An archive opened for reading: every file is checked against the manifest before it is believed."""

import json
import zlib
from pathlib import Path
from types import TracebackType
from zipfile import BadZipFile, ZipFile

from policies.loading.problem import Problem

from .backup import FORMAT, MANIFEST, member_hash

UNREADABLE = (  # what zipfile raises on damage; the last two: flags of ways to pack it cannot read
    OSError,
    EOFError,
    KeyError,
    ValueError,
    BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
)


class Contents:
    """Files of an archive by name. Raises Problem, in Chinese, for whatever is not as written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = ZipFile(path)
            self.manifest = json.loads(self._zip.read(MANIFEST))
        except UNREADABLE as error:
            raise Problem(str(path), f"不是备份文件，或已损坏（{error}）") from None
        if not isinstance(self.manifest, dict) or self.manifest.get("format") != FORMAT:
            raise Problem(str(path), "备份格式无法识别")

    def __enter__(self) -> "Contents":
        return self

    def __exit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def read(self, name: str) -> bytes:
        """Return a file that the manifest names, checked by its hash."""
        try:
            data = self._zip.read(name)
        except UNREADABLE as error:
            raise Problem(str(self.path), f"备份中的 {name} 读不出（{error}）") from None
        if member_hash(data) != self.manifest["sha256"].get(name):
            raise Problem(str(self.path), f"备份中的 {name} 与清单不符，可能损坏或被改动")
        return data

    def lines(self, name: str) -> list[str]:
        return self.read(name).decode("utf-8").splitlines()

    def check_all(self) -> None:
        """Read every file once, before anything is written."""
        for name in self.manifest["sha256"]:
            self.read(name)
