"""Notes in brackets that say who is responsible: （省发展改革委牵头，省工业和信息化厅配合）."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policies.extraction.vocabulary.bodies import load_bodies

from .bodies import find_bodies, read_body, read_short

Span = tuple[int, int]
NOTE = re.compile("（((?:[^（）]|（[^（）]{0,12}）){3,240})）")
PART = re.compile("[^，；。]+")
CLOSES = re.compile(r"[ \u3000]*(?:[。；\n]|$)")
JOINT = re.compile("[、，；]|以及|和|及|与")


@dataclass(frozen=True)
class Note:
    """A body named in a note, its role, and the span of the whole note."""

    name: str
    role: str
    span: Span


def find_notes(normal: str, start: int, end: int) -> list[Note]:
    """Return the bodies of every note of responsibility in normal[start:end], in order.

    A note speaks of responsibility (牵头, 责任单位：), or closes the sentence and lists nothing but
    bodies: （省财政厅、人行南京分行）.
    """
    return [note for match in _matches(normal, start, end) for note in _read(normal, match)]


def note_spans(normal: str) -> list[Span]:
    """Return where notes stand that name a body: their words (按职责分工负责) are no policy."""
    return [match.span() for match in _matches(normal, 0, len(normal)) if any(_read(normal, match))]


def _matches(normal: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for match in NOTE.finditer(normal, start, end):
        spoken = _pattern("note").search(match[1])
        closing = CLOSES.match(normal, match.end())
        if spoken or closing and _lists_bodies(normal, *match.span(1)):
            yield match


def _lists_bodies(normal: str, start: int, end: int) -> bool:
    while start < end:
        body = read_body(normal, start, end) or read_short(normal, start, end)
        if body is None:
            return False
        joint = JOINT.match(normal, body.end, end)
        if joint is None:
            return body.end == end and body.name[-1] not in "区市县州"
        start = joint.end()
    return False


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
