"""Clauses of the targets part to goals: aims without a number, one a clause."""

from dataclasses import dataclass

from policies.extraction.quantities.damage import doubt_of_words
from policies.extraction.quantities.periods import Period, due_before, find_periods
from policies.extraction.records import Goal, Provision, Sentence, Target
from policies.extraction.vocabulary import Vocabulary

from .goal_clauses import Aim, is_guiding, read_aims
from .governing import inherited_periods, spanned
from .indicators import find_sector, match_indicators
from .pieces import Clause, is_name, split_clauses
from .subjects import Subject, subject_of


@dataclass(frozen=True)
class _Carried:
    """What earlier clauses of the paragraph were about."""

    subject: Subject | None = None
    context: str = ""  # 技术装备水平, of which 其中 names parts


def find_goals(
    normal: str,
    provisions: tuple[Provision, ...],
    sentences: tuple[Sentence, ...],
    targets: tuple[Target, ...],
    vocabulary: Vocabulary,
) -> tuple[Goal, ...]:
    """Return the goals of a normalised text in reading order; (start, end, key) is unique.

    Only in the targets part, at any depth of heading. A clause that states a number is a target,
    one that names circumstances (通过技术改造，) or introduces a list is no goal.
    """
    numbers = frozenset(target.end for target in targets)
    found: dict[tuple[int, int, str], Goal] = {}
    carried, paragraph = _Carried(), None
    inherited = inherited_periods(normal, sentences, provisions)
    for sentence, period in zip(sentences, inherited, strict=True):
        if sentence.part != "targets" or sentence.role != "sentence":
            continue
        if sentence.paragraph != paragraph:
            carried, paragraph = _Carried(), sentence.paragraph
        periods = find_periods(normal, sentence.start, sentence.end)
        guided = not periods and is_guiding(normal, sentence.start, sentence.end)
        for clause in split_clauses(normal, sentence.start, sentence.end, vocabulary.units):
            carried = _enter(normal, clause, carried)
            if _states_number(normal, clause, numbers):
                carried = _after_number(normal, clause, carried)
                continue
            for aim in read_aims(normal, clause.start, clause.end, carried.subject, guided):
                due = due_before(periods, aim.end)
                if not (due and due.due):
                    due = spanned(normal, sentence.start, aim.end) or due or period
                goal = _make_goal(normal, aim, sentence, due, carried.context, vocabulary)
                found.setdefault((goal.start, goal.end, goal.key), goal)
                carried = _Carried(aim.carry or carried.subject, carried.context)
    return tuple(sorted(found.values(), key=lambda goal: (goal.start, goal.end, goal.key)))


def _states_number(normal: str, clause: Clause, ends: frozenset[int]) -> bool:
    """Whether the clause states a number; one in a name (千亿元企业) is none."""
    quantities = [quantity for piece in clause.pieces for quantity in piece.quantities]
    if any(not is_name(normal, quantity) for quantity in quantities):
        return True
    return any(end in ends for end in range(clause.start + 1, clause.end + 1))


def _enter(normal: str, clause: Clause, carried: _Carried) -> _Carried:
    """其中 opens up what was said before; any other clause with a new subject closes it."""
    if normal.startswith("其中", clause.start):
        return _Carried(carried.subject, carried.subject.text if carried.subject else "")
    return carried


def _after_number(normal: str, clause: Clause, carried: _Carried) -> _Carried:
    return _Carried(subject_of(normal, clause.start, clause.end) or carried.subject, "")


def _make_goal(
    normal: str,
    aim: Aim,
    sentence: Sentence,
    due: Period | None,
    context: str,
    vocabulary: Vocabulary,
) -> Goal:
    name = aim.indicator
    if context and name.endswith(("行业", "企业", "领域", "产业")):
        name += context  # 烟草、有色行业 + 技术装备水平
    indicators = match_indicators(f"{name}，{context}{aim.statement}", vocabulary)
    return Goal(
        start=aim.start,
        end=aim.end,
        key=indicators[0] if indicators else name,
        indicator=name,
        indicators=indicators,
        statement=aim.statement,
        due=due.due if due else None,
        due_start=due.first_year if due else None,
        due_end=due.last_year if due else None,
        aspirational=aim.aspirational or normal.startswith("力争", sentence.start),
        sector=find_sector(name, indicators, vocabulary),
        doubt=doubt_of_words(normal, aim.start, aim.end),
    )
