"""Public bodies that act, with function, level and role; those only spoken of stay out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.extraction.measures.actors import carry_subject
from policies.extraction.vocabulary import load_vocabulary
from tests.extraction.reading import find_actors

VOCABULARY = load_vocabulary()


def read(sentence: str) -> list[tuple[str, str, str, str]]:
    return [
        (actor.as_written, actor.function, actor.level, actor.role)
        for actor in find_actors(sentence, 0, len(sentence), VOCABULARY)
    ]


def names(sentence: str) -> list[str]:
    return [name for name, _, _, _ in read(sentence)]


ACTING = [
    (
        "发改、国土、环保等部门要开辟绿色通道。",
        [
            ("发改", "development_reform", "other", "responsible"),
            ("国土", "land", "other", "responsible"),
            ("环保", "environment", "other", "responsible"),
        ],
    ),
    ("各地方、各部门不得新增产能。", [("各地方、各部门", "government", "all", "responsible")]),
    ("各相关部门和机构不得办理手续。", [("各相关部门", "departments", "other", "responsible")]),
    ("各市县参照省里机制执行。", [("各市县", "government", "city", "responsible")]),
    ("市经委负责受理。", [("市经委", "industry", "city", "responsible")]),
    ("成立由市政府领导任组长的领导小组。", [("领导小组", "leading_group", "other", "responsible")]),
    ("省财政要增加投入。", [("省财政", "finance", "province", "responsible")]),
    ("各级财政应安排资金。", [("各级财政", "finance", "all", "responsible")]),
    ("各州、市也要设立资金。", [("各州、市", "government", "city", "responsible")]),
    (
        "各市、县（市、区）政府要加强领导。",
        [("各市、县（市、区）政府", "government", "city", "responsible")],
    ),
    ("各级、各部门要密切配合。", [("各级、各部门", "departments", "all", "responsible")]),
    ("国土资源部门要盘活存量土地。", [("国土资源部门", "land", "other", "responsible")]),
    ("各级环保部门简化审批。", [("各级环保部门", "environment", "all", "responsible")]),
    ("自治区统计局要建立制度。", [("自治区统计局", "statistics", "province", "responsible")]),
    (
        "市人力资源和社会保障局负责培训。",
        [("市人力资源和社会保障局", "human_resources", "city", "responsible")],
    ),
    (
        "对盘活厂房的，项目所在地政府要给予优惠。",
        [("项目所在地政府", "government", "other", "responsible")],
    ),
    (
        "省发展改革委、省工信委会同有关部门，要争取资金。",  # the first of a list does not lead
        [
            ("省发展改革委", "development_reform", "province", "responsible"),
            ("省工信委", "industry", "province", "responsible"),
            ("有关部门", "departments", "other", "jointly"),
        ],
    ),
    (
        "省发展改革委、财政厅和科技厅要制定办法。",  # later members drop their level
        [
            ("省发展改革委", "development_reform", "province", "responsible"),
            ("财政厅", "finance", "other", "responsible"),
            ("科技厅", "science", "other", "responsible"),
        ],
    ),
    ("省工业和信息化厅负责牵头制定规划。", [("省工业和信息化厅", "industry", "province", "lead")]),
    ("由市商务局牵头开展招商。", [("市商务局", "commerce", "city", "lead")]),
    ("税务机关要积极配合。", [("税务机关", "tax", "other", "supporting")]),
    (
        "省工信厅提出名单，报经领导小组同意后，财政部门及时拨付资金。",
        [
            ("省工信厅", "industry", "province", "responsible"),
            ("领导小组", "leading_group", "other", "approving"),
            ("财政部门", "finance", "other", "funding"),
        ],
    ),
    (
        "经自治区人民政府批准可减征所得税。",
        [("自治区人民政府", "government", "province", "approving")],
    ),
    ("省政府国资委要落实责任。", [("省政府国资委", "state_assets", "province", "responsible")]),
    ("省政府督查室每年组织考核。", [("省政府督查室", "government", "province", "supervising")]),
    ("领导小组对各市进行专项评估。", [("领导小组", "leading_group", "other", "supervising")]),
    (
        "发挥省工业转型升级联席会议的作用。",
        [("省工业转型升级联席会议", "leading_group", "province", "responsible")],
    ),
    (
        "成立省技术改造工作领导小组。",
        [("省技术改造工作领导小组", "leading_group", "province", "responsible")],
    ),
    ("各行业协会要做好信息发布。", [("各行业协会", "social_organisation", "other", "responsible")]),
    (
        "发展改革委会同财政厅编制年度计划。",  # named without a level
        [
            ("发展改革委", "development_reform", "other", "responsible"),
            ("财政厅", "finance", "other", "jointly"),
        ],
    ),
    (
        "工信厅牵头，科技厅、商务厅、税务局按分工抓好落实。",
        [
            ("工信厅", "industry", "other", "lead"),
            ("科技厅", "science", "other", "responsible"),
            ("商务厅", "commerce", "other", "responsible"),
            ("税务局", "tax", "other", "responsible"),
        ],
    ),
    ("审计局每年公布结果。", [("审计局", "other", "other", "responsible")]),
    (
        "组建子基金，其中市财政出资30%。",
        [("市财政", "finance", "city", "funding")],
    ),
    (
        "成立由副市长任组长、各部门负责同志为成员的全市技术改造工作领导小组。",
        [("市技术改造工作领导小组", "leading_group", "city", "responsible")],
    ),
    (
        "市工信局会同自然资源、住房城乡建设、应急管理等部门踏勘。",
        [
            ("市工信局", "industry", "city", "responsible"),
            ("自然资源", "land", "other", "jointly"),
            ("住房城乡建设", "housing_construction", "other", "jointly"),
            ("应急管理", "work_safety", "other", "jointly"),
        ],
    ),
    (
        "供水、供气部门要保障用能。",  # without 等
        [("供水", "other", "other", "responsible"), ("供气", "other", "other", "responsible")],
    ),
    (
        "财政部、税务总局、银监会要完善政策。",
        [
            ("财政部", "finance", "national", "responsible"),
            ("税务总局", "tax", "national", "responsible"),
            ("银监会", "financial_regulation", "national", "responsible"),
        ],
    ),
    (
        "各省、自治区、直辖市人民政府要抓好落实。",
        [("各省、自治区、直辖市人民政府", "government", "province", "responsible")],
    ),
    (
        "各市（州）、滨江新区要制定措施。",
        [
            ("各市（州）", "government", "city", "responsible"),
            ("滨江新区", "government", "county", "responsible"),
        ],
    ),
    ("市、县（市）要设立引导资金。", [("市、县（市）", "government", "city", "responsible")]),
    ("所需资金由各地安排。", [("各地", "government", "all", "responsible")]),
    ("所需费用各地可酌情减免。", [("各地", "government", "all", "responsible")]),
    ("铁路部门要保障运力。", [("铁路部门", "transport", "other", "responsible")]),
    ("高新区管委会负责推进。", [("高新区管委会", "government", "county", "responsible")]),
    ("国网某市电力公司要优先接电。", [("国网某市电力公司", "power", "city", "responsible")]),
    ("2014年省财政安排2亿元。", [("省财政", "finance", "province", "responsible")]),
    ("各市政府主要负责同志要亲自部署。", [("各市政府", "government", "city", "responsible")]),
    ("市应急局要加强检查。", [("市应急局", "work_safety", "city", "responsible")]),
    (
        "各市（地）、县（市）要设立资金。",
        [("各市（地）、县（市）", "government", "city", "responsible")],
    ),
    ("省政务服务中心设立窗口。", [("省政务服务中心", "government", "province", "responsible")]),
    ("各级政府督查部门要督办。", [("各级政府督查部门", "government", "all", "responsible")]),
    (
        "市人民政府工业和信息化主管部门负责指导。",  # the office, not the government
        [("市人民政府工业和信息化主管部门", "industry", "city", "responsible")],
    ),
    (
        "市委组织部、市人社局制定办法。",
        [
            ("市委组织部", "government", "city", "responsible"),
            ("市人社局", "human_resources", "city", "responsible"),
        ],
    ),
    (
        "南海海关、省商务厅要提供便利。",  # named by its place
        [
            ("南海海关", "customs", "national", "responsible"),
            ("省商务厅", "commerce", "province", "responsible"),
        ],
    ),
    ("东江市经信局牵头落实。", [("东江市经信局", "industry", "city", "lead")]),
    (
        "东江市、西江市要率先突破。",  # cities act by name
        [
            ("东江市", "government", "city", "responsible"),
            ("西江市", "government", "city", "responsible"),
        ],
    ),
    ("市、县两级财政要加大投入。", [("市、县两级财政", "finance", "city", "responsible")]),
    (
        "各县区、开发区管委会要落实专人。",
        [("各县区、开发区管委会", "government", "county", "responsible")],
    ),
    (
        "区县（自治县）人民政府应当安排资金。",
        [("区县（自治县）人民政府", "government", "county", "responsible")],
    ),
    (
        "人民银行各分支机构要引导信贷。",
        [("人民银行各分支机构", "financial_regulation", "other", "responsible")],
    ),
    (
        "建立由市政府牵头，市经信局、财政局等部门参加的联席会议制度。",  # 等部门 stands between
        [
            ("市政府", "government", "city", "lead"),
            ("市经信局", "industry", "city", "supporting"),
            ("财政局", "finance", "other", "supporting"),
        ],
    ),
    (
        "燃气、供水和铁路运输部门要优先保障。",
        [
            ("燃气", "other", "other", "responsible"),
            ("供水", "other", "other", "responsible"),
            ("铁路运输", "transport", "other", "responsible"),
        ],
    ),
    (
        "省发展改革、财政等部门密切配合。",  # the first has its level
        [
            ("省发展改革", "development_reform", "province", "responsible"),
            ("财政", "finance", "other", "responsible"),
        ],
    ),
    (
        "经市规划局或者区县主管部门批准，可以加层。",
        [
            ("市规划局", "housing_construction", "city", "approving"),
            ("区县主管部门", "departments", "county", "approving"),
        ],
    ),
    (
        "各市政府主要负责同志为第一责任人，要制定方案。",  # no chairman: 任 in 责任人
        [("各市政府", "government", "city", "responsible")],
    ),
    ("省财政预算安排的资金每年增长15%。", [("省财政", "finance", "province", "responsible")]),
    (
        "省税务局、省财政厅等部门要宣传政策。",
        [
            ("省税务局", "tax", "province", "responsible"),
            ("省财政厅", "finance", "province", "responsible"),
        ],
    ),
    # the level itself acts, where a verb says so
    ("省、市每年安排用地指标。", [("省、市", "government", "province", "responsible")]),
    ("自治区每年举办银企对接会。", [("自治区", "government", "province", "responsible")]),
    ("零增地项目由旗县备案。", [("旗县", "government", "county", "responsible")]),
    ("用地指标由省统筹解决。", [("省", "government", "province", "responsible")]),
    ("皖南各市要率先完成。", [("皖南各市", "government", "city", "responsible")]),
    ("各市、省直管县要设立资金。", [("各市、省直管县", "government", "city", "responsible")]),
    ("省、市财政按比例给予补助。", [("省、市财政", "finance", "province", "responsible")]),
    (
        "盟市、旗县（市、区）财政要加大投入。",
        [("盟市、旗县（市、区）财政", "finance", "city", "responsible")],
    ),
    ("担保费率低于2%的，财政给予补贴。", [("财政", "finance", "other", "responsible")]),
    ("省级财政支持建设一批平台。", [("省级财政", "finance", "province", "responsible")]),
    (
        "由项目所在地县级工信部门备案。",
        [("项目所在地县级工信部门", "industry", "county", "responsible")],
    ),
    (
        "县（市、区）工业和信息化局要建立台账。",
        [("县（市、区）工业和信息化局", "industry", "county", "responsible")],
    ),
    (
        "省“千企技改”工作领导小组统筹协调。",
        [("省“千企技改”工作领导小组", "leading_group", "province", "responsible")],
    ),
    (
        "由市工信局提出意见，报市政府审定。",
        [
            ("市工信局", "industry", "city", "responsible"),
            ("市政府", "government", "city", "approving"),
        ],
    ),
    ("兵团工信局负责项目管理。", [("兵团工信局", "industry", "other", "responsible")]),
    (
        "省、市、县（区）财政部门要加强资金监管。",
        [("省、市、县（区）财政部门", "finance", "province", "responsible")],
    ),
    (
        "国家税务总局江东省税务局要加强宣传。",
        [("国家税务总局江东省税务局", "tax", "province", "responsible")],
    ),
    (
        "各开发区、工业园区管委会要落实责任。",
        [("各开发区、工业园区管委会", "government", "county", "responsible")],
    ),
    ("各镇（街道）要摸排设备情况。", [("各镇（街道）", "government", "other", "responsible")]),
    (
        "调整充实市新型工业化推进领导小组。",
        [("市新型工业化推进领导小组", "leading_group", "city", "responsible")],
    ),
    (
        "经市政府常务会议审议通过后实施。",
        [("市政府", "government", "city", "approving")],
    ),
    ("各县（市）对申报材料进行初审。", [("各县（市）", "government", "county", "responsible")]),
    (
        "各县区、市直有关部门要列入日程。",
        [
            ("各县区", "government", "county", "responsible"),
            ("市直有关部门", "departments", "city", "responsible"),
        ],
    ),
    (
        "市委督查室、市政府督查室要加强督导。",
        [
            ("市委督查室", "other", "city", "responsible"),
            ("市政府督查室", "government", "city", "responsible"),
        ],
    ),
    ("各地级以上市要设立资金。", [("各地级以上市", "government", "city", "responsible")]),
]


@pytest.mark.parametrize(("sentence", "expected"), ACTING)
def test_bodies_that_act(sentence: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert read(sentence) == expected


SPOKEN_OF = [
    "按照省人民政府有关规定执行。",  # whose rule it is
    "引导金融机构加大信贷支持。",  # object, and no public body
    "充分发挥行业协会、中介机构作用。",  # object
    "加强与国家有关部委的沟通。",  # whom one talks to
    "各重点企业要编制滚动计划。",  # a company
    "财政资金重点支持技术改造。",  # money
    "政府投资项目实行竣工验收。",  # whose project
    "各级技术中心加大研发。",  # 各级 before something else
    "对获得省工信委评定的研发人员给予奖励。",  # attribute
    "积极争取国家专项资金支持。",
    "各地区位优势明显。",
    "教育委托服务支出由企业承担。",  # 教育 + 委, no 教委
    "财政局面持续向好。",  # 局面
    "财政资金其中50%用于技改。",
    "成立由专家任组长的评审小组。",  # no standing body
    "由市政府分管领导担任组长，市财政局主要负责人为成员。",  # persons
    "工作制度健全，省财政厅、省统计局等为成员单位。",  # members
    "各级政府性担保机构要降低费率。",  # a company
    "省级分享部分用于奖补。",  # 部 + 分
    "支持各地可持续发展。",
    "各地和企业反映强烈。",
    "各银行业金融机构要加大投放。",  # firms; no 各银行
    "建设局域网络，互联互通。",  # 局域网, no 建设局
    "数据中心建设要统筹规划。",
    "县级财政困难的，由企业自筹。",
    "省财政预算支出增长。",  # money
    "规划建设一批专业园区。",
    "东江市场要逐步扩大。",  # 市场, no city
    "由市场决定资源配置，市区每年新增绿地。",
    "市要素保障不断加强，省级财政支持力度加大。",
    "年度计划于每年一季度报市工信局备案。",  # who is told
    "建立由市委常委牵头、市政府分管负责同志参加的工作机制。",  # persons
    "成立专门机构，由分管副市长任组长，市工信局、市财政局等部门主要负责人为成员。",
    "财政部公告2023年第37号规定的设备可一次性扣除。",
    "依托滨江新区、临空示范区等平台，引导项目集聚。",
]


@pytest.mark.parametrize("sentence", SPOKEN_OF)
def test_bodies_only_spoken_of(sentence: str) -> None:
    assert names(sentence) == []


NOTES = [
    (
        "建立项目库（省发展改革委牵头，省工业和信息化厅配合）。",
        [("省发展改革委", "lead"), ("省工业和信息化厅", "supporting")],
    ),
    (
        "落实税收优惠。（责任单位：省税务局、财政厅）",
        [("省税务局", "responsible"), ("财政厅", "responsible")],
    ),
    (
        "扩大信贷（牵头单位：人民银行昆明支行；配合单位：省金融办、各市政府）。",
        [("人民银行昆明支行", "lead"), ("省金融办", "supporting"), ("各市政府", "supporting")],
    ),
    ("推进兼并重组（不含上市公司）。", []),  # a bracket that names no one
    ("推广应用新设备。（市工信局）", [("市工信局", "responsible")]),  # nothing but bodies
    (
        "降低担保费率。（省地方金融局、人行成都分行，各市政府）",
        [
            ("省地方金融局", "responsible"),
            ("人行成都分行", "responsible"),
            ("各市政府", "responsible"),
        ],
    ),
    ("建设示范园区（昆明高新区、玉溪市）。", []),  # places
    ("向受理窗口（市工信局）申报的项目优先。", []),  # does not close the sentence
    ("建成智能工厂（数字化车间）10个。", []),
    (
        "加快通道建设。（省能源局牵头，省水利厅及相关市州配合）",
        [("省能源局", "lead"), ("省水利厅", "supporting"), ("相关市州", "supporting")],
    ),
    (
        "加强督查。（省统计局、人行按职责分工负责）",
        [("省统计局", "responsible"), ("人行", "responsible")],
    ),
    (
        "加强协同。（由市工信局牵头，市科协、市工商联等市直有关部门配合）",
        [
            ("市工信局", "lead"),
            ("市科协", "supporting"),
            ("市工商联", "supporting"),
            ("市直有关部门", "supporting"),
        ],
    ),
    (
        "加强监测。（市经信局会同市统计局、自治区党委网信办负责）",
        [
            ("市经信局", "responsible"),
            ("市统计局", "responsible"),
            ("自治区党委网信办", "responsible"),
        ],
    ),
    (
        "优化服务。（主办单位：市经信委；协办单位：市科技局；时限：2023年12月）",
        [("市经信委", "lead"), ("市科技局", "supporting")],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), NOTES)
def test_notes_of_responsibility(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(name, role) for name, _, _, role in read(sentence)] == expected


def test_an_elided_subject_is_carried_behind_a_semicolon() -> None:
    before = find_actors("各级财政要增加投入；", 0, 10, VOCABULARY)
    assert carry_subject(before, (), "创新资金管理方式。") == before
    assert carry_subject(before, (), "各企业要加强管理。") == ()  # a subject of its own
    assert carry_subject(before, (), "审批时限压缩到5天。") == ()
    assert carry_subject(before, (), "不新增用地的项目，实行备案管理。") == ()
    own = find_actors("省统计局要加强监测。", 0, 10, VOCABULARY)
    assert carry_subject(before, own, "省统计局要加强监测。") == own


def test_an_approving_body_is_not_carried() -> None:
    before = find_actors("经省人民政府批准可减征；", 0, 12, VOCABULARY)
    assert [actor.role for actor in before] == ["approving"]
    assert carry_subject(before, (), "不再征收。") == ()


WORDS = [
    "省",
    "各级",
    "财政",
    "部门",
    "要",
    "、",
    "和",
    "，",
    "（",
    "）",
    "由",
    "牵头",
    "会同",
    "政府",
    "的",
]


@given(st.lists(st.sampled_from(WORDS), max_size=25).map("".join))
def test_every_name_is_a_quotation_and_stands_once(sentence: str) -> None:
    found = names(sentence)
    assert all(name and name in sentence for name in found)
    assert len(found) == len(set(found))
