"""Conditions, exceptions, beneficiaries, scope and what makes a measure specific."""

import pytest

from policies.extraction.measures.beneficiaries import find_beneficiaries
from policies.extraction.measures.conditions import find_conditions, find_exceptions
from policies.extraction.measures.scope import find_scope
from policies.extraction.measures.specific import is_specific
from policies.extraction.vocabulary import load_vocabulary
from tests.extraction.reading import find_actors

VOCABULARY = load_vocabulary()

CONDITIONS = [
    ("对符合规划、不改变用途的，不再收取价款。", ("符合规划、不改变用途的",)),
    ("对符合产业政策的技术改造项目，优先供地。", ("符合产业政策",)),
    ("企业购置设备超过百万元的，给予补助。", ("企业购置设备超过百万元的",)),
    ("经省人民政府批准可减征。", ("经省人民政府批准",)),
    ("未形成资产的，加计扣除；形成资产的，摊销。", ("未形成资产的", "形成资产的")),
    ("对总投资达到3000万元的改造项目，给予奖励。", ("总投资达到3000万元",)),
    ("对销售收入首次突破5亿元的企业予以奖补。", ("销售收入首次突破5亿元",)),
    ("使用盐碱地的，出让金予以减免。", ("使用盐碱地的",)),  # a subject of its own behind it
    ("在园区内使用荒地的工业项目，地价可按五折执行。", ("在园区内使用荒地",)),
    ("对依托老厂区改建的项目，优先备案。", ("依托老厂区改建",)),
    ("对确需进口的关键部件，减免关税。", ("确需进口",)),
    ("被评为省级示范的享受同等政策。", ("被评为省级示范",)),
    ("凡按期完成任务的县区，予以表扬。", ("按期完成任务",)),
    ("被动防护的要求较高。", ()),  # no promise behind it
    ("采用先进工艺的企业，质量明显提高。", ()),  # no promise follows
    ("以提高质量为目的，优先支持。", ()),
    ("对新增贷款给予贴息。", ()),
    ("加强对技术改造的领导，优化发展的环境。", ()),  # 对 and 的 without a condition
    ("对标国际先进水平，提高竞争力。", ()),
    ("对揭榜成功的按研发投入的30%给予资助。", ("揭榜成功",)),
    ("对投资达到500万元的，分别按实际投资额的5%给予补助。", ("投资达到500万元的",)),
    ("对省内研制单位，分别按售价的15%给予补助。", ()),  # the second 的 belongs to the promise
    ("对困难行业实施有针对性的信贷政策，加强管理。", ()),
]


@pytest.mark.parametrize(("sentence", "expected"), CONDITIONS)
def test_conditions(sentence: str, expected: tuple[str, ...]) -> None:
    assert find_conditions(sentence) == expected


EXCEPTIONS = [
    ("除国家另有规定外，下放至县。", ("国家另有规定",)),
    ("规模不低于30万吨（边远地区除外）。", ("边远地区",)),
    ("消除隐患，开拓国外市场。", ()),  # 除 and 外 inside words
]


@pytest.mark.parametrize(("sentence", "expected"), EXCEPTIONS)
def test_exceptions(sentence: str, expected: tuple[str, ...]) -> None:
    assert find_exceptions(sentence) == expected


BENEFICIARIES = [
    ("支持中小企业和龙头企业改造。", ("中小企业", "龙头企业")),
    ("鼓励企业上市。", ("企业",)),
    ("对创新团队和科技人员给予奖励。", ("创新团队", "科技人员")),
    ("发挥行业协会作用。", ()),
    ("培育小微企业成长为规模以上企业。", ("小微企业",)),  # what one is to become does not benefit
    ("支持规模以上企业进入资本市场。", ("规模以上企业",)),
    ("制定《中小企业发展规划》。", ()),  # a title
]


@pytest.mark.parametrize(("sentence", "expected"), BENEFICIARIES)
def test_beneficiaries(sentence: str, expected: tuple[str, ...]) -> None:
    assert find_beneficiaries(sentence) == expected


SCOPES = [
    ("免征进口关税。", (), "national"),
    ("可按最低价标准的70%确定出让底价。", ("land_price_discount",), "national"),  # by legal basis
    ("落实国家税收优惠政策。", (), "implementing"),
    ("先征后退的税款及时退还企业。", (), "implementing"),
    ("经自治区人民政府批准，减征所得税地方分享的部分。", (), "provincial"),
    ("加快工艺装备更新。", ("deep_processing",), None),
]


@pytest.mark.parametrize(("sentence", "tools", "expected"), SCOPES)
def test_scope(sentence: str, tools: tuple[str, ...], expected: str | None) -> None:
    assert find_scope(sentence, tools, VOCABULARY) == expected


def test_what_makes_a_measure_specific() -> None:
    lead = find_actors("由省工信厅牵头落实。", 0, 10, VOCABULARY)
    named = find_actors("省工信厅要抓好落实。", 0, 10, VOCABULARY)
    assert is_specific("由省工信厅牵头落实。", (), lead, (), "unmarked")
    assert not is_specific("省工信厅要抓好落实。", (), named, (), "directive")
    assert is_specific("不得互为前置。", (), (), (), "prohibited")
    assert is_specific("2013年6月底前完成。", (), (), (), "unmarked")
    assert is_specific("对符合条件的，予以支持。", (), (), ("符合条件的",), "committed")
    assert not is_specific("2013年继续推进。", (), (), (), "unmarked")  # a year, no deadline
