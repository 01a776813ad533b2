"""Where a code's word stands but says something else: in what is judged, forgone, named, served.

Beside each such sentence one in which the same word does count.
"""

import pytest

from .test_codes import codes_of

# kind · the word counts · the word only names, qualifies or is judged · code
ASIDES = [
    ("judged", "推进节能降耗。", "把节能降耗、淘汰落后等任务列入县区年度考核。", "green"),
    (
        "judged",
        "加快淘汰落后产能。",
        "把节能降耗、淘汰落后等任务列入县区年度考核。",
        "standards_access",
    ),
    ("judged", "推进企业上云。", "对企业上云推进情况进行督查。", "digitalisation"),
    ("forgone", "削减污染物排放总量。", "凡不增加污染物排放总量的，简化环评。", "green"),
    ("forgone", "新增用地优先安排。", "不新增用地的技改项目当日备案。", "land"),
    ("loans by name", "推行绿色制造。", "扩大绿色信贷规模，发行碳中和债券。", "green"),
    ("loans by name", "支持科技创新。", "推广科技创新再贷款。", "rd_innovation"),
    (
        "a bank's products",
        "开发高端产品。",
        "银行要开发适合技改的中长期信贷产品。",
        "product_upgrade",
    ),
    ("a bank's products", "开发高端产品。", "推出设备贷、订单贷等产品。", "product_upgrade"),
    ("links", "加强产品研发。", "打通研发、采购、生产、售后各环节数据。", "rd_innovation"),
    ("served", "培育产业集群。", "建设面向产业集群的检测中心。", "cluster_park"),
    ("reached", "完善园区配套。", "光纤网络向各类园区和企业覆盖。", "cluster_park"),
    (
        "who gets it",
        "实施一批示范项目。",
        "对省级示范项目，按投资额的5%补助。",
        "project_management",
    ),
    ("who gets it", "建立重大项目协调机制。", "建立重大项目融资对接机制。", "project_management"),
    ("whose power", "优先安排重大改造项目。", "优先安排重大改造项目用电。", "project_management"),
    ("own subject", "推动企业设备更新。", "优化设备更新贷款流程。", "equipment_upgrade"),
    ("own subject", "实施数字化转型。", "通报数字化转型推进情况。", "digitalisation"),
    ("household", "保障企业用电。", "推动家用电器升级。", "energy_factor"),
    ("filed away", "实行项目备案。", "细则报市政府备案。", "approval"),
    ("since when", "实行项目备案。", "自备案之日起一年内开工。", "approval"),
    ("in a plan for land", "编制年度投资计划。", "用地在年度计划中优先安排。", "planning_guidance"),
    ("batteries", "推广制造执行系统。", "突破电池管理系统。", "digitalisation"),
    ("people", "建设智能工厂。", "引进智能制造领域高端人才。", "digitalisation"),
    ("profit", "开发新产品。", "从新产品销售利润中提取奖金。", "product_upgrade"),
    ("makers", "加强技术开发。", "培育软件开发企业。", "rd_innovation"),
    ("places", "加强技术开发。", "依托经济技术开发区实施改造。", "rd_innovation"),
    ("software", "提高质量水平。", "部署质量管控、仓储等系统。", "quality_brand"),
    ("foreign and own", "积极利用外资。", "内外资项目进口自用设备免税。", "open_cooperation"),
    ("as a way", "支持企业技术改造。", "以技术改造带动成果应用。", "equipment_upgrade"),
    ("a name", "购置先进装备。", "引进一批装备项目。", "equipment_upgrade"),
    ("who is to come", "建设智能工厂。", "引进智能制造架构师等紧缺人才。", "digitalisation"),
    ("who is to come", "发展工业设计。", "培养工业设计师和工程师。", "rd_innovation"),
    ("money for them", "推动企业设备更新。", "对设备更新项目实行优惠利率。", "equipment_upgrade"),
    ("on trust", "组织项目验收。", "对零土地技改实行承诺验收制。", "project_management"),
    ("by name", "推进零部件轻量化。", "推广轻量化的云应用。", "product_upgrade"),
    ("a loan's interest", "扩大银行贷款。", "对发生的银行贷款，按利率给予贴息。", "credit_finance"),
    ("where to", "吸引社会资本参股。", "发布导向计划，引导社会资本投向。", "credit_finance"),
    ("rented land", "推广设备租赁。", "采取租赁、作价入股方式供应工业用地。", "leasing_pawn"),
    ("to be counted", "组织企业入统。", "对纳入统计的项目给予奖励。", "statistics_monitoring"),
    ("at the door", "建设特色园区。", "开展服务进园区活动。", "cluster_park"),
    ("safety's own", "完善标准化体系。", "推进安全生产标准化。", "standards_access"),
    ("a pipe's", "县财政予以配套。", "对标准厂房给予配套费减免。", "fiscal_fund"),
    ("a counter", "建设检测服务中心。", "由政务服务中心一口受理。", "public_platform"),
    ("money abroad", "支持企业在境外建厂。", "支持企业境外上市、发债。", "open_cooperation"),
    ("no bottleneck of technology", "突破技术瓶颈。", "解决原料运输瓶颈。", "rd_innovation"),
    ("a check", "组织项目申报。", "对存量项目实施节能审查。", "project_management"),
    ("an insurance", "健全质量保证体系。", "开发质量保证保险。", "quality_brand"),
    ("counting", "加强行业业务指导。", "加强统计业务指导。", "organisation"),
    ("called in", "各县主要负责同志亲自抓。", "约谈县区主要负责同志。", "organisation"),
]


@pytest.mark.parametrize(("kind", "hit", "miss", "code"), ASIDES)
def test_a_word_that_only_names_or_is_judged_is_no_cue(
    kind: str, hit: str, miss: str, code: str
) -> None:
    for sentence, expected in ((hit, True), (miss, False)):
        found = codes_of(sentence)
        assert (code in found.themes + found.instruments + found.tools) is expected, found.why


# In a passage on one sector: what is grown are its products, what is rebuilt or spread its plant.
PASSAGES = [
    ("推广连铸连轧，发展冷轧薄板和硅钢。", "equipment_upgrade product_upgrade"),
    ("加快焦炉大型化改造，拓展煤焦油深加工产品。", "equipment_upgrade product_upgrade"),
    ("扩大高性能轴承生产规模。", "product_upgrade"),
    ("推广绿色建材产品。", "green"),
    ("发展循环经济。", "green"),
    ("推进老厂区搬迁改造。", "cluster_park"),
    ("壮大产业规模，培育龙头企业。", ""),
    ("做优精细化工、做强染料。", "product_upgrade"),
    ("推动普通纸企业向特种纸转型。", "product_upgrade"),
    ("开发超薄玻璃基板。", "product_upgrade"),
    ("开发余热回收技术。", "green"),
]


@pytest.mark.parametrize(("sentence", "expected"), PASSAGES)
def test_in_a_sectors_passage(sentence: str, expected: str) -> None:
    found = codes_of(sentence, on_sector=True)
    assert sorted(found.themes + found.instruments) == expected.split(), found.why


def test_a_tool_does_not_count_where_its_parent_does_not() -> None:
    assert codes_of("建设检验检测、质量管理等公共服务平台。").tools == ()


# More ways to say what each code is about.
SENTENCES = [
    ("择优遴选50家企业开展智能制造试点。", "digitalisation project_management"),
    ("各州要抓紧出台实施细则，确保政策落到实处。", "organisation"),
    ("各部门依照各自职责抓好日常协调。", "organisation"),
    ("化工企业不得在园区外新建项目，逾期未搬迁的有序关闭。", "cluster_park standards_access"),
    ("积极承接东部地区转移的项目。", "open_cooperation"),
    ("为企业开展免费诊断。", "public_platform"),
    ("提高产品一致性和美誉度。", "quality_brand"),
    ("补齐封装、测试等环节。", "product_upgrade"),
    ("突破一批核心元器件。", "rd_innovation"),
    ("推进粉磨站整合。", "merger_restructuring"),
    ("不得擅自变更建设内容。", "project_management"),
    ("优先安排重点项目所需煤、电、油。", "energy_factor"),
    ("由受益财政按比例奖励。", "fiscal_fund subsidy_reward"),
    ("投资完成情况按季排名通报。", "evaluation_supervision statistics_monitoring"),
    ("落实市级领导包联制度，开工一批、投产一批。", "project_management"),
    ("推进能量梯级利用，压减燃煤。", "green"),
    ("依法处置“两高”项目，强制退出低端产能。", "standards_access"),
    ("推行网上审批、一次办好。", "approval"),
    ("支持企业发债，降低首贷门槛。", "credit_finance"),
    ("引才育才，开展岗位培训。", "talent_incentive"),
    ("普及远程诊断，建设黑灯工厂。", "digitalisation"),
    ("对排名靠后的实行督办，对绩效开展评价。", "evaluation_supervision"),
    ("把技改摆上重要位置。", "organisation"),
    ("推动零件厂向整机延伸。", "product_upgrade"),
    ("列入失信名单，按季监测。", "evaluation_supervision statistics_monitoring"),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_themes_and_instruments(sentence: str, expected: str) -> None:
    found = codes_of(sentence)
    assert sorted(found.themes + found.instruments) == expected.split(), found.why
