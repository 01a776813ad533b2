"""Public bodies that a sentence makes responsible, each with its function, level and role."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from policies.extraction.records import ActorLink
from policies.extraction.vocabulary import Vocabulary
from policies.extraction.vocabulary.bodies import load_bodies
from policies.extraction.vocabulary.measure_words import load_measure_words

from .bodies import Body, read_bodies
from .masks import inside
from .notes import Note

Span = tuple[int, int]
OTHERS = re.compile("(?:等(?:有关|相关|省直|市直)?(?:部门|单位)?)?")  # 省财政厅等部门
CARRIED = ("lead", "responsible", "supervising", "funding")


def find_acting(
    normal: str, start: int, end: int, notes: Sequence[Note], vocabulary: Vocabulary
) -> tuple[ActorLink, ...]:
    """Return the bodies that the words of normal[start:end] make act, its notes left out, in order.

    A body acts as a subject (after 。 ， ； or at the start), behind 由 经 会同, or where it is
    founded. Bodies that a sentence only speaks of are left out (按省政府规定, 引导金融机构,
    发挥行业协会作用). The first of a list leads only where the text says 牵头.
    """
    return tuple(
        _link(body.name, role, vocabulary)
        for bodies in _acting(normal, start, end, sorted({note.span for note in notes}))
        for body, role in _roles(normal, bodies, start, end)
    )


def join_actors(
    acting: Iterable[ActorLink], notes: Iterable[Note], vocabulary: Vocabulary
) -> tuple[ActorLink, ...]:
    """Return those that act, then those of the notes, each name once: as it stands first."""
    links = [*acting, *(_link(note.name, note.role, vocabulary) for note in notes)]
    return tuple({link.as_written: link for link in reversed(links)}.values())[::-1]


def carry_subject(
    before: tuple[ActorLink, ...], own: tuple[ActorLink, ...], half: str
) -> tuple[ActorLink, ...]:
    """Return the actors of a half sentence behind ；: its own, else the subject before it."""
    if own or _pattern("other_subjects").match(half):
        return own
    return tuple(replace(link) for link in before if link.role in CARRIED)


def _acting(normal: str, start: int, end: int, notes: list[Span]) -> Iterator[list[Body]]:
    """Yield lists of bodies in a place where they act."""
    reached = start
    for at, founding in _places(normal, start, end):
        if at < reached or inside(at, notes):
            continue
        bodies = read_bodies(normal, at, end)
        if founding:
            bodies = [body for body in bodies if _pattern("founded").search(body.name)]
        if bodies and (founding or not _pattern("attributive").match(normal, bodies[-1].end, end)):
            reached = bodies[-1].end
            yield bodies


def _places(normal: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """Yield where a subject may begin, and whether it is one being founded."""
    yield start, False
    for match in _openers().finditer(normal, start, end):
        yield match.end(), match.lastgroup == "founding"


@cache
def _openers() -> re.Pattern[str]:
    words = load_bodies()
    return re.compile(
        rf"[，；：。“]\s*(?:{words['opening']})?(?:{words['ahead']})?|(?P<founding>{words['founding']})|(?:{words['ahead']})"
    )


def _roles(normal: str, bodies: list[Body], start: int, end: int) -> Iterator[tuple[Body, str]]:
    """Pair the bodies of one list with what they do: those behind 会同 act jointly."""
    words = load_measure_words().roles
    ahead = normal[max(start, bodies[0].start - 2) : bodies[0].start]
    if ahead.endswith(("会同", "商", "联合")):
        yield from ((body, "jointly") for body in bodies)
        return
    behind = OTHERS.match(normal, bodies[-1].end, end).end()
    for role in ("lead", "supporting", "approving", "funding", "supervising"):
        if words[role].match(normal, behind, end) and (role != "approving" or ahead[-1:] in "经报"):
            yield from ((body, role) for body in bodies)
            return
    if ahead.endswith("报"):
        return  # 报省政府备案: who is told, not who acts
    yield from ((body, "responsible") for body in bodies)


def _link(name: str, role: str, vocabulary: Vocabulary) -> ActorLink:
    return ActorLink(
        as_written=name, function=_function(name, vocabulary), level=_level(name), role=role
    )


@cache
def _function(name: str, vocabulary: Vocabulary) -> str:
    return next(
        (
            f.code
            for f in vocabulary.actors
            if any(re.search(pattern, name) for pattern in f.patterns)
        ),
        "other",
    )


def _level(name: str) -> str:
    """Return the level the name itself tells; 各级 and 各地 are of all levels."""
    if re.match("各级|各地(?![州市级])|各部门|各有关", name):
        return "all"
    return next((level for level, pattern in LEVELS if re.search(pattern, name)), "other")


LEVELS = (
    (
        "national",
        "^(?:国家(?!税务总局.|金融监督管理总局.)|国务院|中央|中国)|(?<!组织)(?<!宣传)(?<!统战)部$|总[局署]$|海关$|[银证保]监会$",
    ),
    ("province", "^(?:[^，。]{0,8}省(?!辖|直管)|[^，。]{0,10}自治区|区直)"),
    ("county", "^各?(?:旗县|区县|县|旗)区?（"),  # 县（市、区）
    ("city", "[市州盟](?!场)|行署|公署"),
    ("county", "[县区旗]"),
)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_bodies()[name])
