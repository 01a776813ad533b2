"""Thirty approved corrections through loads of shuffled and edited text: make prove does eight."""

import random

import pytest

from policies.loading.verify import document_faults
from policies.models import Document, Record, ReviewItem
from tests.prove.surviving import (
    check,
    correct_some,
    load_lines,
    one_round,
    originals_of,
    untouched,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
SLUGS = ("yunnan", "gansu")


@pytest.mark.parametrize("seed", [1])
def test_thirty_corrections_through_four_loads(seed: int) -> None:
    turn = random.Random(seed)
    kept, originals = correct_some(30, turn, SLUGS), originals_of(SLUGS)
    seen_queued = 0
    for _ in range(4):
        edited = one_round(originals, turn)
        tally = check(kept, edited, originals)
        assert tally.faults == []
        seen_queued += tally.queued
    assert seen_queued > 0  # else the edits prove nothing
    for slug, text in originals.items():
        load_lines(slug, untouched(text))
    tally = check(kept, {slug: untouched(text) for slug, text in originals.items()}, originals)
    assert (tally.kept, tally.queued, tally.faults) == (30, 0, [])
    assert [f for d in Document.objects.all() for f in document_faults(d)] == []
    lost = ReviewItem.objects.filter(cause__in=("vanished", "ambiguous"), closed_at__isnull=True)
    assert not lost.exists()
    assert Record.objects.filter(status="corrected").exists()
