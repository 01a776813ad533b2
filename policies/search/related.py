"""也可能相关: other words for what was asked, each with its own count; never part of the result."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import CharField, Count, Q, Value

from policies.extraction.vocabulary import load_vocabulary
from policies.models import Document, Passage
from policies.models.search_text import RUN, fold

from .matching import matching
from .query import Query, parse
from .segmentation import words

MOST = 8
SYNONYM, SPLIT = "同义说法", "分词检索"


@dataclass(frozen=True)
class Related:
    """A query that may find more: its text, why it is offered, passages it finds."""

    text: str
    why: str
    count: int


def related(query: Query) -> list[Related]:
    """Return what else finds something; one query to the database, none for an empty query."""
    proposals = dict(reversed(list(_proposals(query))))  # the first reason given stands
    proposals.pop(query.text.strip(), None)
    texts = list(reversed(proposals))[:MOST]
    counts = _counts(texts)
    return [Related(text, proposals[text], counts[text]) for text in texts if counts[text]]


def _proposals(query: Query) -> Iterator[tuple[str, str]]:
    for phrase in query.phrases:
        for ring in load_vocabulary().synonyms:
            folded = {fold(word): word for word in ring}
            for known in sorted(folded, key=len, reverse=True):
                if known in phrase.folded:
                    for word in ring:
                        if fold(word) != known and known not in fold(word):
                            yield _quoted(phrase.folded.replace(known, word)), SYNONYM
                    break
    for phrase in query.phrases:
        # characters by themselves stand in every other line
        split = [word for word in words(phrase.folded) if len(word) > 1 and RUN.search(word)]
        if len(split) > 1:
            yield " ".join(split), SPLIT


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text


def _counts(texts: list[str]) -> dict[str, int]:
    if not texts:
        return {}
    drafts = Document.objects.filter(published=False).order_by()
    arms = [
        Passage.objects.filter(matching(parse(text).phrases) & ~Q(document__in=drafts))
        .order_by()
        .annotate(asked=Value(text, CharField()))
        .values("asked")
        .annotate(found=Count("pk"))
        .values_list("asked", "found")
        for text in texts
    ]
    found = arms[0].union(*arms[1:], all=True) if len(arms) > 1 else arms[0]
    return dict.fromkeys(texts, 0) | dict(found)
