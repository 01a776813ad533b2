"""Find public bodies by the way their names are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from policies.extraction.vocabulary.bodies import load_bodies
from policies.extraction.vocabulary.provinces import load_provinces

JOINTS = re.compile("、|以及|和|及|与|或者?|，(?=会同)")
INTRODUCED = re.compile("(?:由|会同|联合|商请?)?")
NEXT = re.compile("、|以及|和|及|与|会同|联合|由|等(?=[省市县区]直)")  # in a note


@dataclass(frozen=True)
class Body:
    start: int
    end: int
    name: str


def read_bodies(text: str, at: int, end: int) -> list[Body]:
    """Return the bodies listed from `at` on (省财政厅、工信厅和有关部门), [] where none begins."""
    if listed := _read_functions(text, at, end):
        return listed
    first = read_body(text, at, end)
    bodies = [first] if first else []
    while bodies and (joint := JOINTS.match(text, bodies[-1].end, end)):
        following = read_body(text, joint.end(), end) or read_short(text, joint.end(), end)
        if following is None:
            break
        bodies.append(following)
    return bodies


def read_body(text: str, at: int, end: int) -> Body | None:
    """Return the longest body name that begins at `at`, None where none does."""
    names = [match for pattern in _names() if (match := pattern.match(text, at, end))]
    ends = [match.end() for match in names if not _only_a_place(text, match, end)]
    return _body(text, at, max(ends)) if ends else None


def _read_functions(text: str, at: int, end: int) -> list[Body]:
    """Return 发改, 国土, 环保 of 发改、国土、环保等部门; [] where no such list begins at `at`."""
    match = _functions().match(text, at, end)
    if match is None:
        return []
    names = [one.span() for one in re.finditer("[^、和]+", match[1])]
    spans = [(at + start, at + stop) for start, stop in names]
    return [_body(text, *span) for span in spans[:-1]] + [
        Body(spans[-1][0], match.end(), text[slice(*spans[-1])])
    ]


@cache
def _functions() -> re.Pattern[str]:
    one = f"(?:{load_bodies()['function']})"
    level = "(?:自治区|[省市州县区盟旗](?=[^、，。；]{2,8}、))?"  # 省发展改革、财政等部门
    return re.compile(
        rf"({level}{one}(?:[、和]{one}){{1,9}})(?:等(?:有关|相关|职能)*)?(?:主管)?(?:部门|单位)"
    )


def read_short(text: str, at: int, end: int) -> Body | None:
    """Return a body named without its level (财政厅), as lists and notes have it."""
    match = _pattern("short").match(text, at, end)
    return _body(text, at, match.end()) if match else None


def find_bodies(text: str, start: int, end: int) -> Iterator[Body]:
    """Yield every body of a list that holds nothing else (a note in brackets)."""
    at = INTRODUCED.match(text, start, end).end()
    while at < end:
        body = read_body(text, at, end) or read_short(text, at, end)
        if body:
            yield body
        joint = NEXT.search(text, body.end if body else at, end)
        at = joint.end() if joint else end


@cache
def _names() -> tuple[re.Pattern[str], ...]:
    words = load_bodies()
    provinces = "|".join(province.name for province in load_provinces())
    levels, kinds, inside = words["levels"], words["kinds"], words["inside"]
    levelled = rf"(?:{provinces}|{levels}){inside}{{0,24}}?(?:{kinds})"
    patterns = [
        levelled,
        *(words[name] for name in ("everyone", "places", "finance", "named", "quoted")),
    ]
    patterns += [words["unlevelled"], words["associations"]]
    return tuple(re.compile(pattern) for pattern in patterns)


def _only_a_place(text: str, match: re.Match[str], end: int) -> bool:
    """Whether 各地, 各州、市 is no subject: places act where a word or a body beside them says so."""
    if text[match.start() - 1 : match.start()] == "由":
        return False
    name = match.group()
    if not name.startswith("各") or not _pattern("places").fullmatch(name):
        return False
    named = name.rstrip("（行政公署）").endswith(("政府", "行署", "管委会", "管理委员会"))
    joint = JOINTS.match(text, _body(text, *match.span()).end, end)
    beside = joint and any(pattern.match(text, joint.end(), end) for pattern in _names())
    return not (named or beside or _pattern("acts").match(text, match.end(), end))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_bodies()[name])


def _body(text: str, start: int, end: int) -> Body:
    while text[end - 1] in "、和及（各":  # 各市州和 + 企业
        end -= 1
    return Body(start, end, text[start:end])
