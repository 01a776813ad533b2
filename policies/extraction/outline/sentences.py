"""Sentences: the smallest stretches that say one thing, and the proof that none is lost."""

from collections.abc import Iterator

from policies.extraction.records import Provision, Sentence

from .aim_paragraphs import states_aims
from .attachments import find_tables
from .clauses import split_acts, split_periods
from .closings import FINAL, find_closings
from .notes import is_note
from .paragraphs import Paragraph, split_paragraphs

COVERED = frozenset({"tasks", "sectors", "projects", "safeguards"})


def split_sentences(normal: str, provisions: tuple[Provision, ...]) -> tuple[Sentence, ...]:
    """Return every sentence of a normalised text in order, in all parts.

    A sentence ends at 。！？, or at ； between independent acts; one that ends its paragraph in ：
    and is followed by another is a lead-in, a line that only says who is responsible a note. Every character is in a heading, in one sentence, or
    white space. Closing lines and attached tables are of part closing, what stands before the
    first heading preamble; a paragraph that begins 到2025年， and what follows it are targets.
    """
    paragraphs = split_paragraphs(normal)
    closing = {
        index
        for block in find_closings(normal, paragraphs)
        for index in range(block.first, block.last + 1)
    } | find_tables(normal, paragraphs)
    sentences: list[Sentence] = []
    aiming: int | None = None
    for index, (paragraph, owner, start) in enumerate(_bodies(paragraphs, provisions)):
        part = provisions[owner].part if owner is not None else "preamble"
        if index in closing or _takes_effect(normal, paragraph, start):
            owner, part = None, "closing"
        elif states_aims(normal, paragraph, start, part):
            part, aiming = "targets", owner
        elif part == "guidance" and _goes_on(provisions, owner, aiming):
            part = "targets"
        followed = index + 1 < len(paragraphs) and index + 1 not in closing
        sentences += _of_paragraph(normal, (start, paragraph.end), owner, part, followed)
    return tuple(sentences)


def _goes_on(provisions: tuple[Provision, ...], owner: int | None, aiming: int | None) -> bool:
    """Whether the paragraph follows one that states aims: in its unit, or as ——… under it."""
    if owner is None or aiming is None:
        return False
    return owner == aiming or (
        provisions[owner].parent == aiming and not provisions[owner].marker.strip("—―─-●■▲◆★※•")
    )


def _takes_effect(normal: str, paragraph: Paragraph, start: int) -> bool:
    """Whether an unheaded paragraph only says since when the document holds: 本意见自印发之日起施行."""
    return start == paragraph.start and FINAL.match(normal, start) is not None


def check_cover(
    text: str, provisions: tuple[Provision, ...], sentences: tuple[Sentence, ...]
) -> list[str]:
    """Return what is wrong with the cover of `text`, [] where all is well.

    Every character is in exactly one of heading, sentence or white space; one line per fault.
    """
    faults, at = [], 0
    headings = [(provision.start, provision.heading_end) for provision in provisions]
    spans = [(sentence.start, sentence.end) for sentence in sentences]
    for start, end in sorted(headings + spans):
        if not 0 <= start < end <= len(text):
            faults.append(f"{start}-{end}: not a span of the text")
        elif start < at:
            faults.append(f"{start}-{min(at, end)}: twice: {text[start : min(at, end)][:40]}")
        elif text[at:start].strip():
            faults.append(f"{at}-{start}: left out: {text[at:start].strip()[:40]}")
        at = max(at, end)
    if text[at:].strip():
        faults.append(f"{at}-{len(text)}: left out: {text[at:].strip()[:40]}")
    return faults


def _bodies(
    paragraphs: tuple[Paragraph, ...], provisions: tuple[Provision, ...]
) -> Iterator[tuple[Paragraph, int | None, int]]:
    """Yield each paragraph, its innermost provision and where its text begins after a heading."""
    owner, coming = None, 0
    for paragraph in paragraphs:
        start = paragraph.start
        while owner is not None and provisions[owner].end <= paragraph.start:
            owner = provisions[owner].parent
        while coming < len(provisions) and provisions[coming].start <= paragraph.start:
            owner, start = coming, provisions[coming].heading_end
            coming += 1
        yield paragraph, owner, start


def _of_paragraph(
    normal: str, body: tuple[int, int], owner: int | None, part: str, followed: bool
) -> list[Sentence]:
    if is_note(normal, *body):
        return [Sentence(*body, owner, part, "note", body, body)]
    periods = split_periods(normal, *body)
    span = (periods[0][0], periods[-1][1]) if periods else body
    return [
        Sentence(
            start=start,
            end=end,
            provision=owner,
            part=part,
            role="lead_in"
            if followed and end == body[1] and normal[end - 1] == "："
            else "sentence",
            period=period,
            paragraph=span,
        )
        for period in periods
        for start, end in split_acts(normal, *period)
    ]
