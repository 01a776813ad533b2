"""Which sectors a measure is about, and which it merely touches."""

import re

from policies.extraction.records import (
    Provision,
    SectorDirection,
    SectorLink,
    SectorMention,
    Sentence,
)
from policies.extraction.vocabulary import Vocabulary

from .graph import ancestors, branches
from .names import SectorName, find_sector_names
from .passages import passages_at

NEAR = 120  # characters within which 与 and 关联 belong together
WITH = re.compile(r"与[^，。；]*$")
TOUCHED = re.compile(
    r"(?:等[^，。；、]{0,12})?(?:的)?(?:相)?(?:关联|衔接|对接|协同|融合|联动|耦合|配套|结合)"
)
"""与电力、煤炭、钢铁等行业关联: partners of the subject, no subjects themselves."""

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
    links = [
        *_from_passages(normal, sentence, provisions, directions, vocabulary),
        *_from_headings(sentence, provisions, mentions),
        *_from_mentions(normal, sentence, mentions),
        *_from_branches(normal, sentence, directions, vocabulary),
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
    passages = passages_at(sentence.start, directions)
    if len(passages) > 1:
        above = ancestors(vocabulary)
        names = find_sector_names(normal, sentence.start, sentence.end, vocabulary)
        named = {name.sector for name in names} | {up for n in names for up in above[n.sector]}
        passages = tuple(one for one in passages if one.sector in named) or passages
    return passages


def _from_passages(
    normal: str,
    sentence: Sentence,
    provisions: tuple[Provision, ...],
    directions: tuple[SectorDirection, ...],
    vocabulary: Vocabulary,
) -> list[SectorLink]:
    own = provisions[sentence.provision].start if sentence.provision is not None else None
    return [
        SectorLink(one.sector, "subject", "heading" if one.start == own else "inherited")
        for one in passages_of(normal, sentence, directions, vocabulary)
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
            for mention in mentions
            if mention.via == "heading" and above.start <= mention.start < above.heading_end
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
        for mention in mentions
        if sentence.start <= mention.start and mention.end <= sentence.end
    ]


def _from_before(
    normal: str, sentence: Sentence, mentions: tuple[SectorMention, ...]
) -> list[SectorLink]:
    if not ELIDED.match(normal, sentence.start):
        return []
    return [
        SectorLink(mention.sector, "subject", "inherited")
        for mention in mentions
        if sentence.period[0] <= mention.start < sentence.start
    ]


def _from_branches(
    normal: str,
    sentence: Sentence,
    directions: tuple[SectorDirection, ...],
    vocabulary: Vocabulary,
) -> list[SectorLink]:
    """Branches of the passage's sector, which are no mentions; weak names open the sentence."""
    passages = passages_at(sentence.start, directions)
    if not passages:
        return []
    own = frozenset[str]().union(*(branches(one.sector, vocabulary) for one in passages))
    return [
        SectorLink(name.sector, "subject", "word")
        for name in find_sector_names(normal, sentence.start, sentence.end, vocabulary)
        if name.sector in own and _names_branch(normal, sentence, name)
    ]


def _names_branch(normal: str, sentence: Sentence, name: SectorName) -> bool:
    return name.counts or name.listed or not normal[sentence.start : name.start].strip()


def _relation(normal: str, sentence: Sentence, start: int, end: int) -> str:
    before = normal[max(sentence.start, start - NEAR) : start]
    after = normal[end : min(sentence.end, end + NEAR)]
    touched = WITH.search(before) and TOUCHED.search(re.split(r"[，。；]", after, maxsplit=1)[0])
    return "related" if touched else "subject"
