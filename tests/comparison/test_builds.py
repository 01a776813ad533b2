"""How documents are built: parts in the order of the text, without the parts inside them."""

import pytest

from policies.comparison.builds import _stretches

NAMES = {"tasks": "重点任务", "sectors": "重点行业", "targets": "发展目标"}


def head(part: str, start: int, length: int) -> dict:
    return {"part": part, "start": start, "length": length}


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ([], []),
        ([head("targets", 10, 5), head("tasks", 15, 20)], [("targets", 5), ("tasks", 20)]),
        # in the order of the text, whatever the order of the rows
        ([head("tasks", 15, 20), head("targets", 10, 5)], [("targets", 5), ("tasks", 20)]),
        # paragraphs on sectors right among the tasks: one stretch, counted once
        (
            [head("tasks", 0, 100), head("sectors", 20, 30), head("sectors", 50, 40)],
            [("tasks", 20), ("sectors", 70), ("tasks", 10)],
        ),
        # what no part covers is left out
        ([head("targets", 0, 5), head("tasks", 9, 6)], [("targets", 5), ("tasks", 6)]),
        # a line end between two of them
        (
            [head("tasks", 0, 100), head("sectors", 20, 30), head("sectors", 53, 40)],
            [("tasks", 20), ("sectors", 70), ("tasks", 7)],
        ),
    ],
)
def test_stretches(heads: list[dict], expected: list[tuple[str, int]]) -> None:
    assert [(s.part, s.length) for s in _stretches(heads, NAMES)] == expected
