"""When an aim falls due, what it is counted from, and what governs it from outside."""

import pytest

from policies.extraction.quantities.periods import find_bases, find_periods, last_due
from tests.extraction.aims.clauses import SAFEGUARDS, aims

# text, (words, due) of each
PERIODS = [
    ("“十二五”期间，", [("“十二五”期间", "2011-2015")]),
    ("“十三五”时期", [("“十三五”时期", "2016-2020")]),
    ("到“十二五”末，", [("到“十二五”末", "2015")]),
    ("“十四五”期末", [("“十四五”期末", "2025")]),
    ("十一五末期", [("十一五末期", "2010")]),
    ("到“十五五”，全省", [("到“十五五”", "2030")]),
    ("“十六五”末", [("“十六五”末", "2035")]),
    ("“十五”期间", [("“十五”期间", "2001-2005")]),
    ("“九五”末", [("“九五”末", "2000")]),
    ("到2015年，", [("到2015年", "2015")]),
    ("至2020年", [("至2020年", "2020")]),
    ("2015年全省", [("2015年", "2015")]),
    ("在2018年实现", [("2018年", "2018")]),
    ("到2025年底前", [("到2025年底前", "2025")]),
    ("2015年末", [("2015年末", "2015")]),
    ("到二〇一五年", [("到二〇一五年", "2015")]),
    ("到二○二○年", [("到二○二○年", "2020")]),
    ("2013-2017年", [("2013-2017年", "2013-2017")]),
    ("2013年至2017年", [("2013年至2017年", "2013-2017")]),
    ("2021—2025年期间", [("2021—2025年期间", "2021-2025")]),
    ("从2009年起，用三年时间，", [("从2009年起，用三年时间", "2009-2011")]),
    ("自2016年起三年内", [("自2016年起三年内", "2016-2018")]),
    ("自2016年起，每年", []),
    ("今后五年（2013-2017），", [("今后五年", None), ("2013-2017", "2013-2017")]),
    ("力争用三年左右时间", [("力争用三年左右时间", None)]),
    ("未来3至5年", [("未来3至5年", None)]),
    ("三年内完成", [("三年内", None)]),
    ("经过5年努力", [("经过5年努力", None)]),
    ("通过三年左右的努力", [("通过三年左右的努力", None)]),
    ("2025年的主要目标", [("2025年", "2025")]),
    ("到2015年，再到2020年", [("到2015年", "2015"), ("到2020年", "2020")]),
]


@pytest.mark.parametrize(("text", "periods"), PERIODS)
def test_periods(text: str, periods: list[tuple[str, str | None]]) -> None:
    found = find_periods(text, 0, len(text))
    assert [
        (text[period.start : period.end].removeprefix("在"), period.due) for period in found
    ] == periods


def test_years_of_a_period() -> None:
    (stretch,) = find_periods("“十二五”期间", 0, 7)
    assert (stretch.first_year, stretch.last_year) == (2011, 2015)
    (date,) = find_periods("到2015年", 0, 6)
    assert (date.first_year, date.last_year) == (None, 2015)
    (free,) = find_periods("三年内", 0, 3)
    assert (free.due, free.first_year, free.last_year) == (None, None, None)


NO_PERIOD = [
    "比2010年下降",
    "较2010年提高",
    "比“十一五”末降低",
    "较“十一五”期间提高",
    "比“十一五”期间提高",
    "自2013年起每年",
    "从2013年开始",
    "“十一五”以来",
    "以2010年为基数",
    "由2010年的0.55%",
    "（2011年本）",
    "（2010年版）",
    "《实施方案（2011-2015）》",
    "发展规划纲要（2011-2015年）",
    "“十二五”规划",
    "2012年12月11日",
    "国发〔2012〕44号",
    "截至2012年底",
    "2010年以来",
    "2010年的产量",
    "经过多年努力",
    "十五项",
    "五年规划",
]


@pytest.mark.parametrize("text", NO_PERIOD)
def test_no_due_date(text: str) -> None:
    assert find_periods(text, 0, len(text)) == ()


# text, (as written, year)
BASES = [
    ("比2010年下降20%", ("2010年", 2010)),
    ("较2020年底提高", ("2020年底", 2020)),
    ("较“十一五”末降低", ("“十一五”末", 2010)),
    ("比“十三五”期末提高", ("“十三五”期末", 2020)),
    ("比“十一五”末期提高", ("“十一五”末期", 2010)),
    ("比“十一五”期间提高", ("“十一五”期间", None)),
    ("比上年增长", ("上年", None)),
    ("比上年同期增长", ("上年同期", None)),
    ("与2010年相比", ("2010年", 2010)),
    ("以2015年为基期", ("2015年", 2015)),
    ("在2010年的基础上", ("2010年", 2010)),
    ("比二〇一〇年减少", ("二〇一〇年", 2010)),
]


@pytest.mark.parametrize(("text", "base"), BASES)
def test_base(text: str, base: tuple[str, int | None]) -> None:
    assert [(found.written, found.year) for found in find_bases(text, 0, len(text))] == [base]


@pytest.mark.parametrize(
    "text", ["到2010年", "在2010年完成", "以2010年为例", "与2010年", "由2010年的5%", "占比为5%"]
)
def test_no_base(text: str) -> None:
    assert find_bases(text, 0, len(text)) == ()


def test_last_due_prefers_a_named_year() -> None:
    text = "到2015年，用三年时间"
    assert last_due(find_periods(text, 0, len(text))).due == "2015"
    assert last_due(find_periods("三年内", 0, 3)).due is None
    assert last_due(()) is None


# clauses in the targets part, due of each target
GOVERNED = [
    # the sentence, the paragraph
    ("到2015年，新产品产值率达到18%，劳动生产率提高30%。利润率达到8%。", ["2015"] * 3),
    # a later date takes over
    ("到2020年，数控化率达到50%。到2025年，数控化率达到65%。", ["2020", "2025"]),
    # what comes later governs nothing before it
    ("新产品产值率达到18%。到2015年，利润率达到8%。", [None, "2015"]),
    # a base or a beginning is no due date
    ("2015年能耗比2010年下降20%。", ["2015"]),
    ("自2013年起，投资年均增长10%。", [None]),
    # a period without years hides what stands above
    ("用三年时间，新产品产值率达到18%。", [None]),
    # a paragraph that opens with a date governs the paragraphs below it …
    ("到2025年，建成制造强省。\n　　结构更优。新产品产值率达到18%。", ["2025"]),
    # … one that only mentions it does not
    (
        "全省投资在“十二五”期间年均增长35%。\n　　提高创新能力。新产品产值率达到18%。",
        ["2011-2015", None],
    ),
    # lead-in and heading
    ("到2020年的主要指标如下：\n　　新产品产值率达到18%。", [None]),
    ("到2020年，主要指标如下：\n　　新产品产值率达到18%。", ["2020"]),
    ("（一）2020年目标。新产品产值率达到18%。", ["2020"]),
]


@pytest.mark.parametrize(("clauses", "due"), GOVERNED)
def test_what_governs_a_target(clauses: str, due: list[str | None]) -> None:
    assert [target.due for target in aims(clauses)[0]] == due


def test_a_period_reaches_no_other_provision() -> None:
    clauses = "到2015年，建成5000家数字企业。\n　　（二）创新。培育50个研究中心。"
    assert [target.due for target in aims(clauses, SAFEGUARDS)[0]] == ["2015", None]
