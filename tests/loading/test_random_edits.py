"""Whatever happens to a text: loads keep their promises, through the real pipeline."""

import random

import pytest

from policies.loading.verify import document_faults
from policies.models import Document, Record, State
from tests.management.test_ingest import GOOD
from tests.prove.edited_texts import joined, shuffled_and_edited
from tests.prove.surviving import load_lines, untouched

from .making import rows

pytestmark = pytest.mark.django_db
LONGER = (
    GOOD
    + """（一）财税支持。落实固定资产加速折旧政策，单台设备价值100万元以上的给予10%补助。
（二）土地支持。工业用地可按最低价标准的70%出让。
支持化工、建材、纺织等行业淘汰落后产能；严禁新增产能。
省财政厅会同省工业和信息化厅制定资金管理办法。
"""
)


@pytest.mark.parametrize("seed", range(3))
def test_promises_hold_through_random_edits(seed: int) -> None:
    turn = random.Random(seed)
    load_lines("hunan", untouched(LONGER))
    first, seen = rows("hunan"), {}
    for _ in range(4):
        lines = shuffled_and_edited(LONGER, turn)
        if "、" not in joined(lines):
            continue
        load_lines("hunan", lines)
        assert list(document_faults(Document.objects.get())) == []
        for record in Record.objects.all():
            assert seen.setdefault(record.ref, record.kind) == record.kind
        before = rows_and_states()
        load_lines("hunan", lines)
        assert rows_and_states() == before
    load_lines("hunan", untouched(LONGER))
    present = Record.objects.exclude(state=State.GONE).values_list("ref", flat=True)
    assert set(present) == set(first)


def rows_and_states() -> list[tuple]:
    return list(Record.objects.order_by("ref").values_list("ref", "state", "version", "gone_from"))
