"""对照要点: typed facts only, each once; a line per row that two documents have figures for."""

import pytest

from policies.comparison.digest import Section, digest
from policies.models import Document, Kind
from tests.factories import make_document

from .makers import say

SPEEDY = {"role": "time_limit", "value": 3, "value_max": None, "unit": "天", "comparator": "<="}


@pytest.fixture
def two(db: None) -> list[Document]:
    return [make_document(p, p) for p in ("henan", "yunnan")]


def section(documents: list[Document], name: str) -> Section:
    return next(each for each in digest(documents).sections if each.name == name)


def test_two_figures_share_a_line_and_one_stands_alone(two: list[Document]) -> None:
    say(two[0], Kind.TARGET, value=30)
    say(two[1], Kind.TARGET, value=35)
    say(two[1], Kind.TARGET, indicator="煤气利用率", indicators=[], value=98)
    found = section(two, "量化目标")
    assert [[words for _, words in point.cells] for point in found.points] == [
        ["≥ 30 % 年均增长，2011–2015", "≥ 35 % 年均增长，2011–2015"]
    ]
    assert [(column.label, "煤气利用率" in line) for column, line in found.alone] == [
        ("云南", True)
    ]


def test_an_aim_without_a_number_is_no_figure(two: list[Document]) -> None:
    say(two[0], Kind.GOAL, indicators=["investment_growth"])
    say(two[1], Kind.TARGET)
    found = section(two, "量化目标")
    assert found.points == ()
    assert len(found.alone) == 1


def test_goals_and_national_rates_give_no_lines(two: list[Document]) -> None:
    for document in two:
        say(document, Kind.MEASURE, tools=["water_saving"], numbers=[SPEEDY])
        say(document, Kind.MEASURE, tools=["land_quota"], numbers=[SPEEDY], scope="national")
    assert not [each for each in digest(two).sections if each.name == "带数字的措施"]


def test_a_clause_of_two_tools_is_written_once(two: list[Document]) -> None:
    say(two[0], Kind.MEASURE, tools=["time_limits", "approval"], numbers=[SPEEDY])
    (line,) = [line for _, line in section(two, "带数字的措施").alone]
    assert line.count("3 天") == 1
