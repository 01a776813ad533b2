"""Targets and goals of a few clauses, placed in the part of a document where a test wants them."""

from policies.extraction.aims.goals import find_goals
from policies.extraction.aims.targets import find_targets
from policies.extraction.normalise import normalise
from policies.extraction.outline.sentences import split_sentences
from policies.extraction.outline.structure import parse_structure
from policies.extraction.records import Goal, Target
from policies.extraction.sectors import find_sector_directions
from policies.extraction.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
BEFORE = "一、总体要求\n　　坚持创新驱动。\n"
TARGETS = BEFORE + "　　二、主要目标\n　　{}\n　　三、重点任务\n　　略。\n"
TASKS = BEFORE + "　　二、重点任务\n　　（一）推进技术进步。{}\n　　（二）其他。略。\n"
SECTORS = BEFORE + "　　二、重点行业\n　　（一）煤炭行业。{}\n　　（二）钢铁行业。略。\n"
SAFEGUARDS = BEFORE + "　　二、保障措施\n　　（一）加强领导。{}\n　　（二）其他。略。\n"


def aims(clauses: str, frame: str = TARGETS) -> tuple[tuple[Target, ...], tuple[Goal, ...]]:
    """Return the targets and goals of `clauses`, every span checked against the text."""
    text = frame.format(clauses)
    normal = normalise(text)
    provisions = parse_structure(normal, VOCABULARY)
    sentences = split_sentences(normal, provisions)
    directions = find_sector_directions(normal, provisions, sentences, VOCABULARY)
    targets = find_targets(text, normal, provisions, sentences, directions, VOCABULARY)
    goals = find_goals(normal, provisions, sentences, targets, VOCABULARY)
    for record in (*targets, *goals):
        assert 0 <= record.start < record.end <= len(text)
    return targets, goals


def quote(record: Target | Goal, clauses: str, frame: str = TARGETS) -> str:
    return frame.format(clauses)[record.start : record.end]


def number(target: Target) -> str:
    """Write comparator, value and unit as one string: ">=35%", "=15-20%"."""
    upper = "" if target.value_max is None else f"-{target.value_max}"
    return f"{target.comparator}{target.value}{upper}{target.unit}"


def numbers(clauses: str, frame: str = TARGETS) -> list[tuple[str, str]]:
    """Return (indicator, number) of each target."""
    return [(target.indicator, number(target)) for target in aims(clauses, frame)[0]]
