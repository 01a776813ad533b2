"""Passages on a sector, and sectors named in passing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policies.extraction.sectors.names import find_sector_names
from policies.extraction.vocabulary import load_vocabulary
from tests.extraction.reading import SECTOR, TASK, read

HEADINGS = [
    # heading in the sectors part, sectors of the passage
    ("钢铁行业。", ["steel"]),
    ("化学工业。", ["chemicals"]),
    ("汽车及零部件产业。", ["automobiles"]),
    ("新能源汽车。", ["nev"]),  # the longest name wins: not new energy
    ("轻工纺织。", ["light_industry", "textiles"]),  # one passage on two
    ("石化化工行业。", ["chemicals"]),  # the wider name holds the narrower
    ("现代物流业。", ["logistics"]),
    ("食品和轻工产业。", ["food", "light_industry"]),  # said apart, both count
    ("装备制造及汽车工业。", ["equipment", "automobiles"]),
    ("水泥及建材业。", ["building_materials"]),  # a branch comes along
    ("轻工食品。", ["light_industry", "food"]),  # a division of the standard stands for itself
    ("汽车和摩托车产业。", ["automobiles"]),
    ("传统产业。", []),  # a total, no sector
    ("冶金、建材、化工行业。", []),  # three are no passage on one
    ("汽车站改造。", []),  # near miss
    ("提升环保部门服务水平。", []),
    ("农畜产品加工业。", ["agro_processing"]),
    ("绿色石化产业。", ["petrochemicals"]),
    ("稀土功能材料产业。", ["new_materials"]),  # not rare earths beside new materials
    ("船舶与海洋工程装备。", ["shipbuilding", "marine_equipment"]),
    ("低空经济。", ["low_altitude"]),
    ("未来产业。", ["future_industries"]),
    ("轻纺产业。", ["light_industry", "textiles"]),  # one word for two
    ("做大做优化工产业。", ["chemicals"]),  # 优化 is no word here
    ("钢铁及船舶用钢。", ["steel"]),  # for what the good is made
    ("新型电力系统装备。", ["power_transmission_equipment"]),
    ("做强高端装备。", ["equipment"]),  # a weak name, bare
    ("装备更新。", []),  # a thing, whatever is done with it
    ("工业机器人推广。", []),
    ("电力保障。", []),
]
TASK_HEADINGS = [
    ("推进战略性新兴产业发展壮大", ["emerging"]),
    ("做大做强装备制造业", ["equipment"]),
    ("加快发展新材料产业", ["new_materials"]),
    ("推进装备升级换代", []),  # equipment as a thing
    ("推进资源综合利用", []),  # a theme
    ("推进水泥行业超低排放和节能降碳改造", ["cement"]),
    ("推进节能降碳改造", []),
    ("加强煤炭清洁高效利用", []),  # something else of weight in it
    ("加快传统产业改造升级", []),
    ("改造提升传统产业，培育新兴产业", []),  # a second subject of weight
    ("壮大绿色新兴产业", []),
]
SENTENCES = [
    (
        "推动盐湖化工、新型材料等产业延伸链条。",
        [("盐湖化工", "salt_chemicals"), ("新型材料", "new_materials")],
    ),
    ("扩大脱硫石膏、粉煤灰利用规模。", []),  # a waste
    ("加快数字矿山建设。", []),  # a technique
    # sentence of a task, (as written, sector) of its mentions
    (
        "改造提升钢铁、石化、建材、农产品加工等传统产业。",
        [
            ("钢铁", "steel"),
            ("石化", "petrochemicals"),
            ("建材", "building_materials"),
            ("农产品加工", "agro_processing"),
        ],
    ),
    (
        "布局高新技术和现代物流等产业。",  # a total in a list of industries
        [("高新技术", "new_high_tech"), ("现代物流", "logistics")],
    ),
    ("运用高新技术和先进适用技术改造提升。", []),
    ("培育高新技术企业，发展高新技术产业。", []),  # the total itself
    ("发展冶金、有色等行业。", [("冶金", "steel"), ("有色", "nonferrous")]),
    ("提升冶金行业装备水平。", [("冶金", "metallurgy")]),  # alone it means both
    ("支持轻工食品等产业。", [("轻工", "light_industry"), ("食品", "food")]),
    ("推广新技术、新工艺、新材料、新设备。", []),  # no industry
    ("大力发展新能源、新材料。", [("新能源", "new_energy"), ("新材料", "new_materials")]),
    ("推广使用新能源。", []),
    ("培育新能源汽车产业。", [("新能源汽车", "nev")]),
    ("支持汽车企业技术改造。", [("汽车", "automobiles")]),
    ("支持某某汽车股份有限公司建设新厂。", []),  # a company's name
    ("支持某某化工集团、某某汽车集团公司改造。", []),
    ("支持化工企业集团化发展。", [("化工", "chemicals")]),
    ("推广应用新材料、新能源汽车。", [("新能源汽车", "nev")]),  # put to use, not grown
    ("推进云计算、物联网在车间的应用。", []),
    ("鼓励企业建设屋顶光伏和储能。", []),  # a plant, no industry
    ("发展光伏产业。", [("光伏", "photovoltaics")]),
    ("发展云计算、物联网。", [("云计算", "cloud_computing"), ("物联网", "iot")]),
    ("由环保部门和汽车工业协会组织。", []),  # public bodies
    ("依据《钢铁产业调整规划》执行。", []),  # a title
    ("推动标准化工作，建设智能化工厂。", []),  # 化工 across words
    ("严格控制煤炭消费。", []),
    ("推进研发设计、物流、资源综合利用等公共服务平台建设。", []),
    ("研制满足光伏产业需求的设备。", []),  # demand side
    ("支持光伏产业发展。", [("光伏", "photovoltaics")]),
    ("支持钢铁企业改造，鼓励钢铁企业搬迁。", [("钢铁", "steel")]),  # once a sentence
    (
        "发展化学制药、生物技术制药、现代中药三大产业。",
        [("化学制药、生物技术制药、现代中药", "pharma")],
    ),
    ("抓好民爆、烟花爆竹等行业安全。", [("民爆", "civil_explosives"), ("烟花爆竹", "fireworks")]),
    (
        "支持工业母机、工业机器人、仪器仪表、轴承等领域企业攻关。",
        [
            ("工业母机", "cnc_machine_tools"),
            ("工业机器人", "robots"),
            ("仪器仪表", "instruments"),
            ("轴承", "basic_components"),
        ],
    ),
    ("推广应用工业机器人、轴承和仪器仪表。", []),  # goods
    ("做强预制菜、白酒等产业。", [("预制菜", "prepared_dishes"), ("白酒", "beverages")]),
    (
        "前瞻布局人形机器人、氢能、生物制造等未来产业。",
        [
            ("人形机器人", "robots"),
            ("氢能", "hydrogen"),
            ("生物制造", "bio_manufacturing"),
            ("未来产业", "future_industries"),
        ],
    ),
    ("运用5G、人工智能、新一代信息技术改造车间。", []),  # techniques
    ("督促危险化学品企业改造。", [("危险化学品", "chemicals")]),
    ("规范危险化学品运输车辆停放。", []),
    ("推动危化品、煤矿等企业减人。", [("危化品", "chemicals"), ("煤矿", "coal")]),
    ("补贴购买机床、机器人等设备生产企业的产品。", []),  # the firms make the goods
    ("按软件和信息服务支出的一成奖补。", []),  # an outlay
    ("支持软件和信息服务企业。", [("软件和信息服务", "software")]),
    ("优先安排煤炭、用水指标。", []),  # a good that is allotted
    ("盘活采矿权。", []),
    ("引导项目进入某某石化经济技术开发区。", []),  # a zone's name
    ("引导石化企业进入开发区。", [("石化", "petrochemicals")]),
    ("支持化工企业与大学合作。", [("化工", "chemicals")]),  # no body's name
    ("关停玻璃窑炉，改造陶瓷生产线。", [("玻璃", "glass"), ("陶瓷", "ceramics")]),
    ("使用陶瓷刀具。", []),
    ("督促水电、供气企业错峰检修。", [("水电", "power")]),  # no 等 before the closing noun
    ("租赁机器人、帮助企业换线。", []),
    ("联系服装、家具、照明行业协会。", []),
    ("培育模具、五金等配套企业。", [("模具", "moulds"), ("五金", "hardware")]),
    ("不再核准化工、印染项目。", [("化工", "chemicals"), ("印染", "textiles")]),
    ("改造鞋服、食品等行业。", [("鞋服", "leather"), ("鞋服", "textiles"), ("食品", "food")]),
    ("优化工艺流程，强化工业基础。", []),
    ("支持汽车用铝、船舶用钢研发。", []),
    ("安装光伏路灯，推广新能源汽车充电桩。", []),
    ("保障企业煤炭、天然气供应。", []),
    ("延伸煤炭、天然气产业供应链。", [("煤炭", "coal")]),
    ("培育无人机整机企业。", [("无人机", "low_altitude")]),
    ("支持非能源企业、非汽车企业改造。", []),  # all but these
    ("支持能源企业、汽车企业改造。", [("能源", "energy"), ("汽车", "automobiles")]),
    ("鼓励企业应用高档数控机床。", []),
    ("发展高档数控机床产业。", [("高档数控机床", "cnc_machine_tools")]),  # with its modifier
    ("做强优质特殊钢、高性能陶瓷。", [("优质特殊钢", "special_steel"), ("高性能陶瓷", "ceramics")]),
    ("推动核电、船舶等军用技术转为民用。", []),  # techniques
    ("推动核电、船舶等产业技术升级。", [("核电", "power"), ("船舶", "shipbuilding")]),
    ("运用生物、新材料等高新技术改造生产线。", []),
    ("突破生物、新材料等领域关键技术。", [("生物", "biotech"), ("新材料", "new_materials")]),
    ("对重大技术装备生产企业免税。", []),
    ("打造重大技术装备产业高地。", [("重大技术装备产业", "equipment")]),
    ("组织军工企业参加对接。", [("军工", "defence")]),
    (
        "发展以光伏、风电为主的新能源产业。",
        [("光伏", "photovoltaics"), ("风电", "power"), ("新能源", "new_energy")],
    ),
    ("发展超薄、中空等玻璃。", [("玻璃", "glass")]),
    ("研制超薄、中空等玻璃。", []),
    ("整治果汁、砖瓦等行业。", [("果汁", "beverages"), ("砖瓦", "building_materials")]),
    ("支持汽车用高端铝材攻关。", []),
    (
        "扩大橡塑、汽摩等产业。",
        [
            ("橡塑", "rubber"),
            ("橡塑", "plastics"),
            ("汽摩", "automobiles"),
            ("汽摩", "motorcycles"),
        ],
    ),
    ("支持计算机、通信和其他电子设备制造业。", [("计算机、通信和其他电子设备", "electronics")]),
    ("加快建筑业转型。", [("建筑业", "construction")]),
    ("治理冶金煤气泄漏，探索氢冶金。", []),
    ("整治有色冶炼、铅锌冶炼行业。", [("有色", "nonferrous"), ("铅锌", "lead_zinc")]),  # no steel
    ("鼓励重点工程使用本地钢铁、水泥产品。", []),  # things
    ("支持化工产品生产企业入园。", [("化工", "chemicals")]),  # the thing's makers
    ("建设储能设施和分散式风电。", []),
    ("开展化工操作工培训。", []),
    ("回收废钢铁、报废汽车。", []),  # wastes
    ("对采购新能源汽车的物流公司给予补贴。", []),  # bought
    ("对新能源汽车免征车辆购置税。", []),  # what is taxed
    ("对化工、建材等行业减征环境保护税。", [("化工", "chemicals"), ("建材", "building_materials")]),
    ("搬迁企业进入化工园区、石化基地。", []),  # a place
    ("打造全国领先的石化基地。", [("石化", "petrochemicals")]),
    ("申报稀土产业补助资金、集成电路公共服务平台。", []),  # programmes
    ("组团参加食品博览会。", []),
    ("开设机器人、新材料等专业。", []),  # what is taught
    ("发展机器人、新材料等专业化园区。", [("机器人", "robots"), ("新材料", "new_materials")]),
    ("组织钢铁企业与发电企业直接交易。", [("钢铁", "steel")]),
    ("规范资源综合利用企业申报。", []),  # whoever does it
    ("协调电力、煤炭、车皮等要素。", []),  # what is needed
    ("协调电力、煤炭等行业要素。", [("电力", "power"), ("煤炭", "coal")]),
    ("推动船舶、农业机械报废更新。", []),
    ("推动冶金、化工更新改造。", [("冶金", "metallurgy"), ("化工", "chemicals")]),
    ("引导钢铁企业联合研究院攻关。", [("钢铁", "steel")]),  # no body's name
    ("由机械工业联合会评审。", []),
    ("推进无人机、预制菜发展。", [("无人机", "low_altitude"), ("预制菜", "prepared_dishes")]),
    ("应对无人机、预制菜发展的需要。", []),
    ("淘汰铸造、印染落后设备。", [("铸造", "basic_manufacturing"), ("印染", "textiles")]),
    ("淘汰铸造、印染用的锅炉。", []),
    ("申报新能源汽车专项。", []),
    ("开展化工专项整治。", [("化工", "chemicals")]),
    ("培育锂电、光伏“新名片”。", [("锂电", "batteries"), ("光伏", "photovoltaics")]),
    ("壮大林浆纸产业。", [("林浆纸", "paper")]),
    ("支持半导体装备、光伏装备企业攻关。", [("半导体装备、光伏装备", "special_equipment")]),
]


@pytest.mark.parametrize(("heading", "expected"), HEADINGS)
def test_headings_of_the_sectors_part(heading: str, expected: list[str]) -> None:
    document = read(SECTOR.format(heading + "支持企业技术改造。"))
    assert [one.sector for one in document.directions] == expected


@pytest.mark.parametrize(("heading", "expected"), TASK_HEADINGS)
def test_headings_of_tasks(heading: str, expected: list[str]) -> None:
    text = TASK.replace("加快改造升级", heading).format("突破一批共性技术。")
    assert [one.sector for one in read(text).directions] == expected


def test_a_passage_runs_from_its_heading_to_the_end_of_its_provision() -> None:
    document = read(SECTOR.format("钢铁行业。支持改造。\n　　鼓励搬迁。"))
    (passage,) = document.directions
    assert (
        document.text[passage.start : passage.end] == "（一）钢铁行业。支持改造。\n　　鼓励搬迁。"
    )
    assert passage.heading == "钢铁行业"


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES)
def test_mentions_of_a_task(sentence: str, expected: list[tuple[str, str]]) -> None:
    document = read(TASK.format(sentence))
    assert [(one.as_written, one.sector) for one in document.mentions] == expected
    for one in document.mentions:
        assert document.text[one.start : one.end] == one.as_written


def test_what_governs_nothing_is_not_mentioned() -> None:
    """Guidance and targets name sectors too, but order nothing."""
    text = "一、指导思想\n　　改造提升钢铁、化工等产业。\n　　二、主要任务\n　　（一）创新。略。\n"
    assert read(text).mentions == ()


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("与电力、煤炭等行业协同发展。", ["power", "coal"]),  # other industries, called so
        ("提升水泥、玻璃等产业。", []),  # its own branches
        ("利用冶炼渣生产化工产品。", []),  # a product
        ("磷化工要提高收率。", ["phosphorus_chemicals"]),  # it opens the sentence
        ("支持磷化工渣利用。", []),
        ("磷化工和盐化工要提高收率。", ["phosphorus_chemicals", "salt_chemicals"]),
    ],
)
def test_mentions_inside_a_passage(body: str, expected: list[str]) -> None:
    document = read(SECTOR.format("建材行业。" + body))
    assert [one.sector for one in document.mentions] == expected


def test_a_chain_drawn_out_in_a_passage_is_its_own() -> None:
    document = read(SECTOR.format("石化产业。延伸有机硅产业链，与纺织产业协同。"))
    assert [one.sector for one in document.mentions] == ["textiles"]


GROUP = (
    "一、总体要求\n　　略。\n　　二、重点任务\n　　（一）培育新兴产业{}\n　　1.新材料产业。改造。\n"
)


@pytest.mark.parametrize(
    ("own", "expected"), [("", ["new_materials"]), ("。出台办法。", ["emerging", "new_materials"])]
)
def test_a_heading_that_merely_groups_passages_is_none(own: str, expected: list[str]) -> None:
    document = read(GROUP.format(own))
    assert [one.sector for one in document.directions] == expected
    assert document.mentions == ()


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("消费品工业", "支持食品、服装等企业。"),
        ("原材料工业", "支持钢铁、化工等企业。"),
        ("能源工业", "支持煤炭企业。"),
    ],
)
def test_a_grouping_s_branches_are_its_own(heading: str, body: str) -> None:
    assert read(SECTOR.format(f"{heading}。{body}")).mentions == ()


def test_an_umbrella_s_branches_are_named_in_its_passage() -> None:
    document = read(SECTOR.format("新兴产业。发展新材料、生物医药等战略性新兴产业。"))
    assert [one.sector for one in document.mentions] == ["new_materials", "pharma"]
    document = read(SECTOR.format("新兴产业。以新材料、生物医药为重点实施项目。"))
    assert [one.sector for one in document.mentions] == ["new_materials", "pharma"]


def test_a_passage_on_petrochemicals_is_on_all_chemicals() -> None:
    document = read(SECTOR.format("石化工业。支持化肥、农药企业改造。"))
    assert document.mentions == ()


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("食品安全 电力保障 节能环保改造", []),  # themes of work, not a chapter on sectors
        ("食品产业 电力工业 节能环保", ["food", "power", "energy_saving_environment"]),
    ],
)
def test_a_chapter_runs_through_sectors_where_its_headings_name_nothing_else(
    headings: str, expected: list[str]
) -> None:
    units = [
        f"（{number}）{heading}。支持企业。"
        for number, heading in zip("一二三", headings.split(), strict=True)
    ]
    text = "一、总体要求\n　　略。\n　　二、主攻方向\n　　" + "\n　　".join(units) + "\n"
    assert [one.sector for one in read(text).directions] == expected


@pytest.mark.parametrize(
    ("heading", "via"), [("推进钢铁、有色、化工改造升级", "heading"), ("推进改造升级", None)]
)
def test_a_heading_that_names_several(heading: str, via: str | None) -> None:
    document = read(TASK.replace("加快改造升级", heading).format("突破关键技术。"))
    assert [one.via for one in document.mentions] == ([via] * 3 if via else [])


def test_a_word_for_several_industries_is_marked_as_broader() -> None:
    assert [one.via for one in read(TASK.format("支持冶金企业改造。")).mentions] == ["broader"]
    assert [one.via for one in read(TASK.format("支持钢铁企业改造。")).mentions] == ["word"]


WORDS = [word for sector in load_vocabulary().sectors for word in (sector.name, *sector.weak)]


@given(
    st.lists(st.sampled_from([*WORDS, "、", "和", "等", "产业", "，", "。", "《", "》", "支持"]))
)
def test_names_are_in_order_without_overlap_inside_the_stretch(parts: list[str]) -> None:
    text = "一" + "".join(parts) + "一"
    names = find_sector_names(text, 1, len(text) - 1, load_vocabulary())
    places = [1, *(place for name in names for place in (name.start, name.end)), len(text) - 1]
    assert places == sorted(places)
    assert all(name.start < name.end for name in names)
