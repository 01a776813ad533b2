"""Numbers with units: what is found, how it reads, and what only looks like one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.extraction.quantities.measurement import class_of, factor_of
from policies.extraction.quantities.quantities import Quantity, find_quantities
from policies.extraction.vocabulary.units import load_units

UNITS = load_units()


def found(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, 0, len(text), UNITS)


def written(quantity: Quantity) -> str:
    upper = "" if quantity.value_max is None else f"-{quantity.value_max}"
    return f"{quantity.comparator} {quantity.value}{upper} {quantity.unit}"


# text, the quantity's own words, how it reads
HITS = [
    ("每立方米5千瓦时", "每立方米5千瓦时", "= 5 千瓦时/立方米"),  # measured by what stands ahead
    ("每平方米40千瓦时", "每平方米40千瓦时", "= 40 千瓦时/平方米"),
    ("每公里3千瓦时", "每公里3千瓦时", "= 3 千瓦时/公里"),
    ("每千瓦时300克", "每千瓦时300克", "= 300 克/千瓦时"),
    ("每千瓦2吨", "每千瓦2吨", "= 2 吨/千瓦"),
    ("每吨标准煤9千瓦时", "每吨标准煤9千瓦时", "= 9 千瓦时/吨标准煤"),
    ("100万元（含100万元）以下", "100万元（含100万元）以下", "<= 100 万元"),
    ("总额10\u3000亿元", "10\u3000亿元", "= 10 亿元"),
    ("投资500多亿，", "500多亿", "> 500 亿元"),
    ("购置五台机床", "五台", "= 5 台"),
    ("降至318克标准煤/千瓦时", "318克标准煤/千瓦时", "= 318 克标准煤/千瓦时"),
    # comparators behind
    ("年均增长35%以上", "35%以上", ">= 35 %"),
    ("30万吨/年及以上规模", "30万吨/年及以上", ">= 30 万吨/年"),
    ("100万元（含）以上", "100万元（含）以上", ">= 100 万元"),
    ("容量5000千伏安以上", "5000千伏安以上", ">= 5000 千伏安"),  # not 千伏
    ("10蒸吨以下锅炉", "10蒸吨以下", "<= 10 蒸吨"),
    ("组建10支服务队", "10支", "= 10 支"),
    ("占10%左右", "10%左右", "~ 10 %"),
    ("5%上下", "5%上下", "~ 5 %"),
    ("30万吨/年及以下规模", "30万吨/年及以下", "<= 30 万吨/年"),
    ("5亿元以下", "5亿元以下", "<= 5 亿元"),
    ("15%以内", "15%以内", "<= 15 %"),
    ("10日之内", "10日之内", "<= 10 日"),
    ("3个工作日内办结", "3个工作日内", "<= 3 个工作日"),
    ("园区5个内设", "5个", "= 5 个"),  # 内 compares times only
    ("下降5%", "5%", "= 5 %"),
    # comparators ahead
    ("比重不低于30%", "不低于30%", ">= 30 %"),
    ("不得低于30%", "不得低于30%", ">= 30 %"),
    ("不少于20个", "不少于20个", ">= 20 个"),
    ("至少建成3个", "3个", ">= 3 个"),
    ("达到或超过60%", "达到或超过60%", ">= 60 %"),
    ("普及率超过80%", "超过80%", "> 80 %"),
    ("高于5%", "高于5%", "> 5 %"),
    ("收入过100亿元", "过100亿元", "> 100 亿元"),
    ("通过3项标准", "3项", "= 3 项"),  # passed, not more than
    ("突破1000亿元", "突破1000亿元", "> 1000 亿元"),
    ("逾200家", "逾200家", "> 200 家"),
    ("约20个", "约20个", "~ 20 个"),
    ("接近50%", "接近50%", "~ 50 %"),
    ("近30家", "近30家", "~ 30 家"),
    ("不超过5%", "不超过5%", "<= 5 %"),
    ("不高于8%", "不高于8%", "<= 8 %"),
    ("最高为100万元", "最高为100万元", "<= 100 万元"),
    ("控制在20%以内", "控制在20%以内", "<= 20 %"),
    ("控制在20%左右", "控制在20%左右", "~ 20 %"),
    ("低于3%", "低于3%", "< 3 %"),
    ("不足10家", "不足10家", "< 10 家"),
    # near misses of comparators
    ("节约10%", "10%", "= 10 %"),
    ("最近3家", "3家", "= 3 家"),
    ("近三年", "三年", "= 3 年"),
    ("赶超10家", "10家", "= 10 家"),
    # between number and unit
    ("10余家企业", "10余家", "> 10 家"),
    ("100多万元", "100多万元", "> 100 万元"),
    ("200万余元", "200万余元", "> 200 万元"),
    ("提高 30 %", "30 %", "= 30 %"),
    # numbers
    ("减少6.2%", "6.2%", "= 6.2 %"),
    ("建成5,000家", "5,000家", "= 5000 家"),
    ("1.2万亿元", "1.2万亿元", "= 1.2 万亿元"),
    ("3千家", "3千家", "= 3000 家"),
    ("5千万元", "5千万元", "= 5000 万元"),
    ("装机100万千瓦", "100万千瓦", "= 100 万千瓦"),
    ("5千瓦", "5千瓦", "= 5 千瓦"),
    ("8千克", "8千克", "= 8 公斤"),
    # measured by what stands ahead
    ("降到每吨90千瓦时以下", "每吨90千瓦时以下", "<= 90 千瓦时/吨"),
    ("达到每万人80台", "每万人80台", "= 80 台/万人"),
    ("税收达到每亩20万元", "每亩20万元", "= 20 万元/亩"),
    ("每亩补助20万元", "20万元", "= 20 万元"),
    ("补助每亩20万元", "20万元", "= 20 万元"),  # a price or a grant is money
    ("每家50万元", "50万元", "= 50 万元"),
    ("每年5000万元", "5000万元", "= 5000 万元"),
    # what the share is of stands behind its comparator
    ("投入不低于销售收入的3%", "3%", ">= 3 %"),
    ("不超过项目总投资20%", "20%", "<= 20 %"),
    ("不超过同期基准利率的1.5倍", "1.5倍", "<= 1.5 倍"),
    ("不低于年均增长10%", "10%", "= 10 %"),
    ("不低于本级的规模，占30%", "30%", "= 30 %"),
    ("不少于企业的10家", "10家", "= 10 家"),
    # what is overcome
    ("突破10项左右关键技术", "10项左右", "~ 10 项"),
    ("总数突破10项", "突破10项", "> 10 项"),
    # ranges
    ("占30%-50%", "30%-50%", "= 30-50 %"),
    ("15%至20%", "15%至20%", "= 15-20 %"),
    ("3—5家", "3—5家", "= 3-5 家"),
    ("三至五年", "三至五年", "= 3-5 年"),
    ("10亿—20亿元", "10亿—20亿元", "= 10-20 亿元"),
    ("10%～15%左右", "10%～15%左右", "~ 10-15 %"),
    # Chinese numerals
    ("百项重点", "百项", "= 100 项"),
    ("十条措施", "十条", "= 10 条"),
    ("两个平台", "两个", "= 2 个"),
    ("二十家", "二十家", "= 20 家"),
    ("千亿元产业", "千亿元", "= 1000 亿元"),
    ("千万吨及以上", "千万吨及以上", ">= 1000 万吨"),
    ("百万千瓦", "百万千瓦", "= 100 万千瓦"),
    ("百万辆汽车", "百万辆", "= 100 万辆"),
    ("十万亿元", "十万亿元", "= 10 万亿元"),
    ("一百二十万吨", "一百二十万吨", "= 120 万吨"),
    ("一亿五千万元", "一亿五千万元", "= 15000 万元"),
    ("三万五千户", "三万五千户", "= 35000 户"),
    ("投资亿元以上", "亿元以上", ">= 1 亿元"),
    ("提高一个百分点", "一个百分点", "= 1 百分点"),
    # shares
    ("三分之一以上", "三分之一以上", ">= 33.3 %"),
    ("三分之二", "三分之二", "= 66.7 %"),
    ("四分之三", "四分之三", "= 75 %"),
    ("超过八成", "超过八成", "> 80 %"),
    ("三成以上的企业", "三成以上", ">= 30 %"),
    ("实现翻番", "番", "= 1 番"),
    ("翻两番", "两番", "= 2 番"),
    ("百分之三十", "百分之三十", "= 30 %"),
    ("百分之二十五点五", "百分之二十五点五", "= 25.5 %"),
    ("百分之五点九", "百分之五点九", "= 5.9 %"),
    ("千分之五", "千分之五", "= 0.5 %"),
    ("一半以上", "一半以上", ">= 50 %"),
    # units
    ("提高2个百分点", "2个百分点", "= 2 百分点"),
    ("翻一番", "一番", "= 1 番"),
    ("增长1.5倍", "1.5倍", "= 1.5 倍"),
    ("0.8吨标准煤/万元", "0.8吨标准煤/万元", "= 0.8 吨标准煤/万元"),
    ("360台/万人", "360台/万人", "= 360 台/万人"),
    ("组织一次考核", "一次", "= 1 次"),
    ("电价降低3分钱", "3分钱", "= 3 分"),
    ("组织30场次", "30场次", "= 30 场"),
    ("前3位", "3位", "= 3 位"),
    ("四层以上厂房", "四层以上", ">= 4 层"),
    ("分两期拨付", "两期", "= 2 期"),
    ("以后5个纳税年度", "5个纳税年度", "= 5 个纳税年度"),
    ("500立方米及以上", "500立方米及以上", ">= 500 立方米"),
    ("融合指数达到85以上", "85以上", ">= 85 "),
]


@pytest.mark.parametrize(("text", "words", "reading"), HITS)
def test_one_quantity(text: str, words: str, reading: str) -> None:
    (quantity,) = found(text)
    assert text[quantity.start : quantity.end] == words
    assert written(quantity) == reading
    assert quantity.start <= quantity.number_start < quantity.unit_end <= quantity.end
    assert quantity.compared == (quantity.comparator != "=")
    assert quantity.damaged is None


# text, how each reads
def test_the_words_of_a_share_begin_with_its_bound() -> None:
    (share,) = found("不低于销售收入的3%")
    assert (share.words_start, share.start, share.whole) == (0, 8, "销售收入")
    (plain,) = found("达到3%")
    assert plain.words_start == plain.start


SEVERAL = [
    ("减少6.2%、8.1%", ["= 6.2 %", "= 8.1 %"]),
    ("下降6.2、8.1个百分点", ["= 6.2 百分点", "= 8.1 百分点"]),
    ("达到10、20和30家", ["= 10 家", "= 20 家", "= 30 家"]),
    ("由2家、30家增加到5家、80家", ["= 2 家", "= 30 家", "= 5 家", "= 80 家"]),
    ("20%提高到30%", ["= 20 %", "= 30 %"]),
    ("达到10与20家", ["= 10 家", "= 20 家"]),
    ("达到10及20家", ["= 10 家", "= 20 家"]),
    ("达到10或20家", ["= 10 家", "= 20 家"]),
    ("达到10比20家", ["= 20 家"]),  # no list
    ("3-5家企业、2个园区、7-9个基地", ["= 3-5 家", "= 2 个", "= 7-9 个"]),
    ("2个园区、3-5家企业", ["= 2 个", "= 3-5 家"]),
    ("压缩到20个、10个工作日", ["= 20 个工作日", "= 10 个工作日"]),
    ("建成20个、10个园区", ["= 20 个", "= 10 个"]),
    ("5家至3家", ["= 5 家", "= 3 家"]),  # a range rises
    ("5家至5家", ["= 5 家", "= 5 家"]),
    ("5%至3家", ["= 5 %", "= 3 家"]),  # and has one unit
    ("超过70%的企业，30%以上的园区", ["> 70 %", ">= 30 %"]),
]


@pytest.mark.parametrize(("text", "readings"), SEVERAL)
def test_several_quantities(text: str, readings: list[str]) -> None:
    assert [written(quantity) for quantity in found(text)] == readings


NOTHING = [
    "七台河四市",  # a city, no seven of anything
    "五台山景区",
    "一成立就",
    "统一标准、进一步提高",
    "万元工业增加值能耗",
    "亿元GDP死亡率",
    "四支柱",
    "三成员",
    "另一番景象",
    "到2015年",
    "2012年12月11日",
    "二○一三年三月五日",
    "国发〔2012〕44号",
    "第3家",
    "第三项",
    "数百家",
    "几十个",
    "上百项",
    "一批项目",
    "一个体系",
    "一项工作",
    "一人一档",
    "二人",
    "零分之三",
    "三分之千百",
    "百分之五点十",
    "百分之五点千百",
    "一家企业",
    "二次资源",
    "二项",
    "一次性补助",
    "千家万户",
    "每10万人",
    "每百元收入",
    "万元工业增加值",
    "PM2.5下降",
    "GB/T 4754",
    "1\ue00f4-丁二醇",  # a lost comma in a name
    "14-丁二醇",
    "“十二五”期间",
    "“两化”融合",
    "三网融合",
    "七大工程",
    "兆瓦级",
    "二氧化碳",
    "统一部署",
    "千百家",
    "一园六基地",
    "得分80分",
    "十分重要",
    "二期工程",
    "两批项目",
    "三位一体",
    "三层次",
    "一场攻坚战",
    "一个纳税年度",
    "",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_counted(text: str) -> None:
    assert found(text) == ()


CLASSES_READ = [
    ("三分之一", "percent"),
    ("30%", "percent"),
    ("2个百分点", "percentage_point"),
    ("10亿元", "money"),
    ("5家", "count"),
    ("指数达到85", "index"),
    ("30万吨/年", "mass/time"),
]


@pytest.mark.parametrize(("text", "unit_class"), CLASSES_READ)
def test_class_of_a_quantity(text: str, unit_class: str) -> None:
    assert [quantity.unit_class for quantity in found(text)] == [unit_class]


def test_list_marker_shares_no_unit() -> None:
    # 2、 opens the line: a marker, not a number of 家
    for opening in ("", "\n", "：\n", "\u3000", "目标：\n\u3000"):
        assert [written(quantity) for quantity in found(f"{opening}2、10家企业")] == ["= 10 家"]
    assert [written(quantity) for quantity in found("达2、10家企业")] == ["= 2 家", "= 10 家"]


# text, value, likely reading
DAMAGED = [
    ("达到1\ue0105%左右", "1.5", "1.5%"),  # never 15 %, never 5 %
    ("达到12\U000f003445亿元", "12.45", "12.45亿元"),
    ("达到1\ufffd5%", "1.5", "1.5%"),
    ("达到\ue01015%", "15", "□15%"),  # a digit may be lost ahead
    ("达到15\ue010%", "15", "15□%"),
    ("10%至1\ue0105%", "10", "1.5%"),
    ("达到1\ufeff5%", "15", "15%"),  # nothing is lost, yet never 5 %
]


@pytest.mark.parametrize(("text", "value", "reading"), DAMAGED)
def test_damaged_number_is_marked(text: str, value: str, reading: str) -> None:
    quantity = found(text)[-1 if "至" in text else 0]
    assert quantity.damaged == reading
    if "至" not in text:
        assert quantity.value == Decimal(value)


def test_both_ends_of_a_range_may_be_damaged() -> None:
    (quantity,) = found("1\ue0105%至2\ue0105%")
    assert (quantity.value, quantity.value_max) == (Decimal("1.5"), Decimal("2.5"))
    assert quantity.damaged == "1.5%、2.5%"


def test_only_the_stretch_asked_for_is_read() -> None:
    text = "超过80%以上，再增长35%以上"
    assert [text[q.start : q.end] for q in find_quantities(text, 2, 5, UNITS)] == ["80%"]
    assert find_quantities(text, 0, 3, UNITS) == ()
    assert [q.start for q in find_quantities(text, 8, len(text), UNITS)] == [11]


FACTORS = [
    ("亿元", "100000000"),
    ("万吨/年", "10000"),
    ("公斤", "0.001"),
    ("家", "1"),
    ("万亿元", "1000000000000"),
    ("匹", "1"),
]


@pytest.mark.parametrize(("unit", "factor"), FACTORS)
def test_factor_of_a_unit(unit: str, factor: str) -> None:
    assert factor_of(unit, UNITS) == Decimal(factor)


CLASSES = [
    ("亿元", "money"),
    ("家", "count"),
    ("万户", "count"),
    ("万吨/年", "mass/time"),
    ("百分点", "percentage_point"),
    ("吨标准煤/万元", "coal_equivalent/money"),
]


@pytest.mark.parametrize(("unit", "unit_class"), CLASSES)
def test_class_of_a_unit(unit: str, unit_class: str) -> None:
    assert class_of(unit, UNITS) == unit_class


@given(
    st.text(alphabet="0123456789,.%个家亿万元百千十一二三、至到以上不低于约\ue010 ", max_size=60)
)
def test_quantities_stand_in_order_and_apart(text: str) -> None:
    quantities = found(text)
    for quantity in quantities:
        assert 0 <= quantity.start <= quantity.number_start < quantity.unit_end <= quantity.end
        assert quantity.end <= len(text)
    for before, after in zip(quantities, quantities[1:], strict=False):
        assert before.unit_end <= after.number_start
