"""The noun phrase that a number of a measure is about."""

import re
from functools import cache

from policies.extraction.vocabulary.measure_words import load_measure_words

LONGEST = 40
OPEN, CLOSE = "（“《", "）”》"
COORDINATED = re.compile("^.*(?:对|达到|符合|使用|采用|购买|购置)[^、]{0,60}、(?=.{3})")
NEXT_NUMBER = re.compile(r"(?:、|和|及|与|以及|并)(?=[^、]{0,4}\d)")
HALVES = re.compile("[、的和及与]")


def noun_ahead(before: str) -> str:
    """Return the noun phrase that ends `before`, without its verb: 可按设备投资额的 -> 设备投资额.

    Of two verb phrases side by side (达到先进水平、单台价格) the second one has it. "" where
    nothing but a verb stands there (减按).
    """
    phrase = _trimmed(_outside_brackets(before))
    phrase = COORDINATED.sub("", phrase)
    phrase = phrase.rpartition("》")[2] or phrase  # 符合《…目录》总投资 -> 总投资
    for name in ("verb", "first_verb"):
        while match := _pattern(name).search(phrase):
            phrase = phrase[match.end() :]
    return _short(_trimmed(phrase), from_end=True)


def noun_behind(behind: str) -> str:
    """Return the noun phrase that begins `behind`, up to its verb, a bracket or the next number."""
    phrase = _pattern("joint").sub("", behind, count=1).removeprefix("“")  # 20个“标杆项目”
    for stop in (NEXT_NUMBER, _pattern("stop"), re.compile(f"[{OPEN}]")):
        if match := stop.search(phrase):
            phrase = phrase[: match.start()]
    return _short(_trimmed(phrase), from_end=False)


def grant_near(before: str, behind: str) -> str:
    """Return the nearest word that says what money is given as: behind first, then ahead."""
    ahead = _pattern("grant").findall(before)
    return next(iter([*_pattern("grant").findall(behind)[:1], *ahead[-1:]]), "")


def _outside_brackets(text: str) -> str:
    """Drop a bracket that closes or opens only outside `text`: 研发人员（前 -> 研发人员."""
    opened: list[int] = []
    for at, character in enumerate(text):
        if character in OPEN:
            opened.append(at)
        elif character in CLOSE:
            if not opened:
                return _outside_brackets(text[at + 1 :])
            opened.pop()
    return text[: opened[0]] if opened else text


def _trimmed(phrase: str) -> str:
    phrase = phrase.strip("，、；： \u3000")
    while (match := _pattern("tail").search(phrase)) and match.group():
        phrase = phrase[: match.start()].rstrip("，、")
    return phrase


def _short(phrase: str, from_end: bool) -> str:
    """Cut an overlong phrase at a joint, never inside a word."""
    if len(phrase) <= LONGEST:
        return phrase
    joints = [match.end() for match in HALVES.finditer(phrase)]
    if from_end:
        return next((phrase[at:] for at in joints if len(phrase) - at <= LONGEST), "")
    return phrase[: max((at - 1 for at in joints if at <= LONGEST), default=0)]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return load_measure_words().nouns[name]
