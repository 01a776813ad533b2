"""A document of a few clauses, read as far as sectors and tax reliefs need; actors of a sentence."""

from dataclasses import dataclass

from policies.extraction.measures.actors import find_acting, join_actors
from policies.extraction.measures.notes import find_notes
from policies.extraction.normalise import normalise
from policies.extraction.outline.sentences import split_sentences
from policies.extraction.outline.structure import parse_structure
from policies.extraction.records import (
    ActorLink,
    Provision,
    SectorDirection,
    SectorMention,
    Sentence,
)
from policies.extraction.sectors.passages import find_sector_directions, find_sector_mentions
from policies.extraction.vocabulary import Vocabulary, load_vocabulary

TASK = "一、总体要求\n　　坚持创新驱动。\n　　二、主要任务\n　　（一）加快改造升级。{}\n"
SECTOR = (
    "一、总体要求\n　　坚持创新驱动。\n　　二、重点行业\n　　（一）{}\n　　（二）其他方面。略。\n"
)


@dataclass(frozen=True)
class Read:
    text: str
    normal: str
    provisions: tuple[Provision, ...]
    sentences: tuple[Sentence, ...]
    directions: tuple[SectorDirection, ...]
    mentions: tuple[SectorMention, ...]
    vocabulary: Vocabulary


def read(text: str) -> Read:
    """Return the text with its outline, sentences and sectors."""
    vocabulary, normal = load_vocabulary(), normalise(text)
    provisions = parse_structure(normal, vocabulary)
    sentences = split_sentences(normal, provisions)
    directions = find_sector_directions(normal, provisions, sentences, vocabulary)
    mentions = find_sector_mentions(normal, provisions, sentences, directions, vocabulary)
    return Read(text, normal, provisions, sentences, directions, mentions, vocabulary)


def find_actors(normal: str, start: int, end: int, vocabulary: Vocabulary) -> tuple[ActorLink, ...]:
    """Return the actors of one sentence by its own words and notes."""
    notes = find_notes(normal, start, end)
    return join_actors(find_acting(normal, start, end, notes, vocabulary), notes, vocabulary)
