"""extract(text, vocabulary): the stages, called in order."""

from .aims import find_goals, find_targets
from .measures import find_measures
from .metadata import find_citations, find_metadata
from .normalise import normalise
from .outline import as_printed, parse_structure, split_sentences
from .records import ExtractedDocument
from .sectors import find_sector_directions, find_sector_mentions
from .tax import find_tax_policies
from .vocabulary import Vocabulary

RULES = "13"  # raised when a rule changes what is extracted


def extract(text: str, vocabulary: Vocabulary) -> ExtractedDocument:
    """Return everything the portal records about one policy text.

    `text` is what a reader of `sources` gave. Every span in the answer indexes it unaltered:
    normalising replaces one character by one character. Never raises on any text.
    """
    normal = normalise(text)
    provisions = parse_structure(normal, vocabulary)
    sentences = split_sentences(normal, provisions)
    directions = find_sector_directions(normal, provisions, sentences, vocabulary)
    mentions = find_sector_mentions(normal, provisions, sentences, directions, vocabulary)
    targets = find_targets(text, normal, provisions, sentences, directions, vocabulary)
    return ExtractedDocument(
        metadata=find_metadata(normal, provisions, vocabulary),
        provisions=as_printed(text, normal, provisions),
        sentences=sentences,
        citations=find_citations(normal, vocabulary),
        targets=targets,
        goals=find_goals(normal, provisions, sentences, targets, vocabulary),
        sector_directions=directions,
        sector_mentions=mentions,
        measures=find_measures(normal, provisions, sentences, directions, mentions, vocabulary),
        tax_policies=find_tax_policies(normal, provisions, sentences, vocabulary),
    )


def extractor_version(vocabulary: Vocabulary) -> str:
    """The rules' number and the vocabulary's hash: equal versions give equal records."""
    return f"{RULES}+{vocabulary.hash[:12]}"
