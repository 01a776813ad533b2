"""The child process of `confined`: limits itself, reads standard input, answers in JSON."""

import json
import resource
import sys
from importlib import import_module

from .archive import check_archive
from .limits import CHILD_CPU_SECONDS, CHILD_MEMORY, MAX_CHARACTERS
from .source import Reading, SourceError


def main(kind: str) -> None:
    """Write the reading of standard input, or the reason against it, to standard output."""
    _limit_resources()
    json.dump(_answer(kind, sys.stdin.buffer.read()), sys.stdout, ensure_ascii=True)


def _limit_resources() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (CHILD_MEMORY, CHILD_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CHILD_CPU_SECONDS, CHILD_CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _answer(kind: str, data: bytes) -> dict:
    try:
        reading = _read(kind, data)
    except SourceError as error:
        return {"reason": error.reason, "code": error.code}
    except MemoryError:
        return {"reason": "文件解析所需的内存过大，可能是恶意构造的文件", "code": "too_heavy"}
    except Exception:  # a parser's way of saying that the file is broken
        return {"reason": "文件已损坏或结构异常，无法解析", "code": "broken"}
    return reading._asdict()


def _read(kind: str, data: bytes) -> Reading:
    if kind == "docx":
        check_archive(data)  # before anything opens it, and before python-docx takes its time
    # Imported here, so that each kind loads only its own parser and all of it under the limits.
    module = import_module(f".{kind}", __package__)
    reading = getattr(module, f"read_{kind}")(data)
    if len(reading.text) > MAX_CHARACTERS:
        raise SourceError(f"文字过长，上限 {MAX_CHARACTERS} 字", "too_many_characters")
    return reading


if __name__ == "__main__":
    main(sys.argv[1])
