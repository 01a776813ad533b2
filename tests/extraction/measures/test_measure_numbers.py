"""Numbers of measures: value, comparator and the part each plays."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.extraction.measures.numbers import find_numbers
from policies.extraction.vocabulary import load_vocabulary

UNITS = load_vocabulary().units


def read(sentence: str) -> list[tuple[str, str, str, str]]:
    numbers, _ = find_numbers(sentence, 0, len(sentence), UNITS)
    return [(str(n.value), n.unit, n.comparator, n.role) for n in numbers]


SENTENCES = [
    ("给予不高于实际投资额15%的补助。", [("15", "%", "<=", "rate")]),
    ("一等奖50万、二等奖30万。", [("50", "万元", "=", "amount"), ("30", "万元", "=", "amount")]),
    ("补贴期限原则上不超过3年。", [("3", "年", "<=", "time_limit")]),
    ("从下一年度起执行。", []),
    ("省级奖励50万元，市级20万。", [("50", "万元", "=", "amount"), ("20", "万元", "=", "amount")]),
    (
        "对投资在800万元（含800万元）以上的给予补助。",
        [("800", "万元", ">=", "floor")],
    ),
    ("备案在3个工作日内办结。", [("3", "个工作日", "<=", "time_limit")]),
    ("每年按上年总额的基数增长10%。", [("10", "%", "=", "growth")]),
    ("单台价格100万元以上的设备。", [("100", "万元", ">=", "floor")]),
    ("补贴额度最高为200万元。", [("200", "万元", "<=", "cap")]),
    (
        "按最低价标准的15%、50%确定出让底价。",
        [("15", "%", "=", "discount"), ("50", "%", "=", "discount")],
    ),
    ("按设备购买金额10%给予补贴。", [("10", "%", "=", "rate")]),
    ("减按15%的税率征收企业所得税。", [("15", "%", "=", "rate")]),
    ("带头人所得占奖金总额的30%-50%。", [("30", "%", "=", "share")]),
    ("每年支持200个左右的技术改造项目。", [("200", "个", "~", "count")]),
    ("每年组织一次考核。", [("1", "次", "=", "frequency")]),
    ("一次审批，全程服务。", []),  # 一次 of no period
    ("淘汰30万吨/年及以下的煤矿。", [("30", "万吨/年", "<=", "threshold")]),
    ("给予50万元奖励。", [("50", "万元", "=", "amount")]),
    ("培育2个千亿元产业集群。", [("2", "个", "=", "count")]),  # a size that only names a kind
    ("建成3个超百亿级园区。", [("3", "个", "=", "count")]),
    ("打造年产值1000亿元的集群。", [("1000", "亿元", "=", "amount")]),  # a figure counts
    ("建设千万吨级炼化基地。", []),  # written out, a capacity too only names a kind
    ("炼油能力达到1000万吨。", [("1000", "万吨", "=", "threshold")]),
    ("建设百万辆整车基地。", []),
    (
        "分别在2个、8个、12个工作日内办结。",
        [
            ("2", "个工作日", "<=", "time_limit"),
            ("8", "个工作日", "<=", "time_limit"),
            ("12", "个工作日", "<=", "time_limit"),
        ],
    ),
    ("编制技改三年规划。", []),  # a name
    ("规划期限为三年。", [("3", "年", "=", "time_limit")]),
    ("对连续两次考核不合格的，", [("2", "次", "=", "frequency")]),
    ("对万家企业开展诊断。", []),  # a known set
    ("贴息期限最长两年。", [("2", "年", "<=", "time_limit")]),
    ("给予两年贴息。", [("2", "年", "=", "time_limit")]),
    ("占比由30%提高到45%。", [("30", "%", "=", "share"), ("45", "%", "=", "share")]),
    ("打造水泥、玻璃、陶瓷3条产业链。", []),  # adds up what was listed
    ("建设东区、西区等4个园区。", []),
    ("培育50个园区、100户企业。", [("50", "个", "=", "count"), ("100", "户", "=", "count")]),
    ("启动“百项示范工程”，支持“两个100户”企业。", []),  # names
    ("执行《减按10%征税的规定》。", []),  # a title
    ("2013年发布第2批目录。", []),  # a date, an ordinal
    # a list shares its role and what 以上 says
    (
        "收入首次突破1000万元、5000万元、1亿元的企业，",
        [
            ("1000", "万元", ">", "floor"),
            ("5000", "万元", ">", "floor"),
            ("1", "亿元", ">", "floor"),
        ],
    ),
    (
        "投资达到500万元（含）、3000万元（含）以上的，",
        [("500", "万元", ">=", "floor"), ("3000", "万元", ">=", "floor")],
    ),
    ("投资在1000万元（含）至5000万元的项目，", [("1000", "万元", "=", "floor")]),
    (
        "按照实际投资额的1.5%、2%，最高给予100万元。",
        [("1.5", "%", "=", "rate"), ("2", "%", "=", "rate"), ("100", "万元", "<=", "cap")],
    ),
    ("以后逐年按10%递增。", [("10", "%", "=", "growth")]),
    ("加计扣除比例提高到100%。", [("100", "%", "=", "rate")]),
    ("设备投资占比不低于60%。", [("60", "%", ">=", "share")]),  # no rate
    ("可补贴至1000万元。", [("1000", "万元", "<=", "cap")]),
    ("更新服役10年以上的机床。", [("10", "年", ">=", "threshold")]),  # no limit of time
    ("对3年期以上贷款给予贴息。", []),  # a kind of loan
    ("贴息期限3年，", [("3", "年", "=", "time_limit")]),
    ("三年累计改造300家企业。", [("300", "家", "=", "count")]),
    (
        "设一等奖3名、二等奖5名、三等奖12名。",
        [("3", "名", "=", "count"), ("5", "名", "=", "count"), ("12", "名", "=", "count")],
    ),
    ("亩均税收20万元/亩以上的企业。", [("20", "万元/亩", ">=", "floor")]),
    # by when a count is reached, the count says
    ("三年内，市级财政支持建设平台50个。", [("50", "个", "=", "count")]),
    ("力争三年培训工人900名。", [("900", "名", "=", "count")]),
    ("三年内取消申报资格。", [("3", "年", "<=", "time_limit")]),
    ("两年内建成投产的，给予补助。", [("2", "年", "<=", "time_limit")]),
    ("六个重点行业的固定资产。", []),  # a known set
    ("支持6个重点行业。", [("6", "个", "=", "count")]),
    ("不超过同期贷款基准利率的50%给予贴息。", [("50", "%", "<=", "rate")]),
    ("规模不低于预算收入的1%。", [("1", "%", ">=", "share")]),
    ("每千瓦时电价降低3分钱。", [("3", "分", "=", "amount")]),
    (
        "每年培训企业家200人次，举办讲座20场。",
        [("200", "人次", "=", "count"), ("20", "场", "=", "count")],
    ),
    (
        "时限压缩到20个、10个工作日内。",
        [("20", "个工作日", "<=", "time_limit"), ("10", "个工作日", "<=", "time_limit")],
    ),
    ("专项资金安排1.2亿，", [("1.2", "亿元", "=", "amount")]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_numbers_with_role_and_comparator(
    sentence: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert read(sentence) == expected


def test_a_range_keeps_both_ends() -> None:
    numbers, _ = find_numbers("占总额的30%-50%。", 0, 12, UNITS)
    assert (numbers[0].value, numbers[0].value_max) == (Decimal(30), Decimal(50))


WHATS = [
    ("建设20个示范车间。", ["示范车间"]),  # behind a count
    ("按购买金额10%补贴。", ["购买金额"]),  # ahead of a share
    ("建成数字工厂（智能车间）30个。", ["数字工厂（智能车间）"]),  # a bracket is kept whole
    ("单台（套）最高500万元。", ["单台（套）"]),
    ("对获奖人员（前3名）予以公示。", ["获奖人员"]),  # or left out whole
    ("培育20个绿色园区、300户绿色企业。", ["绿色园区", "绿色企业"]),  # each its own
    ("评选检测、认证平台6个。", ["检测、认证平台"]),  # an enumeration of one count stays
    ("按基准价的20%、40%执行。", ["基准价", "基准价"]),  # a list shares it
    ("使用先进工艺、单台价格200万元以上的设备。", ["单台价格"]),  # the second of two verb phrases
    ("国产软件、硬件费用的10%由财政补助。", ["国产软件、硬件费用"]),  # things listed stay
    ("地价可按所在地等别对应标准的60%确定。", ["标准"]),
    ("减按15%的税率征收。", ["税率"]),  # nothing ahead but a verb
    ("给予一次性补助80万元。", ["一次性补助"]),
    ("给予设备补贴，最高不超过80万元。", ["补贴"]),
    ("费率原则上不高于1.5%。", ["费率"]),
    ("比例由20%提高到40%。", ["比例", "比例"]),
    ("核准在10个工作日内办结。", ["核准"]),
    ("环保局要在10个工作日内完成环评批复。", ["环评批复"]),
    ("施工许可压缩至15个工作日。", ["施工许可"]),
    ("按设备投资的20%给予最高500万元资助。", ["设备投资", "资助"]),  # each what stands next to it
    ("投资5000万元以上（其中设备投资占比不低于60%）的项目。", ["投资", "设备投资占比"]),
    ("炼铁500万吨、炼钢600万吨。", ["炼铁", "炼钢"]),
    ("符合《投资目录》总投资3000万元以上的项目。", ["总投资"]),
    ("省级财政对总投资1亿元以上的项目。", ["总投资"]),
    ("每年为300家企业免费诊断。", ["企业"]),
    ("推动300家规模以上企业开展诊断。", ["规模以上企业"]),
    ("评选20个“标杆项目”，", ["标杆项目"]),
    ("研发投入不低于收入的3%。", ["研发投入占收入的比重"]),
    ("给予不超过投资额20%的补助。", ["投资额"]),
    ("能耗降至每吨90千瓦时。", ["能耗"]),
    ("按5年期利率贴息，最高200万元。", ["贴息"]),
]


@pytest.mark.parametrize(("sentence", "expected"), WHATS)
def test_what_is_a_whole_noun_phrase(sentence: str, expected: list[str]) -> None:
    numbers, _ = find_numbers(sentence, 0, len(sentence), UNITS)
    assert [number.what for number in numbers] == expected


def test_a_lost_glyph_makes_the_measure_doubtful() -> None:
    _, doubt = find_numbers("提高1\ue0105%。", 0, 8, UNITS)
    assert doubt == "damaged_glyph: 疑为1.5%"
    assert find_numbers("提高1.5%。", 0, 7, UNITS)[1] is None


@given(
    st.text(
        st.sampled_from("每年增长10%、15万元以上不超过3个工作日一次“”《》（），。"), max_size=60
    )
)
def test_spans_lie_inside_and_do_not_overlap(sentence: str) -> None:
    numbers, _ = find_numbers(sentence, 0, len(sentence), UNITS)
    edges = [edge for number in numbers for edge in (number.start, number.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(sentence) for edge in edges)
