"""The lists a .docx defines (its numbering part), as values: ISO/IEC 29500-1, 17.9."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from .docx_text import W, value


@dataclass(frozen=True)
class Level:
    start: int
    form: str  # w:numFmt: decimal, chineseCounting …
    text: str  # w:lvlText: "%1、"
    suffix: str  # tab | space | nothing
    style: str | None  # the paragraph style that stands on this level


@dataclass(frozen=True)
class NumberedList:
    abstract: str  # w:abstractNumId: lists of one abstract share their counters
    levels: dict[int, Level]
    restarts: dict[int, int]  # start overrides by level


def read_lists(numbering: _Element) -> dict[str, NumberedList]:
    """Return the lists of a numbering part by w:numId."""
    lists = {}
    abstracts = {a.get(W + "abstractNumId"): a for a in numbering.iter(W + "abstractNum")}
    linked = {value(a.find(W + "styleLink")): key for key, a in abstracts.items()}
    for num in numbering.iter(W + "num"):
        key = value(num.find(W + "abstractNumId"))
        if key not in abstracts:
            continue
        key = linked.get(value(abstracts[key].find(W + "numStyleLink")) or "", key)
        levels = dict(_levels(abstracts[key]))
        overrides = num.findall(W + "lvlOverride")
        for override in overrides:
            levels.update(_levels(override))
        lists[num.get(W + "numId")] = NumberedList(key, levels, dict(_restarts(overrides)))
    return lists


def _levels(parent: _Element) -> Iterator[tuple[int, Level]]:
    for level in parent.findall(W + "lvl"):
        yield (
            int(level.get(W + "ilvl", "0")),
            Level(
                start=int(value(level.find(W + "start")) or 0),
                form=value(level.find(W + "numFmt")) or "decimal",
                text=value(level.find(W + "lvlText")) or "",
                suffix=value(level.find(W + "suff")) or "tab",
                style=value(level.find(W + "pStyle")),
            ),
        )


def _restarts(overrides: list[_Element]) -> Iterator[tuple[int, int]]:
    for override in overrides:
        start = value(override.find(W + "startOverride"))
        if start is not None:
            yield int(override.get(W + "ilvl", "0")), int(start)
