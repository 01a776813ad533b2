"""Measures: every policy sentence of the covered parts, with what it does, by whom, how firmly."""

from collections.abc import Mapping, Sequence

from policies.extraction.quantities.damage import doubt_of_words
from policies.extraction.records import (
    ActorLink,
    Measure,
    Provision,
    SectorDirection,
    SectorMention,
    Sentence,
)
from policies.extraction.sectors.links import link_sectors
from policies.extraction.vocabulary import Vocabulary

from .actors import carry_subject, find_acting, join_actors
from .agreement import near_identical_disagreements
from .applying import find_applying
from .beneficiaries import find_beneficiaries
from .codes import SILENT, Codes, find_codes, from_headings
from .conditions import find_conditions, find_exceptions
from .force import find_force, find_hedges
from .notes import find_notes, governing_notes
from .numbers import find_numbers
from .scope import find_scope
from .specific import is_specific

__all__ = ["find_measures", "near_identical_disagreements"]


def find_measures(
    normal: str,
    provisions: tuple[Provision, ...],
    sentences: tuple[Sentence, ...],
    directions: tuple[SectorDirection, ...],
    mentions: tuple[SectorMention, ...],
    vocabulary: Vocabulary,
) -> tuple[Measure, ...]:
    """Return one measure for each sentence of a covered part, in text order.

    `normal` is normalised text of the stored text's length; spans are code points. Headings and
    lead-ins are none. `part` of a measure is its sentence's.
    """
    chosen = _measure_sentences(sentences, vocabulary)
    applying = dict(find_applying(normal, sentences, provisions))
    codes = _find_all_codes(normal, chosen, provisions, applying, vocabulary)
    actors = _find_all_actors(normal, provisions, sentences, chosen, vocabulary)
    return tuple(
        _measure(normal, sentence, found, links, vocabulary, (provisions, directions, mentions))
        for sentence, found, links in zip(chosen, codes, actors, strict=True)
    )


def _measure_sentences(
    sentences: tuple[Sentence, ...], vocabulary: Vocabulary
) -> tuple[Sentence, ...]:
    covered = {part.code for part in vocabulary.parts if part.covered}
    return tuple(s for s in sentences if s.part in covered and s.role == "sentence")


def _find_all_codes(
    normal: str,
    sentences: Sequence[Sentence],
    provisions: tuple[Provision, ...],
    applying: Mapping[Sentence, Codes],
    vocabulary: Vocabulary,
) -> list[Codes]:
    """Return each sentence's codes by its own words; only where they are silent, its headings'.

    Those of an item in a list of conditions are given: `applying`.
    """
    spans = [(sentence.start, sentence.end) for sentence in sentences]
    own = find_codes(normal, spans, [s.part == "sectors" for s in sentences], vocabulary)
    above = from_headings(normal, [s.provision for s in sentences], provisions, vocabulary)
    return [
        applying.get(sentence, codes if codes != SILENT else other)
        for sentence, codes, other in zip(sentences, own, above, strict=True)
    ]


def _find_all_actors(
    normal: str,
    provisions: tuple[Provision, ...],
    sentences: Sequence[Sentence],
    chosen: Sequence[Sentence],
    vocabulary: Vocabulary,
) -> list[tuple[ActorLink, ...]]:
    """Return each chosen sentence's actors: those of its words, of its notes, of notes that govern it.

    Behind ； the subject before it is carried on.
    """
    stated = [find_notes(normal, sentence.start, sentence.end) for sentence in sentences]
    governing = governing_notes(normal, provisions, sentences, stated)
    noted = dict(zip(sentences, zip(stated, governing, strict=True), strict=True))
    found, acting, period = [], (), None
    for sentence in chosen:
        start, end, (notes, over) = sentence.start, sentence.end, noted[sentence]
        own = find_acting(normal, start, end, notes, vocabulary)
        acting = carry_subject(acting, own, normal[start:end]) if sentence.period == period else own
        found.append(join_actors(acting, (*notes, *over), vocabulary))
        period = sentence.period
    return found


def _measure(
    normal: str,
    sentence: Sentence,
    codes: Codes,
    actors: tuple[ActorLink, ...],
    vocabulary: Vocabulary,
    context: tuple[tuple[Provision, ...], tuple[SectorDirection, ...], tuple[SectorMention, ...]],
) -> Measure:
    start, end = sentence.start, sentence.end
    text = normal[start:end]
    force, force_cue = find_force(text, vocabulary.forces)
    numbers, doubt = find_numbers(normal, start, end, vocabulary.units)
    conditions = find_conditions(text)
    return Measure(
        start=start,
        end=end,
        key="",
        part=sentence.part,
        themes=codes.themes,
        instruments=codes.instruments,
        tools=codes.tools,
        sectors=link_sectors(normal, sentence, *context, vocabulary),
        actors=actors,
        beneficiaries=find_beneficiaries(text),
        conditions=conditions,
        exceptions=find_exceptions(text),
        scope=find_scope(text, codes.tools, vocabulary),
        numbers=numbers,
        force=force,
        force_cue=force_cue,
        hedges=find_hedges(text),
        specific=is_specific(text, numbers, actors, conditions, force),
        why=codes.why,
        doubt=doubt or doubt_of_words(normal, start, end),
    )
