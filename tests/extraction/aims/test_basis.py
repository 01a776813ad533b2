"""Pairs that may be ranked, and pairs that must not be (domain notes, section 2)."""

import pytest

from policies.extraction.aims.basis import basis, rankable, scope_class
from policies.extraction.records import Target
from tests.extraction.aims.clauses import TASKS, VOCABULARY, aims


def target(clause: str) -> Target:
    (found,) = aims(clause)[0]
    return found


RANKED = [
    ("“十二五”期间，技改投资年均增长35%以上。", "“十二五”期间，技术改造投资年均增长30%。"),
    ("到2015年，新产品产值率达到18%。", "2015年，全省新产品产值率达到15%以上。"),
    (
        "2015年能耗降低率略。单位工业增加值能耗比2010年下降20%。",
        "2015年略。单位工业增加值能耗较“十一五”末降低21%。",
    ),
    (
        "到2015年，省级企业技术中心达到80家。",
        "到2015年，省级企业技术中心达到120户。",
    ),  # 家 户 count alike
]


@pytest.mark.parametrize(("one", "other"), RANKED)
def test_ranked(one: str, other: str) -> None:
    assert rankable(target(one), target(other), VOCABULARY.units) == (True, "")
    assert basis(target(one), VOCABULARY.units) == basis(target(other), VOCABULARY.units)


# two clauses, why they are not ranked
NOT_RANKED = [
    # growth over different periods
    ("“十二五”期间，技改投资年均增长35%。", "2013-2017年，技改投资年均增长20%。", "期间不同"),
    # growth against a share
    ("技改投资年均增长35%。", "技改投资占工业固定资产投资的比重达到35%。", "指标不同"),
    # 新增N against 达到N
    ("新增省级企业技术中心100家。", "省级企业技术中心达到100家。", "增减幅度与达到水平不可互比"),
    # 省级 against 省级以上
    ("省级企业技术中心达到100家。", "省级以上企业技术中心达到170家。", "范围不同"),
    # share of GDP against share of industry
    (
        "战略性新兴产业增加值占生产总值比重达到10%。",
        "新兴产业增加值占全部工业的比重达到20%。",
        "指标不同",
    ),
    # 高技术 against 高新技术
    ("高技术产业增加值占工业比重达到15%。", "高新技术产业增加值占工业比重达到15%。", "指标不同"),
    # share of firms against share of equipment; one denominator against another
    (
        "70%以上重点企业装备水平达到国内先进水平。",
        "大中型企业技术装备达到国内先进水平的比重达到60%。",
        "范围不同",
    ),
    ("重点骨干企业数控化率达到70%。", "中小企业数控化率达到70%。", "范围不同"),
    # 百分点 against %
    ("工业增加值率比2010年提高2个百分点。", "工业增加值率比2010年提高2%。", "计量单位不同"),
    # per year against a programme's total
    ("每年实施100项重点技改项目。", "累计实施100项重点技改项目。", "指标不同"),
    # a province's own title against another's
    ("山东名牌产品达到2200个。", "云南名牌产品达到800个。", "各省自有称号，不可互比"),
    # a change with no base, another base
    ("万元工业增加值用水量降低30%。", "万元工业增加值用水量比2010年降低30%。", "基期未载"),
    ("万元工业增加值用水量降低30%。", "万元工业增加值用水量降低30%。", "基期未载"),
    ("单位工业增加值能耗比2010年下降20%。", "单位工业增加值能耗比2015年下降18%。", "基期不同"),
    # up against down, a rate against a change
    ("工业增加值率比2010年提高2%。", "工业增加值率比2010年降低2%。", "一为提高，一为降低"),
    ("固废综合利用率达到72%。", "固废综合利用率比2010年提高7%。", "增减幅度与达到水平不可互比"),
    # 年均 against a total
    ("技改投资年均增长10%。", "技改投资比2010年增长10%。", "口径不同：期末、累计、每年或年均"),
    # sectors
    (
        "装备制造业技改投资占全部技改投资的40%。",
        "高新技术产业技改投资占全部技改投资的35%。",
        "行业不同",
    ),
    # dates
    ("到2015年，新产品产值率达到18%。", "到2020年，新产品产值率达到18%。", "期间不同"),
    # scopes
    (
        "规模以上企业研发经费占销售收入比例达到1%。",
        "大中型企业研发经费占销售收入比例达到1%。",
        "范围不同",
    ),
    # a damaged number
    ("新产品产值率达到1\ue0105%。", "新产品产值率达到15%。", "数值存疑，待核对"),
]


@pytest.mark.parametrize(("one", "other", "reason"), NOT_RANKED)
def test_not_ranked(one: str, other: str, reason: str) -> None:
    assert rankable(target(one), target(other), VOCABULARY.units) == (False, reason)
    assert rankable(target(other), target(one), VOCABULARY.units) == (False, reason)


def test_thresholds_are_not_ranked() -> None:
    (one,) = aims("煤矿企业的规模达到120万吨/年及以上。", TASKS)[0]
    assert rankable(one, one, VOCABULARY.units) == (False, "门槛要求，不作排序")


SCOPES = [
    ("规模以上企业", "规模以上"),
    ("规模以上工业", "规模以上"),
    ("大中型工业企业", "大中型企业"),
    ("全省", ""),
    ("全区", ""),
    ("全市", ""),
    ("全自治区", ""),
    ("本省范围内", ""),
    ("全省规模以上企业", "规模以上"),
    ("全省工业企业", "工业企业"),  # not the whole of what 全省 counts
    ("规模以上中小企业", "规模以上中小企业"),  # fewer than 规模以上企业
    ("规模以下", "规模以下"),
    ("国家级以上", "国家级以上"),
    ("全区域", "全区域"),
    (None, ""),
    ("重点企业", "重点企业"),
    ("省级以上", "省级以上"),
]


@pytest.mark.parametrize(("scope", "expected"), SCOPES)
def test_scope_class(scope: str | None, expected: str) -> None:
    assert scope_class(scope) == expected
