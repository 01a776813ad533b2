"""Sectors of a document: passages on one, and names in passing."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policies.extraction.records import Provision, SectorDirection, SectorMention, Sentence
from policies.extraction.vocabulary import Vocabulary

from .graph import ancestors, comprised, related
from .names import SectorName, find_sector_names

PASSAGES = frozenset({"tasks", "sectors", "projects"})
NAMED_IN = PASSAGES | {"safeguards"}
LOOSE = 4  # characters of a sector heading that need not be known words
OWN_CHAIN = "产业链"
TAX = re.compile(
    r"即征即退|先征后[返退]|[减免]征|减按|减半|三免|加计扣除|抵[免扣]|税率|免税|所得税|增值税|关税|购置税"
)
"""对新能源汽车免征车辆购置税: what is taxed is no sector unless it is called an industry."""
TOTAL = re.compile(r"传统(?:优势|特色|支柱)?(?:产业|行业|工业)")
"""改造提升传统产业，培育新兴产业: a second subject of weight."""
AND = ("和", "与", "及", "及零部件", "及配套", "类", "方面", "等")
HASTE = ("加快", "大力", "积极", "着力", "重点", "优先")
AT_MOST = 2  # a heading that names more sectors is no passage on them


def find_sector_directions(
    normal: str,
    provisions: tuple[Provision, ...],
    sentences: tuple[Sentence, ...],
    vocabulary: Vocabulary,
) -> tuple[SectorDirection, ...]:
    """Return the passages on one sector (or two: 轻工纺织), heading through end of provision.

    A heading is about a sector if nothing else of weight stands in it: 推进战略性新兴产业发展壮大,
    but not 推进装备升级换代. One that merely groups passages (培育新兴产业 above 1.新材料 2.生物)
    has no sentence of its own and is none.
    """
    found = {
        index: _sectors_of_heading(provision, vocabulary)
        for index, provision in enumerate(provisions)
        if provision.part in PASSAGES and provision.heading
    }
    above = {provisions[index].parent for index, slugs in found.items() if slugs}
    grouping = above - {sentence.provision for sentence in sentences}
    return tuple(
        SectorDirection(provisions[index].start, provisions[index].end, slug, heading, slug)
        for index, slugs in found.items()
        if index not in grouping and (heading := provisions[index].heading)
        for slug in slugs
    )


def find_sector_mentions(
    normal: str,
    provisions: tuple[Provision, ...],
    sentences: tuple[Sentence, ...],
    directions: tuple[SectorDirection, ...],
    vocabulary: Vocabulary,
) -> tuple[SectorMention, ...]:
    """Return the sectors named in passing in tasks, sectors, projects and safeguards.

    The span is the name itself; a sector counts once a sentence. Inside a passage on a sector only
    other industries count, and only where they are called so (与电力、煤炭等行业关联) or the
    sentence opens with them (磷化工要提高收率); a chain to be drawn out there (延伸有机硅产业链)
    is the passage's own. An umbrella's passage names its branches as any task does.
    """
    mentions = []
    umbrellas = {sector.slug for sector in vocabulary.sectors if sector.umbrella}
    for start, end, via in _stretches(provisions, sentences, directions):
        around = {one.sector for one in passages_at(start, directions)}
        own = frozenset[str]().union(*(related(slug, vocabulary) for slug in around))
        near = frozenset[str]().union(*(comprised(slug, vocabulary) for slug in around))
        inside, wide = bool(around), around <= umbrellas
        seen: set[str] = set()
        front = start  # where the names that open the sentence end
        for name in find_sector_names(normal, start, end, vocabulary):
            first = not normal[front : name.start].strip(" 　、和与及")
            front = name.end if first else front
            opens = first and name.strong
            other = name.industry and not normal.startswith(OWN_CHAIN, name.end)
            silent = name.sector in own or (name.sector in near and not opens)
            if not name.counts or silent or name.sector in seen:
                continue
            if opens or other or not inside or (wide and name.listed):
                if not name.industry and TAX.search(normal, start, end):
                    continue
                seen.add(name.sector)
                mentions.append(_mention(normal, name, via, vocabulary))
    return tuple(mentions)


def passages_at(
    position: int, directions: tuple[SectorDirection, ...]
) -> tuple[SectorDirection, ...]:
    """Return the innermost sector passage that holds `position`; two where it is on two sectors."""
    around = [one for one in directions if one.start <= position < one.end]
    inner = max(((one.start, -one.end) for one in around), default=None)
    return tuple(one for one in around if (one.start, -one.end) == inner)


def _sectors_of_heading(provision: Provision, vocabulary: Vocabulary) -> tuple[str, ...]:
    heading = provision.heading
    names = find_sector_names(heading, 0, len(heading), vocabulary)
    if not names:
        return ()
    rest = heading
    for start, end in sorted({(name.start, name.end) for name in names}, reverse=True):
        rest = rest[:start] + "、" + rest[end:]
    if TOTAL.search(rest):
        return ()
    called = all(name.strong or name.industry for name in names)
    if provision.part != "sectors":
        bare = called and not _filler(vocabulary).sub("", rest)
    elif called:
        bare = len(_filler(vocabulary).sub("", rest)) <= LOOSE
    else:
        bare = not _plain(vocabulary).sub("", rest)
    if not bare:
        return ()
    slugs = tuple(dict.fromkeys(_without_narrower(names, vocabulary)))
    return slugs if len(slugs) <= AT_MOST else ()


def _without_narrower(names: tuple[SectorName, ...], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield the names' sectors: of 玻璃及建材 only the wider one, of 食品和轻工 both.

    A branch comes along with its sector, unless it is an industry of the first rank, a division
    (two digits) of the national standard.
    """
    above = ancestors(vocabulary)
    named = {name.sector for name in names}
    ranks = {sector.slug: sector for sector in vocabulary.sectors}
    for name in names:
        divisions = any(len(code) == 2 for _, code, _ in ranks[name.sector].codes)
        if divisions or not above[name.sector] & named:
            yield name.sector


@lru_cache(maxsize=4)
def _filler(vocabulary: Vocabulary) -> re.Pattern[str]:
    return _words_of(vocabulary.sector_words.heading)


@lru_cache(maxsize=4)
def _plain(vocabulary: Vocabulary) -> re.Pattern[str]:
    """What may stand beside a weak name that no noun calls an industry: 做强高端装备."""
    words = vocabulary.sector_words
    return _words_of((*words.growth, *words.modifiers, *AND, *HASTE))


def _words_of(words: tuple[str, ...]) -> re.Pattern[str]:
    known = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"{known}|[、，（）“”\s]")


def _stretches(
    provisions: tuple[Provision, ...],
    sentences: tuple[Sentence, ...],
    directions: tuple[SectorDirection, ...],
) -> Iterator[tuple[int, int, str]]:
    """Headings that are no passage's and group none, and sentences, with how they name."""
    own = {direction.start for direction in directions}
    above = {provision.parent for provision in provisions if provision.start in own}
    grouping = above - {sentence.provision for sentence in sentences}
    stretches = [
        (provision.start + len(provision.marker), provision.heading_end, "heading")
        for index, provision in enumerate(provisions)
        if provision.part in NAMED_IN and provision.start not in own and index not in grouping
    ]
    stretches += [
        (sentence.start, sentence.end, "word")
        for sentence in sentences
        if sentence.part in NAMED_IN
    ]
    return iter(sorted(stretches))


def _mention(normal: str, name: SectorName, via: str, vocabulary: Vocabulary) -> SectorMention:
    """冶金 where it stands for its branches is a broader word for each of them."""
    broader = any(sector.beside for sector in vocabulary.sectors if sector.slug == name.sector)
    return SectorMention(
        start=name.start,
        end=name.end,
        key=name.sector,
        sector=name.sector,
        as_written=normal[name.start : name.end],
        via="broader" if broader and via == "word" else via,
    )
