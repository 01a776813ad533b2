"""Printed lines back to paragraphs; 27 characters of 16 points fit between 80 and 512."""

import pytest

from policies.sources.pdf_lines import Line, without_running_lines
from policies.sources.pdf_paragraphs import join_paragraphs

FULL = "甲" * 27  # a line from edge to edge
FIRST = "乙" * 25  # … with an indent
BODY = [(112, FIRST), (80, FULL), (80, FULL), (80, "甲乙。")] * 2


def lines(*placed: tuple[float, str], size: float = 16) -> list[Line]:
    return [Line(text, x, 770 - 28 * n, size) for n, (x, text) in enumerate(placed)]


@pytest.mark.parametrize(
    ("placed", "paragraphs"),
    [
        (BODY, [FIRST + FULL * 2 + "甲乙。"] * 2),
        # a paragraph that fills its last line: the indent of the next tells
        ([*BODY, (112, FIRST), (80, FULL), (112, "丙。")], [FIRST + FULL, "丙。"]),
        # a heading that fills its line, then an indented line
        ([*BODY, (112, FIRST), (112, FIRST), (80, "丙。")], [FIRST, FIRST + "丙。"]),
        # the next word had not fitted: brackets and marks stick, ASCII holds together
        ([*BODY, (112, "乙" * 23), (80, "（ABC-123），丙。")], ["乙" * 23 + "（ABC-123），丙。"]),
        ([*BODY, (112, "乙" * 20), (80, "CAD/CAM/PLM普及率")], ["乙" * 20 + "CAD/CAM/PLM普及率"]),
        # … it had: the break was meant
        ([*BODY, (112, "乙" * 20), (80, "丙。")], ["乙" * 20, "丙。"]),
        # a numbered line after a full stop, with nothing else to tell by
        ([*BODY, (80, "甲" * 26 + "。"), (80, "二、重点任务")], ["甲" * 26 + "。", "二、重点任务"]),
        ([*BODY, (80, "甲" * 26 + "和"), (80, "二、三产业")], ["甲" * 26 + "和二、三产业"]),
        # latin words keep their space
        ([*BODY, (80, "甲" * 24 + "the"), (80, "plan")], ["甲" * 24 + "the plan"]),
    ],
)
def test_join(placed, paragraphs):
    assert join_paragraphs(lines(*placed))[-len(paragraphs) :] == paragraphs


def test_a_gap_parts_paragraphs():
    first, second, *rest = lines(*[(80, FULL)] * 4)
    lower = [Line(line.text, line.x, line.y - 28, line.size) for line in rest]
    assert join_paragraphs([first, second, *rest]) == [FULL * 4]
    assert join_paragraphs([first, second, *lower]) == [FULL * 2, FULL * 2]


def test_a_passage_set_in_as_a_whole_is_one():
    block = [(112, FIRST)] * 4 + [(112, "丙。")]
    assert join_paragraphs(lines(*[(80, FULL)] * 6, *block))[-1] == FIRST * 4 + "丙。"


def test_a_title_is_apart():
    title = Line("甲" * 22, 80, 800, 22)
    assert join_paragraphs([title, *lines((80, FULL), (80, "乙。"))]) == ["甲" * 22, FULL + "乙。"]


def test_no_lines():
    assert join_paragraphs([]) == []


@pytest.mark.parametrize(
    "number", ["— 1 —", "-1-", "1", "第1页", "第 1 页 共 12 页", "1/12", "· 3 ·"]
)
def test_page_numbers_go(number):
    assert [line.text for line in without_running_lines([lines((80, "甲"), (80, number))])] == [
        "甲"
    ]


@pytest.mark.parametrize("text", ["2012年12月31日", "一、", "1.甲", "1000亿元", "18%"])
def test_near_misses_of_a_page_number(text):
    assert len(without_running_lines([lines((80, "甲"), (80, text))])) == 2


def test_running_heads_go():
    pages = [lines((80, f"某省人民政府公报 第{n}期"), (80, f"甲{'乙' * n}")) for n in range(1, 5)]
    assert [line.text for line in without_running_lines(pages)] == [
        "甲乙",
        "甲乙乙",
        "甲乙乙乙",
        "甲乙乙乙乙",
    ]
    assert len(without_running_lines(pages[:2])) == 4  # twice is no habit
