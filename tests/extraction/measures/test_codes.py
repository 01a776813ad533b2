"""Themes, instruments and tools: sentence → codes, in the words many provinces use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.extraction.measures.codes import Codes, find_codes
from policies.extraction.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def codes_of(sentence: str, on_sector: bool = False) -> Codes:
    return find_codes(sentence, [(0, len(sentence))], [on_sector], VOCABULARY)[0]


# What each sentence is for and by which means; written for this test, from no real document.
SENTENCES = [
    (
        "市政府设立1亿元企业技术改造专项资金，主要用于重点技术改造项目的贷款贴息和无偿资助。",
        "fiscal_fund subsidy_reward",
    ),
    ("对主营业务收入首次突破50亿元的工业企业，一次性给予100万元奖励。", "subsidy_reward"),
    (
        "对获得中国驰名商标的企业，由市财政给予50万元奖励。",
        "fiscal_fund quality_brand subsidy_reward",
    ),
    (
        "对技术改造项目设备投资额达到500万元以上的，按设备投资额的8%给予补助，最高不超过300万元。",
        "subsidy_reward",
    ),
    (
        "企业购置国内首台（套）重大技术装备的，按保费的80%给予补贴。",
        "procurement_demand subsidy_reward",
    ),
    ("省级工业转型升级资金每年安排不少于5亿元支持企业技术改造。", "fiscal_fund"),
    ("各金融机构要加大对技术改造项目的信贷投放，开展多种形式的银企对接活动。", "credit_finance"),
    (
        "鼓励担保机构为中小企业技术改造贷款提供担保，对其代偿损失给予一定补偿。",
        "credit_finance sme",
    ),
    ("支持符合条件的企业在主板、中小板、创业板上市融资。", "credit_finance"),
    ("对重点技术改造项目用地计划指标实行单列，优先安排。", "land"),
    ("在不改变用地性质的前提下，企业利用现有厂区加层改造的，免收城市基础设施配套费。", "land"),
    ("工业用地可采取租让结合、弹性出让的方式供应。", "land"),
    ("对列入省重点的技术改造项目，开辟审批绿色通道，实行一站式服务。", "approval"),
    ("除国家规定须报国家核准的项目外，技术改造项目一律实行属地备案。", "approval"),
    ("项目备案机关应在5个工作日内办结备案手续。", "approval"),
    ("严格执行能耗、环保、质量、安全、技术等标准，推动落后产能依法依规退出。", "standards_access"),
    ("对钢铁、水泥行业新增产能的技术改造项目，一律不予核准和备案。", "approval standards_access"),
    (
        "编制全省工业企业技术改造三年滚动计划，建立技术改造项目储备库。",
        "planning_guidance project_management",
    ),
    ("每年筛选100个投资超亿元的重大技术改造项目，实行领导包联和定期调度。", "project_management"),
    (
        "市工业和信息化局会同市统计局按月通报各县（市、区）技术改造投资完成情况。",
        "statistics_monitoring",
    ),
    ("将技术改造投资增速纳入对市县政府的目标责任考核。", "evaluation_supervision"),
    ("对完成目标任务的市县给予通报表扬，对工作不力的予以问责。", "evaluation_supervision"),
    ("成立由分管副省长任组长的全省技术改造工作领导小组，办公室设在省经信委。", "organisation"),
    ("各市要明确牵头部门，落实工作责任，建立部门联动机制。", "organisation"),
    ("加强企业家队伍建设，每年组织500名企业高管参加专题培训。", "talent_incentive"),
    ("引进高层次领军人才和紧缺专业人才，落实住房、子女入学等待遇。", "talent_incentive"),
    ("优先保障重点技改项目用电、用气、用水和铁路运力需求。", "energy_factor"),
    ("各级政府投资项目应优先采购列入目录的省内自主创新产品。", "procurement_demand"),
    ("组织开展产销对接活动，帮助企业开拓国内外市场。", "procurement_demand"),
    ("实施智能制造试点示范，建设一批数字化车间和智能工厂。", "digitalisation"),
    ("推动企业上云上平台，培育一批工业互联网平台。", "digitalisation"),
    ("加快机器换人步伐，推广应用工业机器人和高档数控机床。", "digitalisation equipment_upgrade"),
    ("开展重点用能单位节能低碳行动，推广合同能源管理。", "green"),
    (
        "加快燃煤锅炉改造和脱硫脱硝设施建设，实施挥发性有机物治理。",
        "equipment_upgrade green",
    ),
    ("支持园区循环化改造，推进工业固体废物综合利用基地建设。", "cluster_park green"),
    ("加强危险化学品企业搬迁改造，提升本质安全水平。", "cluster_park safety"),
    ("支持企业建设国家级、省级企业技术中心和工业设计中心。", "rd_innovation"),
    ("鼓励企业与高等院校、科研院所组建产业技术创新战略联盟。", "rd_innovation"),
    ("加快新产品开发，提高产品附加值和市场竞争力。", "product_upgrade"),
    ("推动企业导入卓越绩效等先进质量管理方法，争创中国质量奖。", "quality_brand"),
    ("引导企业通过强强联合、跨区域兼并重组等方式做大做强。", "merger_restructuring"),
    ("支持小微企业专精特新发展，培育一批小巨人企业。", "sme"),
    ("积极承接沿海地区产业转移，引进一批投资规模大、带动能力强的龙头企业。", "open_cooperation"),
    ("推进检验检测、技术研发、信息咨询等中小企业公共服务平台建设。", "public_platform sme"),
    ("企业研发费用形成无形资产的，按照无形资产成本的175%在税前摊销。", "rd_innovation tax"),
    ("认真落实固定资产加速折旧、研发费用加计扣除等税收优惠政策。", "tax"),
    ("淘汰10吨/小时及以下燃煤锅炉和高耗能落后机电设备。", "green standards_access"),
    ("支持钢铁企业加快装备大型化、自动化改造，提高吨钢能效水平。", "equipment_upgrade green"),
    ("支持民用爆炸物品生产企业采用无人化、少人化生产线。", "equipment_upgrade safety"),
    ("完善产业配套，推动上下游企业向产业园区集中布局。", "cluster_park"),
    ("发布产业技术改造投资指导目录，引导社会资金投向重点领域。", "planning_guidance"),
    ("定期组织开展项目竣工验收和绩效评价。", "evaluation_supervision project_management"),
    ("建立技术改造投资统计监测制度，及时分析投资动态。", "statistics_monitoring"),
    ("以骨干企业为依托，加快关键设备更新和工艺流程再造，提高劳动生产率。", "equipment_upgrade"),
    ("鼓励企业加大研发投入，力争规模以上工业企业研发机构全覆盖。", "rd_innovation"),
    ("建立以企业为主体的产学研协同攻关机制，攻克一批“卡脖子”技术。", "rd_innovation"),
    ("支持有条件的企业在境外设立研发中心。", "open_cooperation rd_innovation"),
    ("推动高校科研成果在省内企业就地转化。", "rd_innovation"),
    ("加强军工企业与地方企业的配套协作。", "rd_innovation"),
    ("推广计算机辅助设计、企业资源计划等信息系统，提升企业管理水平。", "digitalisation"),
    ("推进5G与工业融合应用，打造一批5G全连接工厂。", "digitalisation"),
    ("支持重点耗能企业建设能源管控中心，开展能效对标。", "green"),
    ("推进矿山尾矿、煤矸石等大宗固废综合利用。", "green"),
    ("严格控制高耗水行业新增产能，推广中水回用。", "green standards_access"),
    ("在重点行业推行清洁生产审核，实施清洁生产改造项目。", "green"),
    ("加快城区老工业企业退城进园，引导关联企业集群发展。", "cluster_park"),
    ("支持园区完善供水、供热、污水处理等配套设施。", "cluster_park energy_factor green"),
    ("培育产业链条完整、协作配套紧密的特色产业集群。", "cluster_park product_upgrade"),
    ("推动煤矿企业采掘机械化改造，建设安全监控联网系统。", "equipment_upgrade safety"),
    ("健全食品生产企业质量安全追溯体系。", "quality_brand safety"),
    ("支持企业申报省长质量奖，培育区域品牌。", "quality_brand"),
    ("鼓励企业主导或参与国际标准、国家标准制定。", "standards_access"),
    ("发展精深加工，开发绿色有机食品，延长农产品加工链条。", "product_upgrade"),
    ("通过资产收购、股权置换等方式实施企业兼并重组。", "merger_restructuring"),
    ("设立中小企业发展专项资金，重点支持中小企业技术改造。", "fiscal_fund sme"),
    ("各县（市、区）财政应按不低于1:1的比例落实配套资金。", "fiscal_fund"),
    ("采取先建后补方式，对竣工投产的项目按固定资产投资的5%给予奖励。", "subsidy_reward"),
    (
        "对银行向技术改造项目发放的贷款，按新增额的0.5%给予风险补偿。",
        "credit_finance subsidy_reward",
    ),
    ("设立规模20亿元的技术改造引导基金，吸引社会资本跟投。", "credit_finance fiscal_fund"),
    (
        "支持企业利用设备融资租赁方式更新改造，对融资租赁费用给予补贴。",
        "credit_finance subsidy_reward",
    ),
    ("推广“助保贷”，建立政银企风险共担机制。", "credit_finance"),
    ("城镇土地使用税困难企业可按规定申请减免。", "tax"),
    ("凡符合条件的小型微利企业，减按20%的税率征收企业所得税。", "sme tax"),
    ("存量土地提高容积率的，不再收取土地出让金差价。", "land"),
    ("下放技术改造项目备案权限至县级，实行网上备案。", "approval"),
    ("优化环评分类管理，对未增加污染物排放的项目实行告知承诺。", "approval"),
    ("发布重点技术改造项目年度导向计划，加强投资引导。", "planning_guidance"),
    (
        "建立省市县三级联动的重点项目推进机制，及时协调解决困难和问题。",
        "organisation project_management",
    ),
    ("落实项目法人责任制、招标投标制和工程监理制。", "project_management"),
    (
        "加强技术改造项目事中事后监管，对骗取财政资金的依法追究责任。",
        "evaluation_supervision fiscal_fund",
    ),
    ("实施高技能人才振兴计划，推行企业新型学徒制。", "talent_incentive"),
    (
        "允许科技人员以技术成果作价入股，所得收益不低于70%归完成人。",
        "rd_innovation talent_incentive",
    ),
    ("健全工业投资和技术改造统计制度，完善企业联网直报。", "statistics_monitoring"),
    ("开展技术改造政策落实情况专项督查，结果作为评先评优的重要依据。", "evaluation_supervision"),
    ("加大宣传力度，及时总结推广先进经验，营造良好氛围。", "organisation"),
    ("扩大电力直接交易规模，降低企业用能成本。", "energy_factor"),
    ("支持民营企业参与国有企业改革和技术改造。", "credit_finance"),
    ("突出抓好钢铁、焦化等行业余热余压余气利用，推广高炉煤气发电技术。", "equipment_upgrade green"),
    ("引导中小企业围绕大企业配套发展，提高协作水平。", "cluster_park sme"),
    ("支持骨干企业建立博士后工作站和院士工作站。", "rd_innovation"),
    ("加快组建省级工业技术研究院，推进重大科技成果产业化。", "rd_innovation"),
    ("建立市技术改造项目专家评审制度，严格项目论证和审查。", "project_management"),
    ("市发展改革委、环保局、国土局要开辟绿色通道，加快办理项目前期手续。", "approval"),
    (
        "凡享受专项资金支持的项目，要严格实行公示、复核、验收等程序。",
        "fiscal_fund project_management",
    ),
    ("对完成目标任务好的县区和企业，市政府给予表彰和奖励。", "evaluation_supervision"),
    ("各县区要建立相应的工作机构，明确专人负责，形成上下联动的工作格局。", "organisation"),
    ("积极争取国家重点产业振兴和技术改造专项资金，对获得国家支持的项目给予配套。", "fiscal_fund"),
    ("建立技术改造项目融资推介制度，定期向银行推荐项目。", "credit_finance"),
    ("支持企业利用外资和境外贷款实施技术改造。", "credit_finance open_cooperation"),
    ("支持企业利用工业云平台开展协同设计、协同制造。", "digitalisation"),
    ("鼓励企业建设智能仓储和自动化物流系统。", "digitalisation"),
    ("开展工业企业能源审计和清洁生产审核，实行能耗在线监测。", "green"),
    ("实施食品企业诚信体系建设，完善原料检验和出厂检测设备。", "quality_brand"),
    ("发展高强度汽车板、高性能海工钢等高端品种，提高产品附加值。", "product_upgrade"),
    ("推动冶金企业向沿海临港区域转移，优化产业布局。", "cluster_park"),
    ("落实安全生产责任制，淘汰安全性能低下的工艺和设备。", "safety standards_access"),
    (
        "对新建厂房和设备投资超过2000万元的，优先列入省重点项目，优先安排用地指标。",
        "land project_management",
    ),
    ("加快公租房、道路、管网等园区基础设施建设。", "cluster_park energy_factor"),
    ("组织企业与科研院所开展技术对接和人才交流。", "rd_innovation talent_incentive"),
    ("各级财政部门要加强资金监管，确保专款专用。", "evaluation_supervision fiscal_fund"),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_themes_and_instruments(sentence: str, expected: str) -> None:
    found = codes_of(sentence)
    assert sorted(found.themes + found.instruments) == expected.split()


# A code's word and, beside it, the same characters where they say something else.
NEAR_MISSES = [
    ("shared", "支持企业研发高端轴承。", "在研发设计、生产制造环节普及信息技术。", "rd_innovation"),
    ("a name", "推进新技术在矿山的应用。", "培育一批高新技术企业。", "equipment_upgrade"),
    ("a title", "发展循环经济。", "制定《循环经济工作考核办法》。", "green"),
    ("office", "提高信息化水平。", "市工业和信息化局负责组织申报。", "digitalisation"),
    ("channel", "推行绿色制造。", "开辟绿色通道。", "green"),
    ("means", "支持企业技术改造。", "通过技术改造，提高企业盈利能力。", "equipment_upgrade"),
    ("object of land", "支持企业技术改造。", "企业技术改造项目用地优先安排。", "equipment_upgrade"),
    ("reservoir", "利用尾矿生产建材。", "加强尾矿库安全管理。", "green"),
    (
        "platform list",
        "健全检验检测手段。",
        "建设检验检测、信息咨询等公共服务平台。",
        "quality_brand",
    ),
    ("own product", "加快新产品开发。", "优先采购自主创新产品。", "product_upgrade"),
    ("loan kinds", "增加花色品种。", "银行要丰富贷款品种。", "product_upgrade"),
    ("people", "对企业给予奖励。", "对先进单位和个人给予表彰奖励。", "subsidy_reward"),
    ("transfer", "保障项目用地。", "土地使用权转让不征收营业税。", "land"),
    ("tax", "保障工业用地。", "减免城镇土地使用税。", "land"),
    ("power", "保障企业用电需求。", "加快应用电子产品和装备。", "energy_factor"),
    ("policy", "加强部门协调配合。", "加强信贷政策与产业政策的协调配合。", "organisation"),
    ("after", "简化项目审批程序。", "立项审批后可先行用地。", "approval"),
    ("citizen", "完善行业准入条件。", "鼓励企业达产达效。", "standards_access"),
    ("key link", "突破关键技术。", "支持重点领域、关键环节的技术改造。", "rd_innovation"),
    ("equipment", "加快产品升级换代。", "加快储运设备设施升级换代。", "product_upgrade"),
]


@pytest.mark.parametrize(("case", "hit", "miss", "code"), NEAR_MISSES)
def test_a_word_inside_another_is_no_cue(case: str, hit: str, miss: str, code: str) -> None:
    for sentence, expected in ((hit, True), (miss, False)):
        found = codes_of(sentence)
        assert (code in found.themes + found.instruments) is expected, (case, sentence, found.why)


TOOLS = [
    ("对用地集约的项目，可按最低价标准的60%确定出让底价。", "land_price_discount"),
    ("不改变用途并提高容积率的，不再增收土地价款。", "land_no_extra_charge"),
    ("使用戈壁荒滩的，减免土地有偿使用费。", "land_unused land_use_fee_relief"),
    ("重大项目可申请先行用地。", "land_advance_use"),
    ("备案在2个工作日内办结。", "approval_time_limit filing_management"),
    ("实行并联审批，各部门不互为前置。", "parallel_approval"),
    ("简化环境影响评价手续。", "eia_simplification"),
    ("开展仓单质押和融资租赁。", "leasing_pawn pledge_innovation"),
    ("鼓励订购首台（套）重大技术装备。", "first_set_promotion"),
    ("支持首台（套）装备研制和产业化攻关。", "first_set_rd"),
    ("优先采用本省生产的设备。", "local_equipment_preference"),
    ("制定项目竣工验收管理办法。", "project_acceptance"),
    ("评定职称时予以倾斜。", "professional_title"),
    ("企业迁入工业园区。", "relocation_into_park"),
    ("延伸煤化工产业链。", "chain_extension"),
]


@pytest.mark.parametrize(("sentence", "expected"), TOOLS)
def test_tools(sentence: str, expected: str) -> None:
    assert sorted(codes_of(sentence).tools) == expected.split()


def test_a_tool_brings_its_parent() -> None:
    found = codes_of("鼓励订购首台（套）重大技术装备。")
    assert found.instruments == ("procurement_demand",)
    assert ("procurement_demand", "订购首台") in found.why


def test_the_earliest_cue_is_primary() -> None:
    assert codes_of("省财政安排资金，对贷款给予贴息。").instruments == (
        "fiscal_fund",
        "subsidy_reward",
    )


def test_only_in_a_sector_passage_is_plain_development_about_products() -> None:
    assert codes_of("重点发展特高压变压器和智能电表。", on_sector=True).themes == (
        "product_upgrade",
    )
    assert codes_of("重点发展特高压变压器和智能电表。").themes == ()


def test_a_list_of_reliefs_is_about_tax_alone() -> None:
    listed = "固定资产加速折旧，购置节能节水专用设备按比例抵免，研发费用加计扣除所得税；"
    single = "购置节能节水专用设备的，可按投资额的10%抵免企业所得税。"
    assert codes_of(listed).themes == ()
    assert codes_of(single).themes == ("green",)


def test_near_identical_sentences_of_two_provinces_agree() -> None:
    one = "推动龙头企业及配套企业的协同改造，促进产业集聚发展。"
    other = "推动龙头企业和配套企业协同改造，促进产业聚集发展。"
    assert set(codes_of(one).themes) == set(codes_of(other).themes)


POLICY_TEXT = st.text(
    st.sampled_from("支持企业技术改造对符合的项目给予补贴用地审批，、；。（）10%要应可"),
    max_size=80,
)


@given(st.lists(POLICY_TEXT, min_size=1, max_size=4))
def test_codes_do_not_depend_on_the_neighbours(sentences: list[str]) -> None:
    """A sentence has the same codes alone and in a text, as long as a mark parts it from others."""
    parts = [part.replace("。", "").replace("；", "") + "。" for part in sentences]
    text, spans = "", []
    for part in parts:
        spans.append((len(text), len(text) + len(part)))
        text += part
    together = find_codes(text, spans, [False] * len(parts), VOCABULARY)
    assert together == [codes_of(part) for part in parts]
