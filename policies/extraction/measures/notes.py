"""Notes in brackets that say who is responsible: （省发展改革委牵头，省工业和信息化厅配合）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policies.extraction.vocabulary.bodies import load_bodies

from .bodies import find_bodies

NOTE = re.compile(r"（((?:[^（）]|（[^（）]{0,12}）){3,240})）")
PART = re.compile("[^，；。]+")


@dataclass(frozen=True)
class Note:
    """A body named in a note, its role, and the span of the whole note."""

    name: str
    role: str
    span: tuple[int, int]


def find_notes(normal: str, start: int, end: int) -> list[Note]:
    """Return the bodies of every note of responsibility in normal[start:end], in order."""
    return [
        note
        for match in NOTE.finditer(normal, start, end)
        if _pattern("note").search(match[1])
        for note in _read(normal, match)
    ]


def _read(normal: str, match: re.Match[str]) -> Iterator[Note]:
    """Read part by part; a label (配合单位：) holds until the next one."""
    labelled = None
    for part in PART.finditer(normal, *match.span(1)):
        start = part.start()
        if label := _pattern("note_label").match(normal, start, part.end()):
            labelled, start = label.lastgroup or "responsible", label.end()
        for body in find_bodies(normal, start, part.end()):
            yield Note(body.name, labelled or _role(part.group()), match.span())


def _role(part: str) -> str:
    for role in ("lead", "supporting"):
        if _pattern(f"note_{role}").search(part):
            return role
    return "responsible"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_bodies()[name])
