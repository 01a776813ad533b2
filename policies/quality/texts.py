"""What the machine reads in texts that the portal does not have, as export entries."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from policies.extraction import extract, load_vocabulary
from policies.extraction.export import to_export
from policies.sources import SourceError, read

Json = dict[str, Any]


def read_texts(paths: Iterable[Path]) -> dict[str, Json]:
    """Return file name without suffix -> export. Raises ValueError naming a file that can't be read."""
    vocabulary = load_vocabulary()
    texts = {path.stem: _read(path) for path in sorted(paths)}
    return {
        slug: to_export(slug, text, extract(text, vocabulary), vocabulary)
        for slug, text in texts.items()
    }


def texts_beside(folder: Path) -> list[Path]:
    """Return the texts of `folder` that have an annotation of their name beside them."""
    return [path for path in folder.glob("*.txt") if path.with_suffix(".json").exists()]


def _read(path: Path) -> str:
    try:
        return read(path.read_bytes(), path.name).text
    except SourceError as error:
        raise ValueError(f"{path}：{error.reason}") from error
