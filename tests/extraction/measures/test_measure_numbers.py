"""Numbers of measures: value, comparator and the part each plays."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.extraction.measures.numbers import find_numbers
from policies.extraction.vocabulary import load_vocabulary

UNITS = load_vocabulary().units


def read(sentence: str) -> list[tuple[str, str, str, str]]:
    numbers, _ = find_numbers(sentence, 0, len(sentence), UNITS)
    return [(str(n.value), n.unit, n.comparator, n.role) for n in numbers]


SENTENCES = [
    ("备案在3个工作日内办结。", [("3", "个工作日", "<=", "time_limit")]),
    ("每年按上年总额的基数增长10%。", [("10", "%", "=", "growth")]),
    ("单台价格100万元以上的设备。", [("100", "万元", ">=", "floor")]),
    ("补贴额度最高为200万元。", [("200", "万元", "<=", "cap")]),
    (
        "按最低价标准的15%、50%确定出让底价。",
        [("15", "%", "=", "discount"), ("50", "%", "=", "discount")],
    ),
    ("按设备购买金额10%给予补贴。", [("10", "%", "=", "rate")]),
    ("减按15%的税率征收企业所得税。", [("15", "%", "=", "rate")]),
    ("带头人所得占奖金总额的30%-50%。", [("30", "%", "=", "share")]),
    ("每年支持200个左右的技术改造项目。", [("200", "个", "~", "count")]),
    ("每年组织一次考核。", [("1", "次", "=", "frequency")]),
    ("一次审批，全程服务。", []),  # 一次 of no period
    ("淘汰30万吨/年及以下的煤矿。", [("30", "万吨/年", "<=", "threshold")]),
    ("给予50万元奖励。", [("50", "万元", "=", "amount")]),
    ("培育2个千亿元产业集群。", [("2", "个", "=", "count"), ("1000", "亿元", "=", "threshold")]),
    ("打造水泥、玻璃、陶瓷3条产业链。", []),  # adds up what was listed
    ("建设东区、西区等4个园区。", []),
    ("培育50个园区、100户企业。", [("50", "个", "=", "count"), ("100", "户", "=", "count")]),
    ("启动“百项示范工程”，支持“两个100户”企业。", []),  # names
    ("执行《减按10%征税的规定》。", []),  # a title
    ("2013年发布第2批目录。", []),  # a date, an ordinal
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_numbers_with_role_and_comparator(
    sentence: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert read(sentence) == expected


def test_a_range_keeps_both_ends() -> None:
    numbers, _ = find_numbers("占总额的30%-50%。", 0, 12, UNITS)
    assert (numbers[0].value, numbers[0].value_max) == (Decimal(30), Decimal(50))


def test_what_is_the_noun_behind_a_count_and_the_words_ahead_of_a_share() -> None:
    count, _ = find_numbers("建设20个示范车间。", 0, 9, UNITS)
    share, _ = find_numbers("按购买金额10%补贴。", 0, 11, UNITS)
    assert (count[0].what, share[0].what) == ("示范车间", "按购买金额")


def test_a_lost_glyph_makes_the_measure_doubtful() -> None:
    _, doubt = find_numbers("提高1\ue0105%。", 0, 8, UNITS)
    assert doubt == "damaged_glyph: 疑为1.5%"
    assert find_numbers("提高1.5%。", 0, 7, UNITS)[1] is None


@given(
    st.text(
        st.sampled_from("每年增长10%、15万元以上不超过3个工作日一次“”《》（），。"), max_size=60
    )
)
def test_spans_lie_inside_and_do_not_overlap(sentence: str) -> None:
    numbers, _ = find_numbers(sentence, 0, len(sentence), UNITS)
    edges = [edge for number in numbers for edge in (number.start, number.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(sentence) for edge in edges)
