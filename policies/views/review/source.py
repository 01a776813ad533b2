"""The source beside the form: the span marked, its neighbours visible, other records linked."""

from policies.annotation import Block, annotate
from policies.models import Document, Record, State

NEIGHBOURS = 3  # blocks shown before and after the span's own


def blocks_around(document: Document, start: int, end: int) -> tuple[Block, ...]:
    """Return the blocks that hold the span and their neighbours. Two queries."""
    provisions = list(document.provisions.order_by("position"))
    records = list(document.records.present().select_related("taxpolicy__relief"))
    blocks = annotate(document.text, provisions, records, records, (start, end))
    holding = [i for i, block in enumerate(blocks) if block.start < end and start < block.end]
    if not holding:
        return ()
    return blocks[max(0, holding[0] - NEIGHBOURS) : holding[-1] + NEIGHBOURS + 1]


def blocks_of(record: Record) -> tuple[Block, ...]:
    """Those of a record; none where its text is gone."""
    if record.state == State.GONE:
        return ()
    return blocks_around(record.document, record.start, record.end)
