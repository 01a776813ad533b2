"""Texts shuffled and edited line by line, remembering where each line went."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

SECTION = re.compile(r"\s*[一二三四五六七八九十]+、")
ADDED = "各级各部门要结合实际抓好落实，重大情况及时报告。"


@dataclass(frozen=True)
class Line:
    """One line; `origin` is its index in the original text, None where it is new."""

    text: str
    origin: int | None
    touched: bool = False


def shuffled_and_edited(text: str, turn: random.Random) -> list[Line]:
    """Return the lines of `text`, shuffled within sections, some edited, dropped or added."""
    lines = []
    for head, rest in _shuffled_sections(text, turn):
        lines += head + [new for line in rest for new in _changed(line, turn)]
    return lines


def moved(text: str, turn: random.Random) -> list[Line]:
    """Return the lines of `text` shuffled within sections, each as it was."""
    return [line for head, rest in _shuffled_sections(text, turn) for line in head + rest]


def _shuffled_sections(text: str, turn: random.Random) -> Iterator[tuple[list[Line], list[Line]]]:
    """Yield (heading, shuffled lines under it), in order."""
    sections: list[list[Line]] = [[]]
    for origin, line in enumerate(text.split("\n")):
        if SECTION.match(line):
            sections.append([])
        sections[-1].append(Line(line, origin))
    for section in sections:
        head, rest = section[:1], section[1:]
        turn.shuffle(rest)
        yield head, rest


def joined(lines: list[Line]) -> str:
    return "\n".join(line.text for line in lines)


def spans_of(lines: list[Line]) -> dict[int, tuple[int, int, bool]]:
    """Return origin -> (start, end, touched) in the joined text."""
    spans, at = {}, 0
    for line in lines:
        if line.origin is not None:
            spans[line.origin] = (at, at + len(line.text), line.touched)
        at += len(line.text) + 1
    return spans


def _changed(line: Line, turn: random.Random) -> list[Line]:
    """Mostly the line as it is."""
    if not line.text.strip():
        return [line]
    what = turn.random()
    if what < 0.06:
        return []
    if what < 0.12:
        return [Line(_edited(line.text, turn), line.origin, True)]
    if what < 0.18:
        return [Line(f"{ADDED}{turn.randrange(99)}", None), line]
    return [line]


def _edited(text: str, turn: random.Random) -> str:
    """A digit changed, a character lost, words put before or behind."""
    digits = [i for i, c in enumerate(text) if c in "123456789"]
    edit = turn.choice(["digit", "lost", "behind", "before"])
    if edit == "digit" and digits:
        place = turn.choice(digits)
        return text[:place] + turn.choice("123456789") + text[place + 1 :]
    if edit == "lost":
        place = turn.randrange(len(text))
        return text[:place] + text[place + 1 :]
    return f"{text}另有规定的除外。" if edit == "behind" else f"原则上，{text}"
