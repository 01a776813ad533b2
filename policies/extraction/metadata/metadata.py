"""What the text itself says about the document."""

import re
from datetime import date

from policies.extraction.outline.closings import Closing, find_closings
from policies.extraction.outline.paragraphs import split_paragraphs
from policies.extraction.quantities.dates import DATE, read_date
from policies.extraction.records import Citation, Metadata, Provision
from policies.extraction.vocabulary import Vocabulary

from .citations import find_citations
from .document_numbers import canonical_number
from .jurisdiction import find_level, find_province
from .titles import GENRES, TitleBlock, read_title_block

PREAMBLE = 1500  # characters in which a text without headings must say what it is
GENRE = re.compile(
    r"(?:提出|制定|制订|出台)(?:了)?(?:本|如下|以下|下列)?(?:的)?"
    rf"(?:初步|实施|指导|若干|贯彻|工作|政策|行动){{0,3}}(?P<genre>{GENRES})"
    r"|(?P<notice>通知|决定|通告|公告)如下"
)
CARRIES_OUT = re.compile(r"贯彻|落实|执行")
ACCORDING = re.compile(r"根据|按照|依据")
LAW = re.compile(r"(?:法|条例|章程)\Z")
ISSUING_TITLE = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff]{2,30}?(?:政府|办公厅|办公室|委员会|厅|局|部|国务院|省委|市委))(?:关于|印发|转发|批转)"
)
JOINT = re.compile(  # a party committee and a government above one title
    r"(中共[\u4e00-\u9fff]{2,12}?(?:委员会|委)(?:办公厅|办公室)?)"
    r"([\u4e00-\u9fff]{2,16}政府(?:办公厅|办公室)?)"
)
REACH = 60  # characters between 贯彻落实 and the document it names


def find_metadata(
    normal: str, provisions: tuple[Provision, ...], vocabulary: Vocabulary
) -> Metadata:
    """Return title, number, issuer, date and the like; None where the text does not say.

    Issuer and day come from the closing lines, else from the title block. A notice that wraps
    another text speaks for the whole: its closing, being the first, counts.
    """
    paragraphs = split_paragraphs(normal)
    first = next((p.start for p in provisions if p.part != "preamble"), min(len(normal), PREAMBLE))
    block = read_title_block(normal, paragraphs, first)
    closing = next(iter(find_closings(normal, paragraphs)), None)
    issuer = _issuer(normal, closing, block)
    parent = _parent(normal[:first], vocabulary)
    number = canonical_number(block.number)
    heads = (block.title, issuer, block.addressees)
    return Metadata(
        title=block.labels.get("title") or block.title,
        document_number=number,
        issuer=issuer,
        issued_on=_issued_on(closing, block),
        addressees=block.addressees,
        province_code=find_province(normal, heads, number, vocabulary.provinces),
        level=find_level(normal, issuer, block.addressees, vocabulary.provinces),
        genre=block.genre or _genre(normal[:first]),
        implements=parent.title if parent else None,
        implements_number=parent.number if parent else None,
    )


def _issuer(normal: str, closing: Closing | None, block: TitleBlock) -> str | None:
    if closing and closing.issuers:
        names = (re.sub(r"\s+", "", normal[p.start : p.end]) for p in closing.issuers)
        return "、".join(name.strip("（）") for name in names)
    titled = ISSUING_TITLE.match(block.title or "")
    own = titled["issuer"] if titled else None
    joint = JOINT.fullmatch(own or "")
    return block.labels.get("issuer") or ("、".join(joint.groups()) if joint else own)


def _issued_on(closing: Closing | None, block: TitleBlock) -> date | None:
    if closing and closing.day:
        return read_date(closing.day)
    if block.day:
        return read_date(block.day)
    labelled = DATE.match(block.labels.get("issued_on", ""))
    return read_date(labelled) if labelled else None


def _genre(preamble: str) -> str | None:
    match = GENRE.search(preamble)
    return (match["genre"] or match["notice"]) if match else None


def _parent(preamble: str, vocabulary: Vocabulary) -> Citation | None:
    """The document that this one carries out: 为贯彻落实《…》, else 根据《…》 unless it is a law."""
    citations = find_citations(preamble, vocabulary)
    for verb in (CARRIES_OUT, ACCORDING):
        for citation in citations:
            before = preamble[max(0, citation.start - REACH) : citation.start]
            clause = re.split(r"[。：\n]", before)[-1]
            if verb.search(clause) and not LAW.search(citation.title) and not citation.planned:
                return citation
    return None
