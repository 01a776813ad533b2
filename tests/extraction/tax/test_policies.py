"""Tax reliefs: which, where, at what rate, for whom and by whose right."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.extraction.records import TaxPolicy
from policies.extraction.tax.policies import find_tax_policies
from tests.extraction.reading import Read, read

TEXT = "一、总体要求\n　　坚持创新驱动。\n　　二、保障措施\n　　（一）落实政策。{}\n"


def policies(sentence: str) -> tuple[Read, tuple[TaxPolicy, ...]]:
    document = read(TEXT.format(sentence))
    found = find_tax_policies(
        document.normal, document.provisions, document.sentences, document.vocabulary
    )
    return document, found


CLAUSES = [
    # sentence, (kind, its clause) of each relief
    (
        "落实固定资产加速折旧政策和研发费用加计扣除政策。",
        [
            ("accelerated_depreciation", "落实固定资产加速折旧政策"),
            ("rd_super_deduction", "研发费用加计扣除政策"),
        ],
    ),
    (
        "技术进步较快的设备可缩短折旧年限；采取加速折旧方法的，可采用年数总和法。",
        [
            (
                "accelerated_depreciation",
                "技术进步较快的设备可缩短折旧年限；采取加速折旧方法的，可采用年数总和法",
            )
        ],
    ),
    (
        "高新技术企业奖励10万元，享受企业所得税优惠税率。",
        [("high_tech_rate", "高新技术企业奖励10万元，享受企业所得税优惠税率")],
    ),
    (
        "积极宣传并落实研发费用加计扣除政策，对企业给予研发补助。",
        [("rd_super_deduction", "积极宣传并落实研发费用加计扣除政策")],
    ),
    (
        "兼并重组涉及的契税、印花税，符合条件的按规定免征。",
        [("other", "兼并重组涉及的契税、印花税，符合条件的按规定免征")],
    ),
    (
        "落实环保税优惠，排放浓度低于标准30%的减按75%征收。",
        [("other", "落实环保税优惠，排放浓度低于标准30%的减按75%征收")],
    ),
    (
        "技术转让所得不超过500万元的部分，免征企业所得税，超过500万元的部分，减半征收。",
        [
            (
                "tech_transfer_relief",
                "技术转让所得不超过500万元的部分，免征企业所得税，超过500万元的部分，减半征收",
            )
        ],
    ),
    (
        "企业购入机器设备的进项税额可从销项税额中抵扣；固定资产加速折旧，研发费用加计扣除。",
        [
            ("vat_input_credit", "企业购入机器设备的进项税额可从销项税额中抵扣"),
            ("accelerated_depreciation", "固定资产加速折旧"),
            ("rd_super_deduction", "研发费用加计扣除"),
        ],
    ),
    (
        "用足固定资产加速折旧、研发费用加计扣除等优惠政策。",
        [
            ("accelerated_depreciation", "用足固定资产加速折旧"),
            ("rd_super_deduction", "研发费用加计扣除"),
        ],
    ),
    (
        "主要包括：对鼓励类项目进口的先进设备，在规定范围内免征关税等。",
        [("import_duty_exemption", "对鼓励类项目进口的先进设备，在规定范围内免征关税")],
    ),
    (
        "对生产重大装备确需进口的零部件，免征关税。",  # near miss of the one above
        [("key_parts_import_relief", "对生产重大装备确需进口的零部件，免征关税")],
    ),
    (
        "支持企业创新，符合条件的技术转让所得，减征企业所得税。",
        [("tech_transfer_relief", "符合条件的技术转让所得，减征企业所得税")],
    ),
    (
        "研究开发费用，按50%加计扣除；形成无形资产的，按150%摊销。",
        [("rd_super_deduction", "研究开发费用，按50%加计扣除；形成无形资产的，按150%摊销")],
    ),
    (
        "研究开发费用按规定加计扣除，形成无形资产的按成本的175%摊销，固定资产加速折旧。",
        [
            ("rd_super_deduction", "研究开发费用按规定加计扣除，形成无形资产的按成本的175%摊销"),
            ("accelerated_depreciation", "固定资产加速折旧"),  # an act of its own
        ],
    ),
    (
        "研发费用按75%加计扣除，形成无形资产的，按175%摊销，做好服务。",
        [("rd_super_deduction", "研发费用按75%加计扣除，形成无形资产的，按175%摊销")],
    ),
    ("期末留抵税额按月退还企业。", [("other", "期末留抵税额按月退还企业")]),
    ("及时返还增值税留抵税款。", [("other", "及时返还增值税留抵税款")]),
    (
        "兼并重组中转让不动产的，不征收营业税。",
        [("restructuring_business_tax", "兼并重组中转让不动产的，不征收营业税")],
    ),
    (
        "落实西部大开发、小微企业税收优惠政策。",
        [
            ("regional_preference", "落实西部大开发、小微企业税收优惠政策"),
            ("small_micro_preference", "小微企业税收优惠政策"),
        ],
    ),
    ("积极落实营业税改征增值税政策。", [("vat_reform", "积极落实营业税改征增值税政策")]),
    ("先征后返的税款及时退还企业。", [("refund_on_time", "先征后返的税款及时退还企业")]),
    ("资源综合利用产品增值税即征即退。", [("other", "资源综合利用产品增值税即征即退")]),
    ("困难企业可减免房产税、城镇土地使用税。", [("other", "困难企业可减免房产税、城镇土地使用税")]),
    ("免征地方水利建设基金。", [("other", "免征地方水利建设基金")]),
    (
        "落实研发费用加计扣除、先进制造业增值税加计抵减、留抵退税等政策。",
        [
            ("rd_super_deduction", "落实研发费用加计扣除"),
            ("other", "先进制造业增值税加计抵减"),
            ("other", "留抵退税"),
        ],
    ),
    (
        "小型微利企业所得减按25%计入应纳税所得额。",
        [("small_micro_preference", "小型微利企业所得减按25%计入应纳税所得额")],
    ),
    (
        "新办高新技术企业自获利年度起两年内免征所得税，两年后减按15%的税率征收。",
        [
            (
                "high_tech_rate",
                "新办高新技术企业自获利年度起两年内免征所得税，两年后减按15%的税率征收",
            )
        ],
    ),
    (
        "研究开发费用按规定加计60%税前扣除。",
        [("rd_super_deduction", "研究开发费用按规定加计60%税前扣除")],
    ),
    (
        "购置专用设备，按投资额10%抵免税额，当年不足抵免的，可在以后5个纳税年度结转抵免。",
        [
            (
                "special_equipment_credit",
                "购置专用设备，按投资额10%抵免税额，当年不足抵免的，可在以后5个纳税年度结转抵免",
            )
        ],
    ),
    (
        "固定资产可以加速折旧，缩短后的年限不低于规定年限的60%；改造项目免征关税。",
        [
            ("accelerated_depreciation", "固定资产可以加速折旧，缩短后的年限不低于规定年限的60%"),
            ("import_duty_exemption", "改造项目免征关税"),
        ],
    ),
    (
        "小型微利企业所得减按50%计入应纳税所得额，按20%的税率缴税，做好宣传。",
        [("small_micro_preference", "小型微利企业所得减按50%计入应纳税所得额，按20%的税率缴税")],
    ),
    (
        "技术转让所得减免企业所得税，技术开发、技术转让收入免征增值税。",
        [
            ("tech_transfer_relief", "技术转让所得减免企业所得税"),
            ("tech_transfer_relief", "技术开发、技术转让收入免征增值税"),
        ],
    ),
    (
        "新增的房产税，纳税确有困难的，可以申请减免。",
        [("other", "新增的房产税，纳税确有困难的，可以申请减免")],
    ),
    ("按可抵扣进项税额加计5%抵减应纳税额。", [("other", "按可抵扣进项税额加计5%抵减应纳税额")]),
    (
        "对中小微企业延缓缴纳部分税费。",
        [("small_micro_preference", "对中小微企业延缓缴纳部分税费")],
    ),
    (
        "A类企业，给予城镇土地使用税100%的减免。",
        [("other", "A类企业，给予城镇土地使用税100%的减免")],
    ),
    (
        "对中小微企业实行阶段性税收缓缴。",
        [("small_micro_preference", "对中小微企业实行阶段性税收缓缴")],
    ),
    ("科技型企业亏损结转年限延长至10年。", [("other", "科技型企业亏损结转年限延长至10年")]),
    (
        "从事节水项目所得，实行3年免征、3年减半征收政策。",
        [("other", "从事节水项目所得，实行3年免征、3年减半征收政策")],
    ),
    ("利用余热发电的，实行增值税即征即返。", [("other", "利用余热发电的，实行增值税即征即返")]),
    (
        "综合利用取得的收入，减按90%计入收入总额。",
        [("other", "综合利用取得的收入，减按90%计入收入总额")],
    ),
    (
        "对小规模纳税人在50%的幅度内减征资源税。",
        [("small_micro_preference", "对小规模纳税人在50%的幅度内减征资源税")],
    ),
]
NONE = [
    "严厉打击骗取出口退税。",  # speaks of a relief, states none
    "简化研发费用加计扣除备案手续。",
    "推广出口退税账户质押贷款。",
    "重点讲解研发费用加计扣除、固定资产加速折旧政策。",
    "对享受研发费用加计扣除的企业，按研发投入的5%给予补助。",
    "按可税前加计扣除研发费用的10%给予奖励。",
    "加计扣除额比上年增长的，奖励5万元。",
    "返还企业所得税地方留成部分的50%。",
    "纳税额不含出口退税、减免税。",
    "依法减免企业相关税费。",  # no 关税
    "高新技术企业认定奖励与所得税入库级次挂钩。",
    "落实各项税收优惠政策。",  # names no relief
    "减轻企业税费负担。",
    "对利用自有土地改造的，不再增收土地价款。",  # a price for land
    "减免新增建设用地土地有偿使用费。",
    "按企业所得税地方留成部分的50%给予奖励。",  # a subsidy
    "不得擅自减免企业所得税。",  # a prohibition
    "税务部门要优化服务。",
    "退还企业多缴的水电费。",
    "加强留抵税额核查。",  # nothing is given back
    "列入《节能节水专用设备企业所得税优惠目录》的项目优先安排。",  # a title
    "支持高新技术企业加大研发投入。",  # no tax
    "引导企业加快折旧设备更新。",
    "两年后对企业减按比例配套。",
    "加强小规模纳税人辅导。",
    "帮扶纳税困难企业。",
    "加强税源管理，引导困难企业减员增效。",
    "企业亏损面明显下降。",
]


@pytest.mark.parametrize(("sentence", "expected"), CLAUSES)
def test_reliefs_with_their_clauses(sentence: str, expected: list[tuple[str, str]]) -> None:
    document, found = policies(sentence)
    assert [(one.kind, document.text[one.start : one.end]) for one in found] == expected


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_relief(sentence: str) -> None:
    assert policies(sentence)[1] == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("高新技术企业减按15%的税率征收企业所得税。", [("15", "%", "减按税率征收企业所得税")]),
        ("购置专用设备的，按投资额的10%抵免税额。", [("10", "%", "投资额抵免税额")]),
        (
            "技术转让所得不超过500万元的部分免征企业所得税。",
            [("500", "万元", "技术转让所得部分免征企业所得税")],
        ),
        ("对《目录（2008年调整）》所列设备免征关税。", []),  # a number in a title
        ("研发费用加计扣除比例由75%提高至100%。", [("100", "%", "研发费用加计扣除比例")]),
        ("增值税税率由17%降至16%。", [("16", "%", "增值税税率")]),
        ("将16%的增值税税率下调至13%。", [("13", "%", "增值税税率")]),
        ("固定资产加速折旧。", []),
        (
            "购置专用设备，按投资额的10%抵免税额，不足抵免的可在以后5个纳税年度结转抵免。",
            [("10", "%", "投资额抵免税额"), ("5", "个纳税年度", "不足抵免的可在以后结转抵免")],
        ),
        (
            "从事节水项目所得，3年免征、3年减半征收。",
            [("3", "年", "免征"), ("3", "年", "减半征收")],
        ),
        ("软件企业两免三减半。", [("2", "年", "免征年限"), ("3", "年", "减半征收年限")]),
        ("研发费用加计扣除，形成无形资产的按成本的150%摊销。", [("150", "%", "成本摊销")]),
    ],
)
def test_parameters(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    (policy,) = policies(sentence)[1]
    assert [(str(p.value), p.unit, p.what) for p in policy.parameters] == expected
    assert all(isinstance(p.value, Decimal) for p in policy.parameters)


@pytest.mark.parametrize(
    ("sentence", "tax", "scope"),
    [
        ("技术转让减免企业所得税。", "企业所得税", "national"),
        ("研发费用加计扣除。", "企业所得税", "national"),  # implied by the kind
        ("暂缓征收房产税、土地使用税。", "房产税、城镇土地使用税", "national"),
        ("经省人民政府批准，可减免城镇土地使用税。", "城镇土地使用税", "provincial"),
        ("先征后退的税款按时足额退还。", None, "implementing"),  # no tax named
        ("可减征企业所得税中属于地方分享的部分。", "企业所得税", "provincial"),
        ("集成电路企业实行“两免三减半”。", "企业所得税", "national"),
        ("技术转让收入免征增值税。", "增值税", "national"),
        ("及时办理出口退税。", None, "implementing"),
        ("从事节水项目所得，实行3年免征、3年减半征收。", "企业所得税", "national"),
        ("对增值税小规模纳税人减征资源税。", "资源税", "national"),
    ],
)
def test_tax_and_scope(sentence: str, tax: str | None, scope: str) -> None:
    (policy,) = policies(sentence)[1]
    assert (policy.tax, policy.scope) == (tax, scope)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("对国内不能生产的设备，免征进口关税。", "国内不能生产的设备"),
        ("被认定为高新技术企业的享受企业所得税优惠。", "被认定为高新技术企业"),
        ("固定资产符合加速折旧条件的，可以加速折旧。", "固定资产符合加速折旧条件"),
        (
            "按规定享受优惠政策的高新技术企业，减按15%的税率征收所得税。",
            "按规定享受优惠政策的高新技术企业",
        ),
        ("认定的高新技术企业按照有关规定享受企业所得税优惠。", "认定的高新技术企业"),
    ],
)
def test_conditions_are_the_text_s_own_words(sentence: str, expected: str) -> None:
    (policy,) = policies(sentence)[1]
    assert policy.conditions == expected


def test_reliefs_in_other_parts_are_not_recorded() -> None:
    document = read(
        "一、指导思想\n　　落实研发费用加计扣除。\n　　二、保障措施\n　　（一）组织。略。\n"
    )
    found = find_tax_policies(
        document.normal, document.provisions, document.sentences, document.vocabulary
    )
    assert found == ()


PIECES = [
    "研发费用加计扣除",
    "固定资产加速折旧",
    "免征关税",
    "对先进设备",
    "，",
    "；",
    "。",
    "、",
    "《",
    "》",
    "等",
    "税",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_clauses_of_one_kind_never_overlap(pieces: list[str]) -> None:
    document, found = policies("".join(pieces))
    for kind in {one.kind for one in found}:
        spans = [(one.start, one.end) for one in found if one.kind == kind]
        places = [place for span in spans for place in span]
        assert places == sorted(places)
    assert all(document.text[one.start : one.end].strip("，；。") for one in found)
