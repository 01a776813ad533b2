"""Targets of whole documents of other years and forms: indicator, number, due."""

from pathlib import Path

import pytest

from policies.extraction import extract, load_vocabulary
from tests.extraction.aims.clauses import number

DOCUMENTS = Path(__file__).parents[1] / "documents"
EXPECTED = {
    "flattened_notice": """
        技术改造投资额 =300亿元 2016
        技术改造投资年均增长率 >=20% 2016
        装备更新投资占比 =55% 2016
        五百亿级产业集群数 =2个 None
        规模以上工业企业数 =1200户 None
        年主营业务收入超十亿元的企业数 =50户 None
        每年组织实施重点技改项目数 =100项 None
        设备数 =1万台 None
        每年提供免费诊断的小微企业数 =200户 None
        单位工业增加值能耗 =12-15% 2016
        工业用水重复利用率 >=85% 2016
        二氧化硫排放量 <=3.5万吨 2016
        氮氧化物排放量 <=2.8万吨 2016
    """,
    "dashed_targets_2022": """
        规模以上制造业产值 =8000亿元 2024
        规模以上制造业产值增长率 =1番 2024
        数字经济核心产业增加值占地区生产总值比重 >12% 2024
        新增省级智能制造示范车间数 =60个 2022-2024
        新增省级智能制造示范工厂数 =10家 2022-2024
        标杆园区数 >=1个 2022-2024
        改造后企业生产效率 >=20% None
        运营成本 ~15% None
        产品不良率 =10-15% None
        单位GDP能耗 =14% 2025
        单位GDP二氧化碳排放 >=65% 2025
        化学需氧量排放量 =8% 2025
        氨氮排放量 =8% 2025
        挥发性有机物排放量 =10% 2025
        一般工业固废综合利用率 >=95% 2025
        服务商数 >=50家 2022
        国家级双跨平台数 =1个 2024
        省级重点平台数 =20个 2024
        上云企业数 >2万家 2024
        5G基站数 >1.5万个 2024
        每万人拥有5G基站数 =20个 2024
        每年新增国家级专精特新“小巨人”企业数 ~20家 None
        制造业单项冠军数 =25家 2024
        每年培训企业负责人数 >=1000人次 None
        每年引进高层次人才数 =500名 None
        制造业贷款余额年均增长率 >=15% None
    """,
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_targets_of_a_document(name: str) -> None:
    text = (DOCUMENTS / f"{name}.txt").read_bytes().decode()
    targets = extract(text, load_vocabulary()).targets
    found = [f"{target.indicator} {number(target)} {target.due}" for target in targets]
    assert found == [line.strip() for line in EXPECTED[name].strip().splitlines()]
