"""What a heading inside a part is about: 加大财政支持力度 and 强化资金扶持 are one usual heading."""

import re
from functools import lru_cache

from policies.extraction.vocabulary import load_vocabulary

_SOURCES = {  # what headings in a part are called after, the first that matches
    "targets": ("theme",),
    "sectors": ("sector",),
    "safeguards": ("instrument", "theme"),
    "projects": ("theme", "sector"),
    "tasks": ("theme", "sector", "instrument"),
}

_ALSO = {"总体思路": "指导思想"}  # two names of one usual heading
# 传统产业改造升级 is about no equipment, 服务质量水平 about no products
_WIDE = re.compile("(?:改造|转型)升级|服务质量(?:和|与)?(?:水平|效率)?")


@lru_cache(maxsize=10_000)
def subject_of(part: str, heading: str) -> str:
    """Return "instrument:land" for 完善用地政策 in the safeguards; the heading itself else.

    Words are those of the vocabulary, but those too wide in a heading to say what it is about. The earliest match in the heading wins, so that the answer
    depends on nothing but the heading.
    """
    wide = [match.span() for match in _WIDE.finditer(heading)]
    for kind in _SOURCES.get(part, ()):
        found = [
            (match.start(), -len(match[0]), code)
            for code, pattern in _patterns()[kind]
            for match in pattern.finditer(heading)
            if not any(start <= match.start() and match.end() <= end for start, end in wide)
        ]
        if found:
            return f"{kind}:{min(found)[2]}"
    return _ALSO.get(heading, heading)


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[tuple[str, re.Pattern]]]:
    vocabulary = load_vocabulary()
    return {
        "instrument": [(t.code, _any(t.cues, t.name)) for t in vocabulary.instruments],
        "theme": [(t.code, _any(t.cues, t.name)) for t in vocabulary.themes],
        "sector": [
            (s.slug, _any(map(re.escape, (*s.aliases, *s.weak)), s.name))
            for s in vocabulary.sectors
            if not s.aggregate
        ],
    }


def _any(patterns: object, name: str) -> re.Pattern:
    return re.compile("|".join(f"(?:{p})" for p in (re.escape(name), *patterns)))
