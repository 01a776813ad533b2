"""Clauses to targets: value, indicator and every other field, with what is no target beside it."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.extraction.aims.clauses import (
    SAFEGUARDS,
    SECTORS,
    TARGETS,
    TASKS,
    aims,
    number,
    numbers,
    quote,
)

SEEDS = Path(__file__).parents[3] / "seeds"
GOLD = Path(__file__).parents[2] / "gold"

# clauses of the targets part, (indicator, number) of each target
HITS = [
    # a subject, then its number
    ("到2020年，新产品产值率达到20%以上。", [("新产品产值率", ">=20%")]),
    ("省级企业技术中心达到170家。", [("省级企业技术中心数", "=170家")]),
    ("利用电子商务开展采购业务比例超过40%。", [("利用电子商务开展采购业务比例", ">40%")]),
    ("规模以上工业企业力争突破2200家。", [("规模以上工业企业数", ">2200家")]),
    ("钢材板带比重提高到70%左右。", [("钢材板带比重", "~70%")]),
    ("研发投入强度稳定在2%-3%。", [("研发投入强度", "=2-3%")]),
    ("两化融合发展指数达到85。", [("两化融合发展指数", "=85")]),
    ("机器人使用密度达到300台/万人。", [("机器人使用密度", "=300台/万人")]),
    ("固定资产投资实现翻一番。", [("固定资产投资增长率", "=1番")]),
    # a share whose 占…的 has no noun behind it
    ("制造业技改投资占全部技改投资的90%以上。", [("制造业技改投资占全部技改投资的比重", ">=90%")]),
    # a verb, then number and thing
    ("建成3000家数字企业。", [("数字企业数", "=3000家")]),
    (
        "建成3个千亿元产业集群、6条千亿元产业链和9家千亿元企业。",
        [("千亿元产业集群数", "=3个"), ("千亿元产业链数", "=6条"), ("千亿元企业数", "=9家")],
    ),
    (
        "新增创业孵化基地15个、众创空间超过30个。",
        [("新增创业孵化基地数", "=15个"), ("新增众创空间数", ">30个")],
    ),
    ("全省工业企业累计完成技术改造投资3000亿元。", [("技术改造投资额", "=3000亿元")]),
    ("每年动态实施100项以上重点技改项目。", [("每年动态实施重点技改项目数", ">=100项")]),
    # a share, then those it is a share of and what they do
    (
        "60%以上重点企业装备水平达到国内先进水平，20%以上达到国际先进水平。",
        [
            ("重点企业装备水平达到国内先进水平的比例", ">=60%"),
            ("重点企业装备水平达到国际先进水平的比例", ">=20%"),
        ],
    ),
    (
        "骨干企业70%以上装备达到国内先进水平，30%以上装备达到国际先进水平。",
        [
            ("骨干企业装备达到国内先进水平的比例", ">=70%"),
            ("骨干企业装备达到国际先进水平的比例", ">=30%"),
        ],
    ),
    ("超过70%的中小企业建立网站。", [("中小企业建立网站的比例", ">70%")]),
    ("省、市及80%的县区基本建成服务平台网络。", [("县区基本建成服务平台网络的比例", "=80%")]),
    ("推动全市15%左右规模以上企业实施技改。", [("规模以上企业实施技改的比例", "~15%")]),
    # a verb, then what it acts on, then its number
    ("每年认定设计中心不少于8家。", [("设计中心数", ">=8家")]),
    ("滚动实施重点更新项目300个。", [("重点更新项目数", "=300个")]),
    ("五大支柱产业实现产值900亿元。", [("五大支柱产业产值", "=900亿元")]),
    (
        "带动新增营业收入300亿元、利税30亿元。",
        [("新增营业收入", "=300亿元"), ("新增利税", "=30亿元")],
    ),
    ("打造3个以上千亿级集群和一批百亿级集群。", [("千亿级集群数", ">=3个")]),
    # how fast, behind the number
    ("工业增加值保持7%的增长速度。", [("工业增加值增长率", "=7%")]),
    ("数字经济规模实现翻番。", [("数字经济规模增长率", "=1番")]),
    ("中小企业数字化覆盖面超过八成。", [("中小企业数字化覆盖面", ">80%")]),
    ("“一次成型”技术推广率达到六成以上。", [("“一次成型”技术推广率", ">=60%")]),
    # a list of things and a list of numbers
    (
        "化学需氧量、氨氮排放量分别比2015年减少7%、9%。",
        [("化学需氧量排放量", "=7%"), ("氨氮排放量", "=9%")],
    ),
    (
        "二氧化硫、氮氧化物排放量均削减10%以上。",
        [("二氧化硫排放量", ">=10%"), ("氮氧化物排放量", ">=10%")],
    ),
    (
        "国家级、省级企业技术中心分别由2家、30家增加到5家、80家以上。",
        [("国家级企业技术中心数", ">=5家"), ("省级企业技术中心数", ">=80家")],
    ),
    (
        "中国、湖南省名牌产品分别达到9项和120项。",
        [("中国名牌产品数", "=9项"), ("湖南省名牌产品数", "=120项")],
    ),
    (
        "设计工具普及率、关键工序数控化率分别达到80%、60%。",
        [("设计工具普及率", "=80%"), ("关键工序数控化率", "=60%")],
    ),
    (
        "单位工业增加值能耗、用水量分别下降18%、30%。",
        [("单位工业增加值能耗", "=18%"), ("单位工业增加值用水量", "=30%")],
    ),
    (
        "重点企业、中小企业数控化率分别超过60%、40%。",
        [("重点企业数控化率", ">60%"), ("中小企业数控化率", ">40%")],
    ),
    (
        "2016年、2017年分别完成技改投资100亿元、120亿元。",
        [("技改投资额", "=100亿元"), ("技改投资额", "=120亿元")],
    ),
    (
        "2018年至2020年分别完成技改投资70亿元、80亿元、90亿元。",
        [("技改投资额", "=70亿元"), ("技改投资额", "=80亿元"), ("技改投资额", "=90亿元")],
    ),
    (
        "造纸、家具等轻工行业营业收入均增长5%。",  # 等: one thing
        [("造纸、家具等轻工行业营业收入增长率", "=5%")],
    ),
    ("造纸、家具等行业收入年均增长5%。", [("造纸、家具等行业收入年均增长率", "=5%")]),
    (
        "高新技术企业数量、瞪羚企业数量实现倍增，分别达到900家和80家。",
        [("高新技术企业数量", "=900家"), ("瞪羚企业数量", "=80家")],
    ),
    (
        "营业收入超10亿元的企业达到60户，其中超50亿元的9户、超100亿元的3户。",
        [
            ("营业收入超10亿元的企业数", "=60户"),
            ("营业收入超50亿元的企业数", "=9户"),
            ("营业收入超100亿元的企业数", "=3户"),
        ],
    ),
    (
        "培育年产值超百亿元企业9家，超五百亿元企业2家。",
        [("年产值超百亿元企业数", "=9家"), ("年产值超五百亿元企业数", "=2家")],
    ),
    (
        "装备居国内先进水平的比重达到50%，其中居国际先进水平的达到20%。",
        [("装备居国内先进水平的比重", "=50%"), ("装备居国际先进水平的比重", "=20%")],
    ),
    (
        "万元产值水耗降到5吨以下，降幅达到20%。",
        [("万元产值水耗", "<=5吨"), ("万元产值水耗降幅", "=20%")],
    ),
    # what a clause leaves out stands in the one before
    (
        "累计完成技术改造投资1800亿元，年均增长12%以上，占工业投资的比重达45%。",
        [
            ("技术改造投资额", "=1800亿元"),
            ("技术改造投资年均增长率", ">=12%"),
            ("技术改造投资占工业投资的比重", "=45%"),
        ],
    ),
    (
        "技术改造投资年均增长35%以上，力争完成5000亿元以上。",
        [("技术改造投资年均增长率", ">=35%"), ("技术改造投资额", ">=5000亿元")],
    ),
    (
        "重点企业装备居国内先进水平比重达到60%，其中国际先进水平达到30%。",
        [("重点企业装备居国内先进水平比重", "=60%"), ("重点企业装备居国际先进水平比重", "=30%")],
    ),
    (
        "重点企业装备普遍得到改造，居国内先进水平达到70%以上。",
        [("重点企业装备居国内先进水平", ">=70%")],
    ),
    (
        "规模以上工业企业研发投入占比达到1.2%，大中型工业企业达到2.5%。",
        [("规模以上工业企业研发投入占比", "=1.2%"), ("大中型工业企业研发投入占比", "=2.5%")],
    ),
    (
        "新增国家级专精特新企业20家、省级200家。",
        [("新增国家级专精特新企业数", "=20家"), ("新增省级专精特新企业数", "=200家")],
    ),
    ("新增上市企业30家，总数达到100家。", [("新增上市企业数", "=30家"), ("上市企业数", "=100家")]),
    (
        "工业增加值年均增速保持在8%，高于全国平均水平1个百分点以上。",
        [("工业增加值年均增速", "=8%"), ("工业增加值年均增速高于全国平均水平", ">=1百分点")],
    ),
    # a size in a name is no number of its own
    ("主营业务收入超80亿元制造企业达到7家以上。", [("主营业务收入超80亿元制造企业数", ">=7家")]),
    # half-width and spaced
    (
        "到2020年,新产品产值率达到 20 %以上;数控化率达到５０％。",
        [("新产品产值率", ">=20%"), ("数控化率", "=50%")],
    ),
]


@pytest.mark.parametrize(("clauses", "expected"), HITS)
def test_targets_part(clauses: str, expected: list[tuple[str, str]]) -> None:
    assert numbers(clauses) == expected


NO_TARGETS = [
    "到2015年，装备水平明显提高。",
    "“十二五”期间，加快推进结构调整。",
    "打造“百项技术改造示范工程”。",
    "对“两个100户”企业给予支持。",
    "落实国发〔2012〕44号文件。",
    "把握4个方面重点环节。",
    "培育水泥、陶瓷、玻璃5条产业链。",
    "用三年左右时间迈上新台阶。",
    "15%、20%、30%。",
    "A、B、C产业分别增长10%、20%。",  # as many things as numbers, or none is sure
]


@pytest.mark.parametrize("clauses", NO_TARGETS[:-1])
def test_no_targets_in_the_targets_part(clauses: str) -> None:
    assert numbers(clauses) == []


# part, clauses, (indicator, number)
ELSEWHERE = [
    (
        SAFEGUARDS,
        "省每年重点支持200个左右的技术改造项目，组织专家论证。",
        [("每年重点支持技术改造项目数", "~200个")],
    ),
    (
        TASKS,
        "培育50个循环经济示范园区、100户循环经济示范企业。",
        [("循环经济示范园区数", "=50个"), ("循环经济示范企业数", "=100户")],
    ),
    (TASKS, "力争到2020年底，全省建成5000家数字企业。", [("数字企业数", "=5000家")]),
    (TASKS, "建设东部、西部等4个千亿元产业区。", [("千亿元产业区数", "=4个")]),
    (TASKS, "创建10个国家级产业示范基地和示范区。", [("国家级产业示范基地和示范区数", "=10个")]),
    (TASKS, "筛选关联度大、前景好的100项示范项目。", [("示范项目数", "=100项")]),
    (TASKS, "到2020年，关键工序数控化率达到50%。", [("关键工序数控化率", "=50%")]),
    (SECTORS, "煤矿企业的规模达到120万吨/年及以上。", [("煤矿企业的规模", ">=120万吨/年")]),
    (
        TASKS,
        "2023年底前，建成5G工厂20个，推广应用机器人1万台。",
        [("5G工厂数", "=20个"), ("机器人数", "=1万台")],
    ),
    (TASKS, "每年从项目库中筛选100个重点项目予以支持。", [("每年筛选重点项目数", "=100个")]),
    (TASKS, "到2020年，引进培养高层次人才1000名。", [("高层次人才数", "=1000名")]),
    (TASKS, "数控化率达到50%。", [("数控化率", "=50%")]),
    (
        TASKS,
        "新开通基站5万个以上，总数达到9万个。",
        [("新增基站数", ">=5万个"), ("基站数", "=9万个")],
    ),
    (TASKS, "到2025年，物流业产值超过300亿元。", [("物流业产值", ">300亿元")]),
    (
        TASKS,
        "建成60家智能工厂，其中6家标杆工厂。",
        [("智能工厂数", "=60家"), ("标杆工厂数", "=6家")],
    ),
    (TASKS, "推动1000家企业设备更新。", [("企业设备更新数", "=1000家")]),
    (TASKS, "到2025年，淘汰落后产能500万吨。", [("淘汰落后产能", "=500万吨")]),
    (SECTORS, "着力打造千万吨及以上大型钢铁联合企业。", [("大型钢铁联合企业规模", ">=1000万吨")]),
]


@pytest.mark.parametrize(("frame", "clauses", "expected"), ELSEWHERE)
def test_other_parts(frame: str, clauses: str, expected: list[tuple[str, str]]) -> None:
    assert numbers(clauses, frame) == expected


NONE_ELSEWHERE = [
    (SAFEGUARDS, "自2013年起每年按上年总额的基数增长10%。"),
    (SAFEGUARDS, "对符合条件的按设备投资额的10%给予补助，最高不超过500万元。"),
    (SAFEGUARDS, "到2020年，省财政安排专项资金达到10亿元。"),
    (SAFEGUARDS, "减按15%的税率征收企业所得税，按150%摊销。"),
    (SAFEGUARDS, "按最低价标准的15%、50%、70%确定底价。"),
    (SAFEGUARDS, "省级备案在3个工作日内办结。"),
    (SAFEGUARDS, "每年组织一次考核。"),
    (SAFEGUARDS, "带头人所得占奖金总额的30%-50%，前2名优先。"),
    (SAFEGUARDS, "对单台100万元以上设备给予补贴。"),
    (TASKS, "完善冶金、化工、建材10条循环经济产业链。"),
    (TASKS, "大力支持显示、照明、光电8个主要产业发展。"),
    (TASKS, "围绕打造水泥、陶瓷、玻璃5条产业链。"),
    (TASKS, "实施技术创新、企业培育、企业成长四项计划。"),
    (TASKS, "重点组织实施7大工程，启动“百项示范工程”。"),
    (TASKS, "对数控化率达到50%的企业给予奖励。"),
    (TASKS, "企业数控化率达到50%，给予奖励。"),
    (TASKS, "劳动生产率提高30%。"),  # neither dated nor striven for, no level
    (TASKS, "到2025年，研发投入占比不低于3%的，给予补助。"),
    (TASKS, "到2025年，优先支持年产值超过5亿元的企业。"),
    (TASKS, "到2025年，对总投资超过1亿元的项目给予支持。"),
    (SECTORS, "炼铁500立方米及以上高炉全部实现余热利用，60吨以上转炉实现负能炼钢。"),
    (SECTORS, "发展兆瓦级及以上风电整机。"),
    (SECTORS, "淘汰30万吨/年及以下规模的小型煤矿。"),
    (SECTORS, "推进百万辆汽车基地建设。"),
    (
        TARGETS.replace("主要目标", "充分认识重要意义"),
        "2011年，全省技术改造投资达到900亿元，增长20%。",
    ),
]


@pytest.mark.parametrize(("frame", "clauses"), NONE_ELSEWHERE)
def test_no_targets_elsewhere(frame: str, clauses: str) -> None:
    assert numbers(clauses, frame) == []


# clauses, field, its value in each target
FIELDS = [
    ("能耗比2010年下降20%。", "change", ["decrease"]),
    ("劳动生产率提高30%。", "change", ["increase"]),
    ("劳动生产率提高到30%。", "change", ["level"]),
    ("工业增加值增速达到10%。", "change", ["increase"]),
    ("能耗降低率达到18%。", "change", ["decrease"]),
    ("能耗降低到18%。", "change", ["level"]),
    ("新增孵化基地15个、众创空间20个。", "change", ["increase", "increase"]),
    ("孵化基地达到15个。", "change", ["level"]),
    ("建成孵化基地15个。", "change", ["level"]),
    ("工业增加值翻一番。", "change", ["increase"]),
    ("能耗比2010年下降20%，水耗下降30%。", "base", ["2010年", None]),
    ("能耗较“十二五”末降低21%。", "base", ["“十二五”末"]),
    ("能耗较“十二五”末降低21%。", "base_year", [2015]),
    ("投资比上年增长10%。", "base", ["上年"]),
    ("投资比上年增长10%。", "base_year", [None]),
    ("二氧化硫、氮氧化物排放量分别比2010年减少4%、5%。", "base_year", [2010, 2010]),
    ("研发投入占比由0.5%提高到1%。", "baseline", [Decimal("0.5")]),
    (
        "国家级、省级企业技术中心分别由2家、30家增加到5家、80家。",
        "baseline",
        [Decimal(2), Decimal(30)],
    ),
    ("劳动生产率由2015年的20万元/人提高到30万元/人。", "baseline", [Decimal(20)]),
    ("劳动生产率由2015年的20万元/人提高到30万元/人。", "base_year", [2015]),
    ("研发投入占比从2%到3%。", "baseline", [Decimal(2)]),
    ("研发投入占比为2%到3%。", "baseline", [None]),
    ("研发投入占比达到1%。", "baseline", [None]),
    ("投资年均增长20%。", "annual", [True]),
    ("每年实施100项技改项目。", "annual", [True]),
    ("投资增长20%。", "annual", [False]),
    ("工业增加值年均增速达到8%。", "annual", [True]),
    ("2020年增速达到8%。", "annual", [False]),
    ("工业投资累计达到2万亿元。", "accrual", ["cumulative"]),
    ("工业投资达到2万亿元。", "accrual", ["end"]),
    ("投资年均增长20%。", "accrual", ["yearly_average"]),
    ("每年实施100项技改项目。", "accrual", ["per_year"]),
    ("累计完成技改投资100亿元。", "accrual", ["cumulative"]),
    ("新增省级企业技术中心10家。", "accrual", ["cumulative"]),
    ("省级企业技术中心达到10家。", "accrual", ["end"]),
    ("新产品产值率达到10%。", "accrual", ["end"]),
    ("建成10家数字企业。", "accrual", ["cumulative"]),
    ("技改投资占比达到60%。其中装备制造业技改投资占比达到40%。", "part_of", [None, "技改投资占比"]),
    (
        "省级企业技术中心达到170家，其中国家级企业技术中心达到20家，新产品产值率达到15%。",
        "part_of",
        [None, "tech_center_provincial", None],
    ),
    ("力争建成4个园区、5个基地。", "aspirational", [True, True]),
    ("数控化率达到50%，力争普及率达到80%。", "aspirational", [False, True]),
    ("力争到2020年，数控化率达到50%，普及率达到80%。", "aspirational", [True, True]),
    ("确保数控化率达到50%。", "aspirational", [False]),
    ("规模以上企业研发经费占比达到1%。", "scope", ["规模以上企业"]),
    ("全省新产品产值率达到18%。", "scope", ["全省"]),
    ("新产品产值率达到18%。", "scope", [None]),
    ("高新技术产业产值年均增长15%。", "sector", ["new_high_tech"]),
    ("高技术产业增加值占工业比重达到15%。", "sector", ["high_tech"]),
    ("装备制造业技改投资占全部技改投资的40%。", "sector", ["equipment"]),
    ("新兴产业增加值占全部工业的比重达到20%。", "sector", ["emerging"]),
    ("钢材板带比达到70%。", "sector", ["steel"]),
    ("新产品产值率达到18%。", "sector", [None]),
    ("装备达到国内先进水平比重达到60%。", "sector", [None]),
    ("比例达到1\ue0105%左右。", "doubt", ["damaged_glyph: 疑为1.5%"]),
    ("比例达到1\ue0105%左右。", "value", [Decimal("1.5")]),
    ("比例达到15%左右。", "doubt", [None]),
    ("“十三五”期间，投资年均增长20%。", "due_start", [2016]),
    ("“十三五”期间，投资年均增长20%。", "due_end", [2020]),
    ("到2020年，数控化率达到50%。", "due_start", [None]),
    ("到2020年，数控化率达到50%。", "due_end", [2020]),
    ("2016年、2017年分别完成技改投资100亿元、120亿元。", "due", ["2016", "2017"]),
    ("2016年至2017年分别完成技改投资100亿元、120亿元。", "due", ["2016", "2017"]),
    ("2016年至2018年完成技改投资100亿元。", "due", ["2016-2018"]),
    ("规模以上工业完成总产值900亿元。", "accrual", ["end"]),
    ("规模以上工业累计实现利润900亿元。", "accrual", ["cumulative"]),
    ("工业增加值保持7%的增长速度。", "change", ["increase"]),
    ("技改投资保持15%的年均增速。", "annual", [True]),
    ("经过3年努力，投资突破900亿元。", "due", [None]),
    ("每年制定标准9项，攻克技术20项。", "accrual", ["per_year", "per_year"]),
    ("煤矿企业的规模达到120万吨/年及以上。", "threshold", [True]),
    ("原煤产量达到1200万吨以上。", "threshold", [False]),
    ("煤矿企业的规模达到120万吨/年。", "threshold", [False]),
]


@pytest.mark.parametrize(("clauses", "field", "values"), FIELDS)
def test_field(clauses: str, field: str, values: list[object]) -> None:
    assert [getattr(target, field) for target in aims(clauses)[0]] == values


def test_a_passage_on_a_sector_lends_its_sector() -> None:
    clauses = "到2020年，综合机械化程度达到90%。"
    assert [target.sector for target in aims(clauses, SECTORS)[0]] == ["coal"]
    assert [target.sector for target in aims(clauses, TASKS)[0]] == [None]


# clauses, quotation of each target: the smallest text that carries the fact
QUOTES = [
    ("到2015年，全省新产品产值率达到18%以上，力争更高。", ["新产品产值率达到18%以上"]),
    ("力争建成4个园区、5个示范基地。", ["建成4个园区", "5个示范基地"]),
    (
        "全省工业完成技改投资100亿元，年均增长30%。",
        ["完成技改投资100亿元", "完成技改投资100亿元，年均增长30%"],
    ),
    (
        "二氧化硫、氮氧化物排放量分别减少4%、5%。",
        ["二氧化硫、氮氧化物排放量分别减少4%", "氮氧化物排放量分别减少4%、5%"],
    ),
    ("60%以上的企业建立网站，其他略。", ["60%以上的企业建立网站"]),
]


@pytest.mark.parametrize(("clauses", "expected"), QUOTES)
def test_span(clauses: str, expected: list[str]) -> None:
    assert [quote(target, clauses) for target in aims(clauses)[0]] == expected


def test_identity_is_unique_and_order_is_reading_order() -> None:
    clauses = "二氧化硫、氮氧化物排放量均削减10%，化学需氧量、氨氮排放量均削减10%。"
    targets = aims(clauses)[0]
    assert len({(t.start, t.end, t.key) for t in targets}) == len(targets) == 4
    assert [t.start for t in targets] == sorted(t.start for t in targets)


def _agree(target, record: dict, text: str) -> bool:
    at = text.find(record["quote"])
    return (
        target.value == Decimal(str(record["value"]))
        and target.unit == record["unit"]
        and target.start < at + len(record["quote"])
        and at < target.end
    )


@pytest.mark.parametrize("slug", ["yunnan", "henan", "shandong"])
def test_reference_annotation(slug: str) -> None:
    text = (SEEDS / f"{slug}.txt").read_bytes().decode()
    gold = json.loads((GOLD / f"{slug}.json").read_text(encoding="utf-8"))
    targets, goals = aims(text, "{}")
    assert len(targets) == len(gold["targets"])
    for record in gold["targets"]:
        (target,) = [target for target in targets if _agree(target, record, text)]
        for field in ("comparator", "change", "base", "annual", "due"):
            assert getattr(target, field) == record[field], (record["indicator"], field)
    assert len(goals) == len(gold["qualitative_targets"])


def test_number_of_a_range_is_written_in_full() -> None:
    assert number(aims("占比达到15%至20%。")[0][0]) == "=15-20%"
