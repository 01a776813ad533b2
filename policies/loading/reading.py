"""Files to extracted documents, in this process or in several. No Django: workers start fast."""

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from policies.extraction.pipeline import extract, extractor_version
from policies.extraction.records import ExtractedDocument
from policies.extraction.vocabulary import load_vocabulary
from policies.sources import Source, SourceError, read

from .problem import Problem


@dataclass(frozen=True)
class Read:
    """One file, read and extracted: what `load` needs."""

    data: bytes
    source: Source
    extracted: ExtractedDocument
    version: str  # of the extractor


def read_all(files: Sequence[tuple[Path, str]], jobs: int) -> Iterator[Read | Problem]:
    """Yield, in order, what became of each (path, expected SHA-256 or "")."""
    if jobs <= 1 or len(files) <= 1:
        yield from (read_file(path, sha256) for path, sha256 in files)
        return
    with ProcessPoolExecutor(min(jobs, len(files)), mp_context=get_context("spawn")) as pool:
        waiting = [(path, pool.submit(read_file, path, sha256)) for path, sha256 in files]
        for path, future in waiting:
            try:
                yield future.result()
            except BrokenProcessPool:
                yield Problem(str(path), "处理进程意外退出（内存不足？），请减小 --jobs 重试")


def read_file(path: Path, sha256: str = "") -> Read | Problem:
    """Return the file read and extracted, or why it was not."""
    try:
        return extract_bytes(_bytes(path, sha256), path.name)
    except SourceError as error:
        return Problem(str(path), error.reason)
    except Problem as problem:
        return problem


def extract_bytes(data: bytes, name: str) -> Read:
    """Read and extract bytes that came under a file name. Raises SourceError."""
    source, vocabulary = read(data, name), load_vocabulary()
    return Read(data, source, extract(source.text, vocabulary), extractor_version(vocabulary))


def _bytes(path: Path, sha256: str) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise Problem(str(path), "文件不存在") from None
    except IsADirectoryError:
        raise Problem(str(path), "是目录，不是文件") from None
    except OSError as error:
        raise Problem(str(path), f"无法读取（{error.strerror}）") from None
    if sha256 and hashlib.sha256(data).hexdigest() != sha256:
        raise Problem(str(path), "文件与清单所记 SHA-256 不符，可能被改动过")
    return data
