"""Codes in the wording of many offices, 2010–2024; sentences of nobody, each with what it is for and by which means."""

import pytest

from .test_codes import codes_of

# The sentence stands anywhere but in a passage on one sector.
SENTENCES = [
    # machines and processes
    ("鼓励企业以高效智能装备替换落后设备。", "digitalisation equipment_upgrade"),
    ("引导企业引进数控加工中心、在线检测、自动包装等先进设备。", "equipment_upgrade"),
    ("提高关键工序自动化程度，减少一线用工。", "equipment_upgrade"),
    ("支持食品企业对杀菌、灌装、包装等环节进行连续化改造。", "equipment_upgrade"),
    ("对骨干企业实施全流程改造。", "equipment_upgrade"),
    ("推动骨干企业扩能提质。", "equipment_upgrade"),
    ("推广先进节能、节水工艺，提高中水回用率。", "green"),  # whose aim is green
    ("推广粉煤灰综合利用技术。", "green"),
    ("支持企业购置智能检测设备。", "digitalisation equipment_upgrade"),
    ("完善检测设备和手段。", "quality_brand"),
    ("推动企业核心设备上云。", "digitalisation"),
    # cleaner, safer
    ("对焦化、水泥企业逐个制定方案，限期实施达标改造。", "green"),
    ("重污染企业2015年底前全部迁出城区。", "green"),
    ("逾期未完成治理的，依法停产治理。", "green standards_access"),
    ("推广井下无人值守和远程操控。", "digitalisation safety"),
    # quality
    ("支持药品企业通过GMP认证。", "quality_brand standards_access"),
    (
        "药品生产企业2013年底前全部达到《药品生产质量管理规范》要求。",
        "quality_brand standards_access",
    ),
    ("实施油品质量升级。", ""),  # a fuel, not a quality drive
    ("采用国外先进标准组织生产。", "standards_access"),
    # clusters
    ("鼓励重污染企业退城搬迁。", "cluster_park green"),
    ("打造沿江先进制造产业带。", "cluster_park"),
    ("依托沿江产业带，支持整车企业开发新产品。", "product_upgrade"),
    ("将目标任务分解到乡镇、园区和重点企业。", "organisation"),
    ("搬迁改造期间缴纳房产税确有困难的，可申请减免。", "tax"),
    # products and services
    ("推动企业由卖产品向提供系统解决方案转型。", "product_upgrade"),
    ("发展智能网联汽车。", ""),
    ("改造提升棉花精深加工装备。", "equipment_upgrade"),
    # platforms
    ("建设一批检验检测、节能诊断、信息化咨询等公共服务平台。", "public_platform"),
    ("支持重点实验室、技术中心等创新平台建设。", "rd_innovation"),
    ("建设区域性表面处理加工协作中心。", "public_platform"),
    # partners
    ("鼓励企业引进国际先进生产线。", "equipment_upgrade open_cooperation"),
    ("组织企业开拓丝绸之路沿线市场。", "open_cooperation procurement_demand"),
    # money
    ("加强对专项资金使用情况的监督检查。", "evaluation_supervision fiscal_fund"),
    ("使用财政性资金的项目应优先采购本省产品。", "procurement_demand"),
    ("在市级工业和信息化发展专项资金中安排2亿元。", "fiscal_fund"),
    ("转化收益的60%奖励给成果完成人。", ""),
    ("县级配套资金与市级资金形成合力。", "fiscal_fund"),
    ("建立政银企对接机制，扩大贷款规模。", "credit_finance"),
    ("开展知识产权、股权、应收账款质押融资。", "credit_finance"),
    # land and approval
    ("从用地指标中切出三成，优先安排重大技改项目。", "land"),
    ("清理涉企行政事业性收费。", "approval"),
    # projects
    ("每年选择50家龙头企业实施系统性改造。", "equipment_upgrade project_management"),
    ("筛选80户骨干企业，“一企一策”制定提升方案。", "project_management"),
    ("按照开工一批、竣工一批、储备一批的要求抓好项目。", "project_management"),
    ("推进150万吨甲醇后续项目建设。", "project_management"),
    ("年度投资完成率不低于85%。", "project_management"),
    ("除在建项目外，不得新增产能。", "standards_access"),
    ("对总投资超亿元的项目实行一对一服务。", "project_management"),
    # offices
    ("市经信局牵头抓好规划编制。", "organisation planning_guidance"),
    ("市发展改革、财政、环境保护、安全监管等部门密切配合。", "organisation"),
    ("发布省内工业品推荐目录。", "procurement_demand"),
    ("统计部门按月监测、按季通报。", "statistics_monitoring"),
    ("建立技改贷款监测通报制度。", "credit_finance statistics_monitoring"),
    ("对进度滞后的县（市）通报批评。", "evaluation_supervision"),
    ("对成效突出的县（市、区），在资金分配上予以倾斜。", "evaluation_supervision fiscal_fund"),
]

# In a passage on one sector.
ON_SECTOR = [
    ("重点发展风电主机，强化铸造、锻造等基础工艺能力。", "equipment_upgrade product_upgrade"),
    ("以轴承、齿轮为重点，提高零部件自给能力。", "equipment_upgrade"),
    ("水泥企业全部配套余热发电和脱硝装置。", "equipment_upgrade green"),
    ("机床产值数控化率达到70%。", "digitalisation equipment_upgrade"),
    ("提高成套供应能力。", "product_upgrade"),
    ("推动中药材深度开发。", "product_upgrade"),
    ("加快动力电池产业化。", "product_upgrade"),
    ("支持新材料领域的产业化项目。", ""),
    ("零部件本地配套率提高到50%。", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_anywhere(sentence: str, expected: str) -> None:
    found = codes_of(sentence)
    assert sorted(found.themes + found.instruments) == expected.split(), found.why


@pytest.mark.parametrize(("sentence", "expected"), ON_SECTOR)
def test_in_a_sectors_passage(sentence: str, expected: str) -> None:
    found = codes_of(sentence, on_sector=True)
    assert sorted(found.themes + found.instruments) == expected.split(), found.why
