"""Indicator phrases to canonical indicators, denominators and sectors."""

import re

import pytest

from policies.extraction.aims.indicators import find_scope, find_sector, match_indicators
from tests.extraction.aims.clauses import VOCABULARY

# phrase, class of the unit, accrual, slugs
MATCHES = [
    ("工业技术改造投资年均增长率", "percent", "yearly_average", ("investment_growth",)),
    ("技术改造投资额", "money", "", ("investment_total",)),
    ("企业技术改造投资增速高于全省投资平均增速", "", "", ("investment_growth",)),
    ("技术改造投资占工业固定资产投资的比重", "percent", "", ("investment_share",)),
    ("装备制造业技改投资占全部技改投资的比重", "percent", "", ("investment_sector_share",)),
    ("每年重点支持技术改造项目数", "count", "per_year", ("key_projects_yearly",)),
    ("重点技术改造项目数", "count", "", ("key_projects",)),
    ("技术改造示范项目数", "count", "", ("demo_projects",)),
    ("工业增加值率", "percentage_point", "", ("value_added_rate",)),
    ("工业增加值年均增长率", "percent", "", ("value_added_growth",)),
    ("新兴产业增加值占全部工业的比重", "percent", "", ("emerging_share_industry",)),
    ("战略性新兴产业增加值占生产总值比重", "percent", "", ("emerging_share_gdp",)),
    ("高新技术产业产值年均增长率", "percent", "", ("hnte_output_growth",)),
    ("高技术产业增加值占工业增加值的比重", "percent", "", ("hightech_share_industry",)),
    ("规模以上企业研发经费占销售收入比例", "percent", "", ("rd_intensity_sales",)),
    ("企业研发经费支出占全社会研发经费支出比重", "percent", "", ("rd_firm_share",)),
    ("企业研发投入", "", "", ("rd_input",)),
    ("国家级企业技术中心数", "count", "", ("tech_center_national",)),
    ("省级以上企业技术中心数", "count", "", ("tech_center_provincial",)),
    ("新增省认定企业技术中心数", "count", "", ("tech_center_provincial",)),
    ("重点企业装备水平达到国内先进水平的比例", "percent", "", ("equipment_domestic",)),
    ("重点企业技术装备居国际先进水平比重", "percent", "", ("equipment_international",)),
    ("技术装备水平", "", "", ("equipment_level",)),
    ("信息化和工业化融合综合指数", "percent", "", ("integration_index",)),
    ("“两化”（工业化、信息化）融合", "", "", ("integration_index",)),
    ("主要行业关键工艺流程数控化率", "percent", "", ("process_cnc_rate",)),
    ("单位工业增加值能耗", "percent", "", ("energy_intensity",)),
    ("主要耗能行业单位产品能耗", "", "", ("energy_per_product",)),
    ("万元工业增加值用水量", "percent", "", ("water_intensity",)),
    ("化学需氧量排放量", "percent", "", ("cod",)),
    ("氨氮排放量", "percent", "", ("nh3n",)),
    ("主要污染物排放量", "", "", ("pollutants",)),
    ("主要污染物化学需氧量排放", "percent", "", ("cod",)),  # the child hides its parent
    ("工业固体废弃物综合利用率", "percent", "", ("solid_waste_rate",)),
    ("山东名牌产品数", "count", "", ("provincial_brands",)),
    ("中国名牌产品数", "count", "", ("national_brands",)),
    ("千亿元产业集聚区数", "count", "", ("clusters_100bn",)),
    ("千亿元一体化产业区数", "count", "", ("clusters_100bn",)),  # one goal, named in two ways
    ("千亿元产业链数", "count", "", ("chains_100bn",)),
    ("千亿元企业数", "count", "", ("firms_100bn",)),
    ("循环经济示范园区数", "count", "", ("circular_parks",)),
    ("循环经济示范企业数", "count", "", ("circular_firms",)),
    ("县区基本建成中小企业公共服务平台网络的比例", "percent", "", ("sme_network",)),
    ("省级中小企业公共服务示范平台数", "count", "", ("sme_platforms",)),
    ("中小企业经常性应用电子商务的比例", "percent", "", ("sme_ecommerce",)),
    ("利用电子商务开展采购、销售等业务比例", "percent", "", ("ecommerce_business_rate",)),
    # near misses
    ("固定资产投资年均增长率", "percent", "", ()),
    ("技术改造投资额", "count", "", ()),  # a count is no sum
    ("中国驰名商标数", "percent", "", ()),  # nor a share
    ("百亿元企业数", "count", "", ()),
    ("企业发展", "", "", ()),
    ("", "", "", ()),
]


@pytest.mark.parametrize(("phrase", "unit_class", "accrual", "slugs"), MATCHES)
def test_match(phrase: str, unit_class: str, accrual: str, slugs: tuple[str, ...]) -> None:
    assert match_indicators(phrase, VOCABULARY, unit_class, accrual) == slugs


SCOPES = [
    ("规模以上企业研发经费占比", "", "规模以上企业"),
    ("规模以上工业单位增加值能耗", "全省", "规模以上工业"),
    ("重点企业装备水平", "", "重点企业"),
    ("流程型生产骨干企业普及率", "", "流程型生产骨干企业"),
    ("省级以上企业技术中心数", "", "省级以上"),
    ("新产品产值率", "全省", "全省"),
    ("新产品产值率", "省", None),  # 省每年支持: who acts, no denominator
    ("新产品产值率", "", None),
]


@pytest.mark.parametrize(("phrase", "region", "scope"), SCOPES)
def test_scope(phrase: str, region: str, scope: str | None) -> None:
    assert find_scope(phrase, region) == scope


SECTORS = [
    ("高新技术产业产值", (), "new_high_tech"),
    ("装备制造业技改投资占全部技改投资", (), "equipment"),
    ("技改投资占装备制造业投资", (), None),  # what it is a share of is not what it is about
    ("大型钢铁联合企业", (), "steel"),
    ("钢材板带比重", ("steel_plate",), "steel"),
    ("钢材板带比重", (), None),
    ("重点企业装备水平", ("equipment_level",), None),
    ("企业技术中心", (), None),
    ("制造业贷款余额", (), "manufacturing"),
    ("国家级制造业单项冠军企业", (), None),  # a title, no denominator
    ("高新技术企业数", (), None),
    ("非能源工业增加值", (), None),  # all but this
    ("能源工业增加值", (), "energy"),
    ("汽车关键零部件配套率", (), "automobiles"),
    ("软件业务收入", (), "software"),
    ("风电装机容量", (), "power"),
    ("节能环保投资", (), None),  # a purpose
]


@pytest.mark.parametrize(("phrase", "indicators", "sector"), SECTORS)
def test_sector(phrase: str, indicators: tuple[str, ...], sector: str | None) -> None:
    assert find_sector(phrase, indicators, VOCABULARY) == sector


def test_vocabulary_holds_together() -> None:
    groups = {group.code for group in VOCABULARY.indicator_groups}
    slugs = {indicator.slug for indicator in VOCABULARY.indicators}
    sectors = {sector.slug for sector in VOCABULARY.sectors}
    classes = {unit.unit_class for unit in VOCABULARY.units}
    for indicator in VOCABULARY.indicators:
        assert indicator.group in groups
        assert indicator.unit_class in classes
        assert indicator.parent in slugs | {""}
        assert indicator.sector in sectors | {""}
        assert indicator.accrual in ("end", "cumulative", "per_year", "yearly_average")
        assert indicator.change in ("level", "increase", "decrease")
        assert indicator.patterns
        for pattern in (*indicator.patterns, *indicator.excludes):
            re.compile(pattern)
        # 新增, 年均增长, 降低率 and 力争 belong to fields
        assert not re.search("新增|年均|降低率|力争", indicator.name)
