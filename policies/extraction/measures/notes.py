"""Notes that say who is responsible: （省发展改革委牵头，省工业和信息化厅配合） · 责任单位：省财政厅.

What a note is and where it stands: outline/notes.py. Here: whom it names, and what it governs.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from policies.extraction.outline.notes import NOTE
from policies.extraction.records import Provision, Sentence
from policies.extraction.vocabulary.bodies import load_bodies

from .bodies import find_bodies, read_body, read_short

Span = tuple[int, int]
BRACKET = re.compile("（(?:[^（）]|（[^（）]{0,12}）){3,240}）")
PART = re.compile(r"[^，；。\s（）【】〔〕]+(?:（[^（）]{0,12}）[^，；。\s（）【】〔〕]*)*")
CLOSES = re.compile(r"[ \u3000]*(?:[。；\n]|$)")
JOINT = re.compile("[、，；]|以及|和|及|与")
ITEM = 3  # level of 1.; a note on a line of its own below the last item is for all of them


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
    return [note for span in _spans(normal, start, end) for note in _read(normal, *span)]


def note_spans(normal: str) -> list[Span]:
    """Return where notes stand that name a body: their words (按职责分工负责) are no policy."""
    return [span for span in _spans(normal, 0, len(normal)) if any(_read(normal, *span))]


def governing_notes(
    normal: str,
    provisions: Sequence[Provision],
    sentences: Sequence[Sentence],
    own: Sequence[list[Note]],
) -> list[list[Note]]:
    """Return for each sentence the notes outside it that govern it too; `own` are those inside.

    A note at the end of a paragraph is for all its sentences, as far back as another note; one on
    a line of its own for the unit that it stands in, one behind a heading for what is below it.
    """
    governing: list[list[Note]] = [[] for _ in sentences]
    index = 0
    while index < len(sentences):
        first, last = index, _last_of_lines(sentences, index)
        notes = [note for found in own[first : last + 1] for note in found]
        if notes and sentences[first].role == "note":
            governed = _of_unit(provisions, sentences, own, first, last)
        else:
            governed = _of_paragraph(normal, sentences, own, first) if notes else ()
        for at in governed:
            governing[at] += notes
        index = last + 1
    starts = [sentence.start for sentence in sentences]
    for unit in provisions:
        notes = find_notes(normal, unit.start, unit.heading_end)
        below = range(bisect_left(starts, unit.heading_end), bisect_left(starts, unit.end))
        for at in below if notes else ():
            governing[at] += notes
    return governing


def _last_of_lines(sentences: Sequence[Sentence], index: int) -> int:
    """Index of the last of the notes on lines of their own that follow one another."""
    if sentences[index].role == "note":
        while index + 1 < len(sentences) and sentences[index + 1].role == "note":
            index += 1
    return index


def _of_paragraph(
    normal: str, sentences: Sequence[Sentence], own: Sequence[list[Note]], index: int
) -> list[int]:
    """Return the sentences before one whose note closes the paragraph, or stands behind its 。."""
    sentence, first, end = sentences[index], own[index][0].span[0], own[index][-1].span[1]
    last = index + 1 == len(sentences) or sentences[index + 1].paragraph != sentence.paragraph
    behind = normal[sentence.start : first].rstrip().endswith("。")
    if normal[end : sentence.end].strip("。；") or not (last or behind):
        return []
    return _back(sentences, own, index, sentence.paragraph[0])


def _of_unit(
    provisions: Sequence[Provision],
    sentences: Sequence[Sentence],
    own: Sequence[list[Note]],
    first: int,
    last: int,
) -> list[int]:
    """Return the sentences of the unit that lines of notes close, or, where they open it, all of it.

    Below the last of several items (1. 2. 3.) of which none has a note they are for all of them.
    """
    unit = provisions[owner] if (owner := sentences[first].provision) is not None else None
    if unit is None:
        return _back(sentences, own, first, 0)
    if unit.level >= ITEM and unit.parent is not None:
        parent = provisions[unit.parent]
        family = _back(sentences, own, first, parent.start)
        ends = last + 1 == len(sentences) or sentences[last + 1].start >= parent.end
        alone = not family or family[-1] == 0 or sentences[family[-1] - 1].start < parent.start
        if ends and alone:
            return family
    if first and sentences[first - 1].start >= unit.start:
        return _back(sentences, own, first, unit.start)
    following = takewhile(
        lambda at: sentences[at].start < unit.end and sentences[at].role != "note",
        range(last + 1, len(sentences)),
    )
    return [at for at in following if not own[at]]


def _back(
    sentences: Sequence[Sentence], own: Sequence[list[Note]], index: int, floor: int
) -> list[int]:
    """Return what stands before sentence `index`, back to `floor` or to another note."""
    return list(
        takewhile(lambda at: sentences[at].start >= floor and not own[at], range(index - 1, -1, -1))
    )


def _spans(normal: str, start: int, end: int) -> list[Span]:
    spoken = [match.span() for match in NOTE.finditer(normal, start, end)]
    taken = [span for span in spoken if any(_read(normal, *span))]
    listed = [
        match.span()
        for match in BRACKET.finditer(normal, start, end)
        if CLOSES.match(normal, match.end(), end)
        and _lists_bodies(normal, match.start() + 1, match.end() - 1)
    ]
    return sorted({*taken, *listed})


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


def _read(normal: str, *span: int) -> Iterator[Note]:
    """Read part by part; a label (配合单位：) holds until the next one."""
    labelled, (begin, end) = None, span
    if normal[begin] in "（【〔":
        begin, end = begin + 1, end - 1
    for part in PART.finditer(normal, begin, end):
        start = part.start()
        if label := _pattern("note_label").match(normal, start, part.end()):
            labelled, start = label.lastgroup or "responsible", label.end()
        for body in find_bodies(normal, start, part.end()):
            yield Note(body.name, labelled or _role(part.group()), span)


def _role(part: str) -> str:
    for role in ("lead", "supporting"):
        if _pattern(f"note_{role}").search(part):
            return role
    return "responsible"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_bodies()[name])
