"""Sentences to targets: every aim with a number, typed in full (design.md, section 5)."""

from dataclasses import replace

from policies.extraction.quantities.damage import doubt_of_words
from policies.extraction.quantities.periods import Period, due_before, find_periods
from policies.extraction.records import Provision, SectorDirection, Sentence, Target
from policies.extraction.sectors.links import passages_of
from policies.extraction.vocabulary import Vocabulary

from .admission import is_target, is_threshold
from .fact_lists import read_again
from .fact_reading import read_piece
from .facts import Fact
from .governing import inherited_periods, spanned
from .indicators import find_scope, find_sector, match_indicators
from .lending import (
    lend,
    lend_base,
    lend_verb,
    lend_wish,
    lend_yearly,
    opening_base,
    opening_wish,
    opening_yearly,
    share_ranks,
)
from .naming import accrual_of, name_indicator, yearly_accrual
from .pieces import Clause, split_clauses
from .subjects import Subject, is_rank, subject_of


def find_targets(
    text: str,
    normal: str,
    provisions: tuple[Provision, ...],
    sentences: tuple[Sentence, ...],
    directions: tuple[SectorDirection, ...],
    vocabulary: Vocabulary,
) -> tuple[Target, ...]:
    """Return the targets of a text in reading order; (start, end, key) is unique.

    `normal` is the normalised `text`, character for character; spans are code points of both.
    """
    found: dict[tuple[int, int, str], Target] = {}
    carried, before, paragraph = None, None, None
    verb, passed = "", []  # clauses without a number since the last one that has some
    for sentence, period in zip(
        sentences, inherited_periods(normal, sentences, provisions), strict=True
    ):
        if sentence.paragraph != paragraph:
            carried, before, paragraph, passed = None, None, sentence.paragraph, []
        clauses = split_clauses(normal, sentence.start, sentence.end, vocabulary.units)
        if not any(clause.pieces for clause in clauses):
            passed += clauses
            continue
        sector = _passage_sector(normal, sentence, directions, vocabulary)
        periods = find_periods(normal, sentence.start, sentence.end)
        facts: list[Fact] = []
        yearly, wished = "", False
        base = opening_base(normal, sentence.start, sentence.end)
        for clause in clauses:
            if not clause.pieces:
                passed.append(clause)
                facts = []
            else:
                carried, passed = _last_subject(normal, passed) or carried, []
                facts, carried = _read_clause(normal, clause, carried, facts)
            within = before if normal.startswith("其中", clause.start) else None
            yearly = opening_yearly(normal, clause.start, clause.end, yearly)
            wished = opening_wish(normal, clause.start, clause.end, facts, wished)
            for fact in facts:
                fact = lend_wish(lend_base(fact, base), wished)
                fact = lend_yearly(fact, yearly, clause.start, bool(within))
                fact = lend_verb(fact, verb) if within else fact
                due = _due(normal, fact, clause, sentence, periods) or period
                if not is_target(normal, fact, sentence, clause, bool(due)):
                    continue
                target = _make_target(normal, fact, sentence, due, sector, vocabulary)
                target = replace(target, part_of=_part_of(target, within, before))
                found.setdefault((target.start, target.end, target.key), target)
                before, verb = target, fact.phrase.verb
    return tuple(sorted(found.values(), key=lambda target: (target.start, target.end, target.key)))


def _due(
    normal: str, fact: Fact, clause: Clause, sentence: Sentence, periods: tuple[Period, ...]
) -> Period | None:
    """Return when `fact` falls due by its own sentence, nearest first."""
    if fact.due:
        return fact.due
    before = due_before(periods, fact.quantity.start)
    if before and before.due:
        return before
    return spanned(normal, sentence.start, fact.quantity.start) or before


def _last_subject(normal: str, clauses: list[Clause]) -> Subject | None:
    """Return what the last of `clauses` that has a subject was about."""
    subjects = (subject_of(normal, one.start, one.end) for one in reversed(clauses))
    return next(filter(None, subjects), None)


def _read_clause(
    normal: str, clause: Clause, carried: Subject | None, earlier: list[Fact]
) -> tuple[list[Fact], Subject | None]:
    """Return the facts of a clause, and what it was about for the next one.

    `earlier` are the facts of the clause before, whose things a list of numbers may take up again.
    """
    facts: list[Fact] = []
    for piece in clause.pieces:
        found = read_again(normal, piece, earlier) or read_piece(normal, piece, carried)
        if found and not facts and earlier and is_rank(found[0].phrase.subject):
            found = (lend(earlier[-1], found[0]), *found[1:])  # 新增国家级中心2家，省级20家
        facts += [lend(facts[-1], fact) if facts else fact for fact in found]
        carried = facts[-1].carry if facts else carried
    return share_ranks(facts), carried


def _passage_sector(
    normal: str,
    sentence: Sentence,
    directions: tuple[SectorDirection, ...],
    vocabulary: Vocabulary,
) -> str | None:
    """Return the sector of the passage that holds the sentence; None where it is about two."""
    passages = passages_of(normal, sentence, directions, vocabulary)
    return passages[0].sector if len(passages) == 1 else None


def _part_of(target: Target, within: Target | None, before: Target | None) -> str | None:
    """Return the key of what 其中 points back to; a second part beside the first shares it."""
    if within:
        return within.key
    beside = before and before.part_of and before.key == target.key
    return before.part_of if beside else None


def _make_target(
    normal: str,
    fact: Fact,
    sentence: Sentence,
    due: Period | None,
    heading_sector: str | None,
    vocabulary: Vocabulary,
) -> Target:
    threshold = is_threshold(fact)
    quantity, phrase = fact.quantity, fact.phrase
    name = name_indicator(fact, threshold)
    indicators = (
        ()
        if threshold
        else match_indicators(name, vocabulary, quantity.unit_class, yearly_accrual(fact))
    )
    usual = {term.slug: term.accrual for term in vocabulary.indicators}
    return Target(
        start=fact.start,
        end=fact.end,
        key=indicators[0] if indicators else name,
        indicator=name,
        indicators=indicators,
        value=quantity.value,
        value_max=quantity.value_max,
        baseline=fact.baseline,
        unit=quantity.unit,
        comparator=quantity.comparator,
        change=fact.change,
        base=phrase.base,
        base_year=phrase.base_year,
        annual=bool(phrase.yearly),
        accrual=accrual_of(fact, usual[indicators[0]] if indicators else "end"),
        scope=find_scope(name, phrase.region),
        part_of=None,
        due=due.due if due else None,
        due_start=due.first_year if due else None,
        due_end=due.last_year if due else None,
        aspirational=phrase.aspirational or normal.startswith("力争", sentence.start),
        sector=find_sector(fact.name, indicators, vocabulary) or heading_sector,
        threshold=threshold,
        doubt=f"damaged_glyph: 疑为{quantity.damaged}"
        if quantity.damaged
        else doubt_of_words(normal, fact.start, fact.end),
    )
