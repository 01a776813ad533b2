"""A text with its records marked in place."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.annotation import annotate


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    path: str = "1"
    level: int = 1
    heading_end: int = 0


TEXT = "前言。\n　　一、任务。支持钢铁企业。\n鼓励化工。"
HEADING = Span(6, 24, heading_end=11)


def shape(blocks: tuple) -> list:
    return [
        (
            "heading" if block.provision else "paragraph",
            [(s.text, len(s.marks), s.highlighted) for s in block.segments],
            len(block.records),
        )
        for block in blocks
    ]


@pytest.mark.parametrize(
    ("records", "highlight", "expected"),
    [
        pytest.param(
            [],
            None,
            [
                ("paragraph", [("前言。", 0, False)], 0),
                ("heading", [("一、任务。", 0, False)], 0),
                ("paragraph", [("支持钢铁企业。", 0, False)], 0),
                ("paragraph", [("鼓励化工。", 0, False)], 0),
            ],
            id="a run-in heading is cut from its paragraph, white space between is left out",
        ),
        pytest.param(
            [Span(11, 18), Span(13, 15)],
            (13, 15),
            [
                ("paragraph", [("前言。", 0, False)], 0),
                ("heading", [("一、任务。", 0, False)], 0),
                (
                    "paragraph",
                    [("支持", 1, False), ("钢铁", 2, True), ("企业。", 1, False)],
                    2,
                ),
                ("paragraph", [("鼓励化工。", 0, False)], 0),
            ],
            id="a name inside a sentence is cut out; both stand beside the paragraph",
        ),
        pytest.param(
            [Span(6, 24)],
            None,
            [
                ("paragraph", [("前言。", 0, False)], 0),
                ("heading", [("一、任务。", 1, False)], 1),
                ("paragraph", [("支持钢铁企业。", 1, False)], 0),
                ("paragraph", [("鼓励化工。", 1, False)], 0),
            ],
            id="near miss: a passage over many blocks is listed once, where it begins",
        ),
    ],
)
def test_annotate(records: list, highlight: tuple | None, expected: list) -> None:
    assert shape(annotate(TEXT, [HEADING], records, records, highlight)) == expected


def test_innermost_mark_comes_first() -> None:
    outer, inner = Span(11, 18), Span(13, 15)
    blocks = annotate(TEXT, [HEADING], [], [outer, inner])
    assert blocks[2].segments[1].marks == (inner, outer)


@given(st.text("甲乙。\n　 ", max_size=60), st.data())
def test_no_character_is_lost_or_repeated(text: str, data: st.DataObject) -> None:
    spans = [
        Span(min(a, b), max(a, b))
        for a, b in data.draw(
            st.lists(st.tuples(*[st.integers(0, len(text))] * 2).filter(lambda p: p[0] != p[1]))
        )
    ]
    blocks = annotate(text, [], spans, spans)
    joined = "".join(segment.text for block in blocks for segment in block.segments)
    assert "".join(joined.split()) == "".join(text.split())
    for block in blocks:
        for segment in block.segments:
            assert text[segment.start : segment.start + len(segment.text)] == segment.text
    if blocks:
        assert sum(len(block.records) for block in blocks) == len(spans)
