"""Which sectors a measure is about, and which it merely touches."""

import re
from bisect import bisect_left
from operator import attrgetter

from policies.extraction.records import (
    Provision,
    SectorDirection,
    SectorLink,
    SectorMention,
    Sentence,
)
from policies.extraction.vocabulary import Vocabulary

from .graph import ancestors, comprised
from .names import SectorName, find_sector_names
from .passages import passages_at

START = attrgetter("start")
NEAR = 120  # characters within which 与 and 关联 belong together
WITH = re.compile(r"与[^，。；]*$")
TOUCHED = re.compile(
    r"(?:等[^，。；、]{0,12})?(?:的)?(?:相)?(?:关联|衔接|对接|协同|融合|联动|耦合|配套|结合)"
)
"""与电力、煤炭、钢铁等行业关联: partners of the subject, no subjects themselves."""

FIRMS = re.compile(r"(?:生产|制造|加工)?企业")
ELIDED = re.compile(
    r"逾期|到期|届时|未(?:按期|按时|完成|达标|通过)|不达标|达不到|整改(?:不|后)|对(?:逾期|到期|未|不|达不到)"
)
"""逾期未完成的，依法停产: who is not said again after a ；."""


def link_sectors(
    normal: str,
    sentence: Sentence,
    provisions: tuple[Provision, ...],
    directions: tuple[SectorDirection, ...],
    mentions: tuple[SectorMention, ...],
    vocabulary: Vocabulary,
) -> tuple[SectorLink, ...]:
    """Return the sectors of one measure, the section's first, then in order of their naming.

    `via`: heading (the provision's own heading names it), inherited (a heading further up does),
    word or broader (the sentence itself does). Branches that a passage names stand beside its
    sector: 铜产业重点是… under 有色金属 is nonferrous and copper. Of a passage on two
    sectors a sentence that names one of them alone, or a branch of it, is about that one. A sentence without a subject of its own takes those before its ；.
    """
    around = passages_at(sentence.start, directions)
    names = _names_of(normal, sentence, vocabulary) if around else ()
    links = [
        *_from_passages(sentence, provisions, _named_alone(around, names, vocabulary)),
        *_from_headings(sentence, provisions, mentions),
        *_from_mentions(normal, sentence, mentions),
        *_from_kin(normal, sentence, around, names, vocabulary),
    ]
    first: dict[str, SectorLink] = {}
    for link in links or _from_before(normal, sentence, mentions):
        first.setdefault(link.sector, link)
    return tuple(first.values())


def passages_of(
    normal: str,
    sentence: Sentence,
    directions: tuple[SectorDirection, ...],
    vocabulary: Vocabulary,
) -> tuple[SectorDirection, ...]:
    """Return the passages the sentence is about: of two the one that it names alone."""
    around = passages_at(sentence.start, directions)
    names = _names_of(normal, sentence, vocabulary) if len(around) > 1 else ()
    return _named_alone(around, names, vocabulary)


def _names_of(normal: str, sentence: Sentence, vocabulary: Vocabulary) -> tuple[SectorName, ...]:
    return find_sector_names(normal, sentence.start, sentence.end, vocabulary)


def _named_alone(
    around: tuple[SectorDirection, ...], names: tuple[SectorName, ...], vocabulary: Vocabulary
) -> tuple[SectorDirection, ...]:
    if len(around) < 2:
        return around
    above = ancestors(vocabulary)
    named = {name.sector for name in names} | {up for name in names for up in above[name.sector]}
    return tuple(one for one in around if one.sector in named) or around


def _from_passages(
    sentence: Sentence, provisions: tuple[Provision, ...], passages: tuple[SectorDirection, ...]
) -> list[SectorLink]:
    own = provisions[sentence.provision].start if sentence.provision is not None else None
    return [
        SectorLink(one.sector, "subject", "heading" if one.start == own else "inherited")
        for one in passages
    ]


def _from_headings(
    sentence: Sentence, provisions: tuple[Provision, ...], mentions: tuple[SectorMention, ...]
) -> list[SectorLink]:
    """Sectors that a heading above names among others: 加快钢铁、有色等传统产业改造."""
    links, index, via = [], sentence.provision, "heading"
    while index is not None:
        above = provisions[index]
        links += [
            SectorLink(mention.sector, "subject", via)
            for mention in _between(mentions, above.start, above.heading_end)
            if mention.via == "heading"
        ]
        index, via = above.parent, "inherited"
    return links


def _from_mentions(
    normal: str, sentence: Sentence, mentions: tuple[SectorMention, ...]
) -> list[SectorLink]:
    return [
        SectorLink(
            mention.sector, _relation(normal, sentence, mention.start, mention.end), mention.via
        )
        for mention in _between(mentions, sentence.start, sentence.end)
        if mention.end <= sentence.end
    ]


def _from_before(
    normal: str, sentence: Sentence, mentions: tuple[SectorMention, ...]
) -> list[SectorLink]:
    if not ELIDED.match(normal, sentence.start):
        return []
    return [
        SectorLink(mention.sector, "subject", "inherited")
        for mention in _between(mentions, sentence.period[0], sentence.start)
    ]


def _from_kin(
    normal: str,
    sentence: Sentence,
    around: tuple[SectorDirection, ...],
    names: tuple[SectorName, ...],
    vocabulary: Vocabulary,
) -> list[SectorLink]:
    """Kin of the passage's sector, which are no mentions.

    Branches count where they are named as such, are listed or open the sentence; what the
    passage comprises where it is called an industry; what stands above where its firms are named.
    """
    own, above = {one.sector for one in around}, ancestors(vocabulary)
    near = frozenset[str]().union(*(comprised(slug, vocabulary) for slug in own))
    wider = frozenset[str]().union(*(above[slug] for slug in own))
    return [
        SectorLink(name.sector, "subject", "word")
        for name in names
        if (own & above[name.sector] and _names_branch(normal, sentence, name))
        or (name.sector in near and name.industry)
        or (name.sector in wider and FIRMS.match(normal, name.end))
    ]


def _names_branch(normal: str, sentence: Sentence, name: SectorName) -> bool:
    return name.counts or name.listed or not normal[sentence.start : name.start].strip()


def _between(
    mentions: tuple[SectorMention, ...], start: int, end: int
) -> tuple[SectorMention, ...]:
    """Return the mentions that begin there, which stand in order."""
    first = bisect_left(mentions, start, key=START)
    return mentions[first : bisect_left(mentions, end, first, key=START)]


def _relation(normal: str, sentence: Sentence, start: int, end: int) -> str:
    before = normal[max(sentence.start, start - NEAR) : start]
    after = normal[end : min(sentence.end, end + NEAR)]
    touched = WITH.search(before) and TOUCHED.search(re.split(r"[，。；]", after, maxsplit=1)[0])
    return "related" if touched else "subject"
