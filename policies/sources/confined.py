"""Parses a file in a child process, so that no file can take the server's memory or time.

The child gets the bytes on its standard input and none of the server's environment; it answers in
one line of JSON. Where it is killed (memory, processor, clock) the reason says so.
"""

import json
import signal
import subprocess
import sys
from pathlib import Path

from .limits import CHILD_WALL_SECONDS
from .source import Reading, SourceError

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {"LANG": "C.UTF-8", "PYTHONHASHSEED": "0"}


def read_confined(data: bytes, kind: str) -> Reading:
    """Return what the reader for `kind` (html, docx, pdf) makes of `data`.

    Raises SourceError: the reader's own, or one that says which limit it ran into.
    """
    answer = _answer(*_run_child(data, kind))
    if "code" in answer:
        raise SourceError(answer["reason"], answer["code"])
    return Reading(answer["text"], answer["encoding"], tuple(answer["warnings"]))


def _run_child(data: bytes, kind: str) -> tuple[int, bytes]:
    command = [sys.executable, "-s", "-B", "-m", f"{__package__}.child", kind]
    try:
        child = subprocess.run(
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env=ENVIRONMENT,
            timeout=CHILD_WALL_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise _too_slow() from None
    return child.returncode, child.stdout


def _answer(returncode: int, output: bytes) -> dict:
    if returncode == -signal.SIGXCPU:
        raise _too_slow()
    try:
        return json.loads(output)
    except ValueError:
        raise SourceError("文件解析中断：可能已损坏，或解析所需的内存过大", "parser_died") from None


def _too_slow() -> SourceError:
    return SourceError("文件解析超时：结构过于复杂，或是恶意构造的文件", "too_slow")
