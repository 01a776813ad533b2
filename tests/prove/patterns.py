"""Every regular expression of extraction, and text that would make a careless one explode.

Patterns are caught where Python compiles them, so that those built from the vocabulary are among
them. Each is run over runs of one fragment: the fragments are the language of the rules and, from
the pattern itself, a text that it matches and the same less its last character.
"""

import importlib
import os
import pkgutil
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from re import _constants, _parser

FRAGMENTS = (  # each is repeated to the full length
    "一", "十", "百", "1", "0.", "1,", "０", "%", "、", "，", "；", "：", "（", "）", "(", "〔", "“", "”", "《",
    "》", " ", "\u3000", "\n", "\n\u3000", "a", "的", "年", "万", "亿元", "\ue010", "一、", "（一）", "1.", "第一",
    "到2015年", "2010年", "—", "分别", "达到", "1%、", "省", "市", "厅", "和", "及", "与", "《国", "（省", "由1%",
)  # fmt: skip
BOUNDED = 10  # repeats
NOTICED = 0.02  # seconds of processor time: below, a ratio is noise
GROWTH = 2.5  # issue 3: time from n to 2n
SLOW = 1.0  # seconds of processor time: where measuring stops


@dataclass(frozen=True)
class Slow:
    """A pattern that took more than it should."""

    pattern: str
    fragment: str
    characters: int
    seconds: float
    ratio: float  # to half as many characters


def patterns_of_extraction() -> list[re.Pattern]:
    """Return every pattern that modules of extraction compile, on import or on reading a text.

    Call it in a fresh process: what was imported before has compiled its patterns already.
    """
    assert "policies.extraction" not in sys.modules
    caught: dict[tuple, re.Pattern] = {}
    compile_ = re._compile

    def catch(pattern: object, flags: int) -> re.Pattern:
        compiled = compile_(pattern, flags)
        if f"policies{os.sep}extraction" in _caller():
            caught[compiled.pattern, compiled.flags] = compiled
        return compiled

    re._compile = catch
    try:
        _exercise()
    finally:
        re._compile = compile_
    return list(caught.values())


def slow_searches(patterns: list[re.Pattern], characters: int) -> Iterator[Slow]:
    """Yield each pattern whose search is not linear up to `characters`, with a text that shows it.

    A pattern whose repeats all end within BOUNDED looks at so many characters from each place at
    most, so it is linear as it stands and is not measured.
    """
    for pattern in filter(_has_open_repeat, patterns):
        found = (_measure(pattern, text, characters) for text in _fragments(pattern))
        if slow := next(filter(None, found), None):
            yield slow


def _has_open_repeat(pattern: re.Pattern) -> bool:
    return _is_open(_parsed(pattern))


def _is_open(parsed: object) -> bool:
    """Does a parsed pattern, or a part of it, repeat more than BOUNDED times?"""
    if isinstance(parsed, tuple) and len(parsed) == 3 and isinstance(parsed[1], int):
        least, most, inner = parsed
        return most > BOUNDED or _is_open(inner)
    if isinstance(parsed, str | int | None):
        return False
    return any(_is_open(part) for part in parsed)


def _parsed(pattern: re.Pattern) -> object:
    return _parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)


def _exercise() -> None:
    """Import all of extraction and let it read a text, so that late patterns compile too."""
    package = importlib.import_module("policies.extraction")
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
    text = (Path(__file__).parents[2] / "seeds" / "henan.txt").read_text(encoding="utf-8")
    package.extract(text, package.load_vocabulary())


def _caller() -> str:
    """The file that asked for a pattern: the first one up the stack that is not re's own."""
    frame = sys._getframe(2)
    while frame.f_back and frame.f_code.co_filename == re.__file__:
        frame = frame.f_back
    return frame.f_code.co_filename


def _measure(pattern: re.Pattern, fragment: str, characters: int) -> Slow | None:
    size, before = max(len(fragment), characters // 8), 0.0
    while size <= characters:
        text = fragment * (size // len(fragment))
        seconds = _seconds(pattern, text)
        ratio = seconds / before if before else 0.0
        if seconds > SLOW:
            return Slow(pattern.pattern, fragment, len(text), seconds, ratio)
        size, before = size * 2, seconds
    if before > NOTICED and ratio > GROWTH and _again(pattern, text):
        return Slow(pattern.pattern, fragment, len(text), seconds, ratio)
    return None


def _again(pattern: re.Pattern, text: str) -> bool:
    """Measured in turns, the best of seven each: another process may have had the processor."""
    halves, wholes = [], []
    for _ in range(7):
        halves.append(_seconds(pattern, text[: len(text) // 2]))
        wholes.append(_seconds(pattern, text))
    return min(wholes) > GROWTH * min(halves)


def _seconds(pattern: re.Pattern, text: str) -> float:
    began = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - began


def _fragments(pattern: re.Pattern) -> list[str]:
    sample = _sample(_parsed(pattern))
    own = {sample, sample[:-1], sample[1:], sample[:1], sample[-1:]}
    return [*sorted(own - set(FRAGMENTS) - {""}), *FRAGMENTS]


def _sample(parsed: object) -> str:
    """A text that the parsed pattern matches, or nearly: branches first, repeats three times."""
    return "".join(_sample_of(code, argument) for code, argument in parsed)


def _sample_of(code: object, argument: object) -> str:
    if code is _constants.LITERAL:
        return chr(argument)
    if code is _constants.IN:
        return _sample_in(argument)
    if code is _constants.ANY:
        return "字"
    if code is _constants.BRANCH:
        return _sample(argument[1][0])
    if code is _constants.SUBPATTERN:
        return _sample(argument[-1])
    if code is _constants.ATOMIC_GROUP:
        return _sample(argument)
    if code in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
        least, most, inner = argument
        return _sample(inner) * max(least, min(3, most))
    return ""


def _sample_in(choices: list) -> str:
    code, argument = choices[0]
    if code is _constants.LITERAL:
        return chr(argument)
    if code is _constants.RANGE:
        return chr(argument[0])
    if code is _constants.CATEGORY:
        return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " "}.get(str(argument), "字")
    return "字"  # negated
