"""What puts an unreviewed record before the others: sentences in, suspicions out; near misses beside."""

from pathlib import Path

import pytest

from policies.loading.manifest import make_entry
from policies.models import Kind, Record
from policies.sources import read
from policies.views.review.preview import save
from policies.views.review.queue_filters import Asked, selected
from policies.views.review.suspicions import CONTRADICTIONS, MISSING, with_suspicions

pytestmark = pytest.mark.django_db


def suspected(text: str) -> dict[str, set[str]]:
    """Load the text; return kind -> the names of all suspicions that hold of its records."""
    data = text.encode()
    entry = make_entry(Path("trial.txt"), {"slug": "trial", "province": "53", "published": True})
    save(entry, data, read(data, "trial.txt"), "system")
    records = list(with_suspicions(Record.objects.filter(document__slug="trial")))
    found: dict[str, set[str]] = {}
    for suspicion in (*CONTRADICTIONS, *MISSING):
        if any(getattr(record, suspicion.flag) for record in records):
            found.setdefault(suspicion.kind, set()).add(suspicion.name)
    return found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("对手续不全的项目，原则上不得开工。", {"hedges"}),
        ("对手续不全的项目，一律不得开工。", set()),
        ("鼓励企业原则上采用先进工艺。", set()),  # a hedge, but nothing that binds
        ("认真落实各项税收优惠政策。", {"tax"}),
        ("企业的研究开发费用按照50%加计扣除。", set()),
    ],
)
def test_measures_on_which_two_rules_contradict_each_other(
    seed_tables: None, sentence: str, names: set[str]
) -> None:
    found = suspected(f"一、保障措施\n（一）加大支持力度。{sentence}\n")
    contradictions = {s.name for s in CONTRADICTIONS}
    assert found.get(Kind.MEASURE, set()) & contradictions == names


@pytest.mark.parametrize(
    ("sentence", "overlap"),
    [
        ("到2015年，两化融合指数达到65%以上，总体接近全国平均水平。", True),
        ("到2015年，两化融合指数达到65%以上。产业结构明显优化。", False),
    ],
)
def test_a_number_and_a_goal_in_the_same_words(
    seed_tables: None, sentence: str, overlap: bool
) -> None:
    found = suspected(f"一、主要目标\n{sentence}\n")
    assert ("goal" in found.get(Kind.TARGET, set())) == overlap
    assert ("target" in found.get(Kind.GOAL, set())) == overlap


def test_what_a_person_has_reviewed_is_suspect_no_longer(seed_tables: None) -> None:
    suspected("一、保障措施\n（一）加大支持力度。认真落实各项税收优惠政策。\n")
    waiting = Asked(document="trial", reason="contradicted")
    record = selected(waiting).get()
    Record.objects.filter(pk=record.pk).update(status="reviewed")
    assert not selected(waiting).exists()
