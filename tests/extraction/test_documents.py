"""Documents of other provinces, years and genres, written for these tests: outline and metadata."""

from pathlib import Path

import pytest

from policies.extraction.metadata.metadata import find_metadata
from policies.extraction.normalise import normalise
from policies.extraction.outline.sentences import check_cover, split_sentences
from policies.extraction.outline.structure import parse_structure
from policies.extraction.vocabulary import load_vocabulary

DOCUMENTS = Path(__file__).parent / "documents"

EXPECTED = {
    # file: (province, level, genre, number, issuer, day), outline: path, marker, heading, part
    "dashed_targets_2022": (
        (None, "市", "意见", None, "中共临江市委办公室、临江市人民政府办公室", "2022-09-15"),
        """
        1 一、工作目标 targets
        1-1 ——总量目标 targets
        1-2 ——企业目标 targets
        1-3 ——效能目标 targets
        1-4 ——绿色目标 targets
        2 二、重点任务 tasks
        2-1 1.实施诊断服务 tasks
        2-2 2.建设工业互联网平台 tasks
        2-3 3.培育优质企业 tasks
        2-4 4.强化人才支撑 tasks
        3 三、政策保障 safeguards
        3-1 （一）加大财政投入 safeguards
        3-2 （二）加强金融支持 safeguards
        3-3 （三）落实税费优惠 safeguards
        """,
    ),
    "flattened_notice": (
        (None, "市", "通知", "玉政办发〔2014〕第12号", "玉屏州人民政府办公室", "2014-04-02"),
        """
        1 一、总体要求 guidance
        2 二、行动目标 targets
        2-1 （一）投入目标 targets
        2-2 （二）结构目标 targets
        3 三、重点任务 tasks
        3-1 1、推进设备更新 tasks
        3-1-1 （1）支持骨干企业 tasks
        3-1-2 （2）帮扶小微企业 tasks
        3-2 2、推进节能降耗 tasks
        4 四、保障措施 safeguards
        4-1 一是加强领导 safeguards
        4-2 二是落实税收优惠 safeguards
        4-3 三是强化考核 safeguards
        """,
    ),
    "articles_city": (
        ("42", "市", "办法", None, "襄阳市人民政府办公室", "2013-06-03"),
        """
        1 第一章总则 guidance
        1-1 第一条 preamble
        1-2 第二条 guidance
        2 第二章支持范围和标准 tasks
        2-1 第三条 tasks
        2-1-1 （一） tasks
        2-1-2 （二） tasks
        2-1-3 （三） tasks
        2-2 第四条支持标准 tasks
        3 第三章监督管理 safeguards
        3-1 第五条 safeguards
        4 第四章附则 closing
        4-1 第六条 closing
        """,
    ),
    "autonomous_region": (
        ("45", "省", "意见", None, None, None),
        """
        1 一、充分认识加强技术改造的紧迫性和必要性 significance
        2 二、基本思路和工作目标 guidance
        2-1 基本思路 guidance
        2-2 工作目标 targets
        3 三、行业改造重点 sectors
        3-1 冶金 sectors
        3-2 制糖 sectors
        3-3 汽车 sectors
        4 四、保障措施 safeguards
        4-1 （一）财政金融政策 safeguards
        4-2 （二）土地政策 safeguards
        """,
    ),
    "city_fourteenth_plan": (
        ("51", "市", "意见", "绵府发〔2021〕9号", "绵阳市人民政府", "2021-05-28"),
        """
        1 一、总体目标 targets
        2 二、技术改造重点方向 tasks
        2-1 电子信息 sectors
        2-2 装备制造 sectors
        2-3 食品饮料 sectors
        3 三、支持政策 safeguards
        3-1 （一）设备投入补助 safeguards
        3-2 （二）融资贴息 safeguards
        4 四、工作要求 safeguards
        """,
    ),
    "dashes_and_digits": (
        ("32", "省", "意见", None, None, None),
        """
        1 1、总体要求 guidance
        1-1 （1）工作思路 guidance
        1-2 （2）基本原则 principles
        1-2-1 ——坚持创新驱动 principles
        1-2-2 ——坚持绿色发展 principles
        1-3 （3）工作目标 targets
        2 2、主要任务 tasks
        2-1 （1）推进智能化改造 tasks
        2-2 （2）推进服务化延伸 tasks
        3 3、组织实施 safeguards
        3-1 （1）落实工作责任 safeguards
        3-2 （2）强化政策落实 safeguards
        """,
    ),
    "flattened_single_spaces": (
        ("36", "省", "意见", "赣府发〔2013〕12号", "江西省人民政府", "2013-05-20"),
        """
        1 一、总体要求 guidance
        1-1 （一）指导思想 guidance
        1-2 （二）主要目标 targets
        2 二、主要任务 tasks
        2-1 （一）推进节能降耗 tasks
        2-2 （二）推进信息化应用 tasks
        3 三、保障措施 safeguards
        3-1 （一）落实税收政策 safeguards
        3-2 （二）强化考核 safeguards
        """,
    ),
    "flattened_wide_spaces": (
        ("34", "省", "意见", None, "安徽省人民政府", "2013-01-18"),
        """
        1 一、重要意义 significance
        2 二、总体要求 guidance
        2-1 （一）总体思路 guidance
        2-2 （二）主要目标 targets
        3 三、重点行业 sectors
        3-1 （一）家电行业 sectors
        3-2 （二）汽车行业 sectors
        4 四、政策措施 safeguards
        4-1 （一）加大资金支持 safeguards
        4-2 （二）保障用地需求 safeguards
        """,
    ),
    "half_width_2010": (
        ("52", "省", "意见", "黔府发〔2010〕8号", "贵州省人民政府", "2010-05-06"),
        """
        1 一、指导思想和主要目标 guidance
        1-1 （一）指导思想 guidance
        1-2 （二）主要目标 targets
        2 二、主要任务 tasks
        2-1 （一）改造提升传统产业 tasks
        2-2 （二）培育新兴产业 tasks
        2-2-1 1.新材料 sectors
        2-2-2 2.电子信息 sectors
        3 三、保障措施 safeguards
        3-1 （一）加大财政投入 safeguards
        3-2 （二）简化审批程序 safeguards
        3-3 （三）加强组织领导 safeguards
        """,
    ),
    "measures_without_parts": (
        ("14", "省", "措施", None, "山西省人民政府", "2019-04-02"),
        """
        1 一、鼓励设备更新 safeguards
        2 二、支持首台（套）应用 safeguards
        3 三、拓宽融资渠道 safeguards
        4 四、 safeguards
        4-1 1. safeguards
        4-2 2. safeguards
        5 五、 closing
        """,
    ),
    "no_headings": (
        (None, None, None, None, None, None),
        """
        """,
    ),
    "notice_with_attachment": (
        ("43", "省", "通知", "湘政办发〔2018〕15号", "湖南省人民政府办公厅", "2018-03-12"),
        """
        1 一、总体要求 guidance
        1-1 （一）总体思路 guidance
        1-2 （二）基本原则 principles
        1-2-1 ——企业主体，政府引导 principles
        1-2-2 ——分类指导，重点突破 principles
        1-3 （三）发展目标 targets
        2 二、重点任务 tasks
        2-1 （一）智能化改造 tasks
        2-2 （二）绿色化改造 tasks
        3 三、重点工程 projects
        3-1 1.技术创新示范工程 projects
        3-2 2.服务型制造工程 projects
        4 四、保障措施 safeguards
        4-1 （一）加强组织领导 safeguards
        4-2 （二）强化政策支持 safeguards
        """,
    ),
    "ordinals_joint_issuers": (
        ("23", "省", "通知", None, "黑龙江省工业和信息化委员会、黑龙江省财政厅", "2013-04-23"),
        """
        1 一、把握工作重点 tasks
        1-1 一是突出产业升级 tasks
        1-2 二是突出区域协作 tasks
        1-3 三是突出绿色发展 tasks
        2 二、完善工作机制 safeguards
        2-1 第一，建立项目库 safeguards
        2-2 第二，加强调度 safeguards
        3 三、强化资金保障 safeguards
        """,
    ),
}


def test_every_document_is_expected() -> None:
    assert {path.stem for path in DOCUMENTS.glob("*.txt")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_document(name: str) -> None:
    text = (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8")
    normal, vocabulary = normalise(text), load_vocabulary()
    provisions = parse_structure(normal, vocabulary)
    facts, outline = EXPECTED[name]
    assert [f"{p.path} {p.marker}{p.heading} {p.part}" for p in provisions] == [
        line.strip() for line in outline.strip().splitlines()
    ]
    found = find_metadata(normal, provisions, vocabulary)
    day = found.issued_on and found.issued_on.isoformat()
    head = (found.province_code, found.level, found.genre, found.document_number)
    assert (*head, found.issuer, day) == facts
    assert check_cover(normal, provisions, split_sentences(normal, provisions)) == []
