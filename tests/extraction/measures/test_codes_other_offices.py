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
    # counties and later years
    (
        "支持企业加快淘汰高耗能变压器和电机，更新为一级能效设备。",
        "equipment_upgrade green standards_access",
    ),
    ("鼓励纺织企业引进高速无梭织机、自动穿经机等关键设备。", "equipment_upgrade"),
    (
        "对企业技术改造新增设备投资，按实际投资额的6%给予奖励，单个企业年度最高1000万元。",
        "subsidy_reward",
    ),
    ("全县每年安排不少于3000万元，专项用于工业企业技术改造补助。", "fiscal_fund subsidy_reward"),
    ("对技改后年纳税额新增部分县级留成的50%，三年内返还企业。", "subsidy_reward tax"),
    ("鼓励企业发行企业债券、短期融资券和中期票据。", "credit_finance"),
    ("建立技改项目“绿色通道”，实行首问负责、限时办结和全程代办。", "approval"),
    ("对符合规划、不改变用途的现有工业用地，提高容积率的不再增收土地价款。", "land"),
    ("实行县级领导包抓重点技改项目责任制。", "project_management"),
    ("定期召开银企对接会，向金融机构推介技改项目。", "credit_finance"),
    ("将技改投资完成情况作为评先树优的重要依据。", "evaluation_supervision"),
    ("围绕白酒、茶叶等特色产业，推行全程质量追溯。", "quality_brand"),
    ("加快培育一批制造业单项冠军和专精特新“小巨人”企业。", "sme"),
    ("推进中小企业数字化转型试点，打造“小灯塔”企业。", "digitalisation sme"),
    ("开展重点行业能效对标，创建能效“领跑者”。", "green"),
    ("推行环境管理体系认证和清洁生产审核。", "green"),
    ("鼓励企业开发拥有自主知识产权的核心技术和产品。", "product_upgrade rd_innovation"),
    ("支持企业建设院士工作站、博士后科研工作站。", "rd_innovation"),
    ("引导企业向园区集中，实现集约发展。", "cluster_park"),
    ("加快标准厂房建设，提高投资强度和容积率。", "land"),
    ("推动钢铁企业兼并重组，提高产业集中度。", "merger_restructuring"),
    ("推进危险化学品生产企业搬迁改造，消除安全隐患。", "cluster_park safety"),
    ("实施首台（套）重大技术装备保险补偿。", "procurement_demand subsidy_reward"),
    ("积极争取国家产业振兴和技术改造专项资金。", "fiscal_fund"),
    ("加强项目谋划，建立“储备一批、实施一批、竣工一批”的滚动机制。", "project_management"),
    ("加强舆论引导，宣传技改先进典型。", "organisation"),
    ("建立企业家培训制度，每年培训企业经营管理人员500人次。", "talent_incentive"),
    ("加强与职业院校合作，定向培养技能人才。", "talent_incentive"),
    ("保障重点技改项目煤、电、油、气、运供应。", "energy_factor"),
    ("落实小微企业税收减免政策。", "sme tax"),
    ("允许企业缩短固定资产折旧年限。", "tax"),
    ("鼓励企业参与国家标准、行业标准制修订。", "standards_access"),
    ("严禁新建钢铁、电解铝、水泥等产能过剩行业项目。", "standards_access"),
    ("对未完成年度技改投资任务的县区，由市政府约谈主要负责人。", "evaluation_supervision"),
    ("完善技术改造统计监测体系，及时发布技改投资信息。", "statistics_monitoring"),
    ("编制《全市工业企业技术改造三年行动计划》，明确重点方向。", "planning_guidance"),
    ("各县（市、区）要结合实际制定实施细则，确保政策落实。", "organisation"),
    ("推动智能工厂、数字化车间梯度培育。", "digitalisation"),
    ("鼓励工业互联网平台企业为中小企业提供低成本解决方案。", "digitalisation sme"),
    ("推行“合同能源管理”“节能医生”等服务模式。", "green"),
    ("支持企业在境外设立研发中心。", "open_cooperation rd_innovation"),
    ("加强与央企、民企500强对接，引进一批龙头企业。", "open_cooperation"),
    ("支持企业收储闲置厂房用于技改扩建。", "land"),
    ("统筹使用工业发展、科技创新等专项资金，集中支持技改。", "fiscal_fund"),
    ("加强专项资金审计，对套取资金的依法追究责任。", "evaluation_supervision fiscal_fund"),
    ("政府采购优先选用本地企业技改新产品。", "procurement_demand product_upgrade"),
    ("搭建产销对接平台，组织企业参加广交会等展会。", "procurement_demand"),
    ("推广应用“揭榜挂帅”机制，突破一批卡脖子技术。", "rd_innovation"),
    ("推进粉尘涉爆企业自动化、少人化改造。", "equipment_upgrade safety"),
    ("开展“技改服务直通车”活动，组织专家入企把脉问诊。", "organisation public_platform"),
    ("实施质量提升行动，推广先进质量管理方法。", "quality_brand"),
    ("推进工业固体废物综合利用，建设大宗固废综合利用基地。", "green"),
    ("全市规模以上工业企业每三年实施一轮技术改造。", "equipment_upgrade"),
    ("支持企业通过自筹、贷款、引入社会资本等方式多渠道筹集技改资金。", "credit_finance"),
    ("支持建设智能化立体仓库。", "digitalisation"),
    ("开展“千企改造、千企升级”行动。", "equipment_upgrade"),
    ("落实技改项目节能审查意见，严控新增能耗。", "approval"),
    ("支持老工业城市实施城区老工业区搬迁改造。", "cluster_park"),
    ("建立技改项目融资需求库，推动金融机构精准对接。", "credit_finance"),
    ("实行工业用地弹性出让，降低企业用地成本。", "land"),
    ("设立中小企业发展专项资金，重点支持小微企业技改。", "fiscal_fund sme"),
    ("各部门要按照职责分工，加强协作配合。", "organisation"),
    ("市工信局会同财政局对项目实施情况进行抽查。", "evaluation_supervision"),
    ("省工业和信息化厅负责解释本办法。", ""),
    ("项目竣工后，由县工信局组织验收。", "project_management"),
    ("对弄虚作假骗取资金的，三年内不得申报。", "evaluation_supervision fiscal_fund"),
    ("组织开展技改政策宣讲进企业、进园区活动。", "organisation"),
    ("支持企业加入产业技术创新战略联盟。", "rd_innovation"),
    ("鼓励企业采用精益管理、六西格玛等先进管理方法。", "quality_brand"),
    ("推行首席质量官制度。", "quality_brand"),
    ("推广应用工业机器人，培育系统集成服务商。", "digitalisation equipment_upgrade"),
    ("开展工业节水型企业创建。", "green"),
    ("鼓励发展融资租赁，支持企业以租代购更新设备。", "credit_finance equipment_upgrade"),
    ("对符合条件的企业实施电力直接交易，降低用电成本。", "energy_factor"),
    ("加强铁路运力协调，保障企业产品外运。", "energy_factor"),
    ("支持行业龙头企业牵头组建创新联合体。", "rd_innovation"),
    ("完善安全生产责任制，加强重大危险源监控。", "safety"),
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
    (
        "推广大型立磨、辊压机等节能粉磨设备，淘汰球磨机。",
        "equipment_upgrade green standards_access",
    ),
    ("重点发展高性能铝合金板带材，提高铝加工材比重。", "product_upgrade"),
    ("支持骨干煤矿建设智能化综采工作面。", "digitalisation"),
    ("推进烧结机脱硫、焦炉煤气综合利用改造。", "equipment_upgrade green"),
    ("培育壮大龙头企业，带动中小企业协作配套。", "cluster_park sme"),
    ("加快白酒、乳制品企业灌装线智能化改造。", "digitalisation equipment_upgrade"),
    ("发展新型建材，限制新上普通水泥项目。", "product_upgrade standards_access"),
    ("提高整车开发能力，形成年产20万辆生产能力。", "product_upgrade"),
    ("鼓励陶瓷企业使用天然气等清洁燃料。", "green"),
    ("支持企业开展GMP改造和国际认证。", "equipment_upgrade quality_brand standards_access"),
    ("加快大宗原料药向制剂一体化延伸。", "product_upgrade"),
    ("提升服装设计水平，打造自主品牌。", "quality_brand"),
    ("推动家具企业由代工向定制化转型。", "product_upgrade"),
    ("建设国家级工程机械检测中心。", "quality_brand"),
    ("突破高端轴承、液压件等关键零部件瓶颈。", "rd_innovation"),
    ("推进化工园区循环化改造。", "cluster_park green"),
    ("到2020年，精深加工率达到60%。", "product_upgrade"),
    ("完善冷链物流体系，扩大绿色食品生产。", "product_upgrade"),
    ("采用新型干法技术改造现有生产线。", "equipment_upgrade"),
    ("严格执行行业准入条件，有序退出过剩产能。", "standards_access"),
    ("提高装备自动化、成套化水平。", "equipment_upgrade product_upgrade"),
    ("加快老旧农机报废更新。", "equipment_upgrade"),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_anywhere(sentence: str, expected: str) -> None:
    found = codes_of(sentence)
    assert sorted(found.themes + found.instruments) == expected.split(), found.why


@pytest.mark.parametrize(("sentence", "expected"), ON_SECTOR)
def test_in_a_sectors_passage(sentence: str, expected: str) -> None:
    found = codes_of(sentence, on_sector=True)
    assert sorted(found.themes + found.instruments) == expected.split(), found.why
