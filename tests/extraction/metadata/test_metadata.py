"""What a text says about itself, and silence where it says nothing."""

from datetime import date
from pathlib import Path

import pytest

from policies.extraction.metadata.metadata import find_metadata
from policies.extraction.normalise import normalise
from policies.extraction.outline.structure import parse_structure
from policies.extraction.records import Metadata
from policies.extraction.vocabulary import load_vocabulary

SEEDS = Path(__file__).parents[3] / "seeds"
TEXT = "{}\n　　为加快发展，提出如下意见：\n　　一、主要任务\n　　（一）加快改造。推进。\n{}"


def metadata(text: str) -> Metadata:
    normal, vocabulary = normalise(text), load_vocabulary()
    return find_metadata(normal, parse_structure(normal, vocabulary), vocabulary)


SEEDED = [
    # file, province, issuer, day
    ("yunnan", "53", None, None),
    ("xinjiang", "65", None, None),
    ("henan", "41", "河南省人民政府", date(2012, 12, 31)),
    ("gansu", "62", "甘肃省人民政府", date(2012, 12, 11)),
    ("shandong", "37", None, None),
]


@pytest.mark.parametrize(("name", "province", "issuer", "day"), SEEDED)
def test_the_five_documents(name: str, province: str, issuer: str | None, day: date | None) -> None:
    found = metadata((SEEDS / f"{name}.txt").read_text(encoding="utf-8"))
    assert (found.province_code, found.issuer, found.issued_on) == (province, issuer, day)
    assert (found.title, found.document_number) == (None, None)  # the texts carry none
    assert (found.level, found.genre) == ("省", "意见")
    assert found.implements == "国务院关于促进企业技术改造的指导意见"
    assert found.implements_number == "国发〔2012〕44号"
    assert found.addressees is not None and found.addressees[-1] != "："


HEADS = [
    # above the text, (title, number, day)
    (
        "某省人民政府\n关于技术改造的实施意见\n某政发(2013)8号",
        ("某省人民政府关于技术改造的实施意见", "某政发〔2013〕8号", None),
    ),
    (
        "关于技术改造的若干措施\n（2019年4月2日）",
        ("关于技术改造的若干措施", None, date(2019, 4, 2)),
    ),
    ("发布文号: 冀政[2011]27号\n各市人民政府：", (None, "冀政〔2011〕27号", None)),
    ("各市人民政府：", (None, None, None)),
    ("2013年工作动态", (None, None, None)),
]


@pytest.mark.parametrize(("head", "expected"), HEADS)
def test_title_blocks(head: str, expected: tuple[str | None, str | None, date | None]) -> None:
    found = metadata(TEXT.format(head, ""))
    assert (found.title, found.document_number, found.issued_on) == expected


CLOSINGS = [
    # under the text, (issuer, day)
    ("某省人民政府\n2013年3月5日", ("某省人民政府", date(2013, 3, 5))),
    ("某省人民政府　　二○一三年三月五日", ("某省人民政府", date(2013, 3, 5))),
    ("某省工信厅\n某省财政厅\n2013年3月5日\n", ("某省工信厅、某省财政厅", date(2013, 3, 5))),
    (
        "附件：1.方案\n　　2.名单\n某省人民政府\n2013年3月5日\n（此件公开发布）",
        ("某省人民政府", date(2013, 3, 5)),
    ),
    ("某省人民政府", ("某省人民政府", None)),
    ("某省人民政府办公厅　2013年3月6日印发", (None, None)),  # the day of printing
    ("2013年3月5日召开会议部署。", (None, None)),  # a day in a sentence
    ("", (None, None)),
]


@pytest.mark.parametrize(("foot", "expected"), CLOSINGS)
def test_closing_lines(foot: str, expected: tuple[str | None, date | None]) -> None:
    found = metadata(TEXT.format("各市人民政府：", foot))
    assert (found.issuer, found.issued_on) == expected


PROVINCES = [
    # text, code
    ("编制《云南省改造规划》。", "53"),
    ("发挥山东半岛引擎作用，加强与河南省合作。", None),  # neighbours only
    ("加强与河南省合作，争创山东省名牌。", "37"),
    ("云南省和贵州省各有特色。", None),  # in doubt
    ("培育新疆特色产业。", "65"),
    ("加快改造。", None),
]


@pytest.mark.parametrize(("body", "code"), PROVINCES)
def test_provinces(body: str, code: str | None) -> None:
    assert metadata(f"一、主要任务\n{body}").province_code == code


HEADS = [
    # title, code
    ("合肥市人民政府关于加快技术改造的意见", "34"),
    ("大理白族自治州促进技术改造办法", "53"),
    ("海南藏族自治州促进技术改造办法", "63"),  # not 海南
    ("安徽省合肥市技术改造办法", "34"),
    ("北京市支持和田地区技术改造办法", "11"),  # two: the only province in the text decides
    ("加快技术改造的意见", None),
]


@pytest.mark.parametrize(("title", "code"), HEADS)
def test_a_province_by_the_head(title: str, code: str | None) -> None:
    text = TEXT.format(f"{title}\n各有关单位：", "")
    assert metadata(text).province_code == code


def test_cities_in_the_text_decide_nothing() -> None:
    assert metadata(TEXT.format("各有关单位：", "加强与深圳市合作。")).province_code is None


LEVELS = [
    # issuer, level
    ("国务院", "国家"),
    ("云南省人民政府", "省"),
    ("新疆维吾尔自治区人民政府", "省"),
    ("上海市人民政府", "省"),  # a municipality
    ("昆明市人民政府", "市"),
    ("伊犁哈萨克自治州人民政府", "市"),
    ("昆明市官渡区人民政府", "县"),
    ("云南省财政厅", "省"),
    ("云南省市场监督管理局", "省"),
    ("昆明市工业和信息化局", "市"),
    ("寻甸县工业和信息化局、寻甸县财政局", "县"),
]


@pytest.mark.parametrize(("issuer", "level"), LEVELS)
def test_levels(issuer: str, level: str) -> None:
    assert metadata(TEXT.format("有关单位：", f"{issuer}\n2013年3月5日")).level == level


GENRES = [
    ("提出如下实施意见：", "意见"),
    ("制定本办法。", "办法"),
    ("现将有关事项通知如下：", "通知"),
    ("加快发展。", None),
]


@pytest.mark.parametrize(("preamble", "genre"), GENRES)
def test_genres(preamble: str, genre: str | None) -> None:
    assert metadata(f"有关单位：\n为加快改造，{preamble}\n一、主要任务\n推进。").genre == genre


PARENTS = [
    ("为贯彻落实《甲意见》（国发〔2012〕44号）", ("甲意见", "国发〔2012〕44号")),
    ("根据《乙方案》精神", ("乙方案", None)),
    ("根据《中小企业促进法》", (None, None)),  # a law is a basis, not a parent
    ("编印《丙手册》", (None, None)),
]


@pytest.mark.parametrize(("preamble", "parent"), PARENTS)
def test_parents(preamble: str, parent: tuple[str | None, str | None]) -> None:
    found = metadata(f"有关单位：\n{preamble}，提出意见。\n一、主要任务\n推进。")
    assert (found.implements, found.implements_number) == parent


# last lines, (issuer, day): a day of which part is missing is not invented
PARTLY = [
    ("某市人民政府\n2017年12月", ("某市人民政府", None)),
    ("某市人民政府\n二〇一七年", ("某市人民政府", None)),
    ("某市人民政府\n2017年12月8日", ("某市人民政府", date(2017, 12, 8))),
    ("支持企业改造，2017年12月完成。", (None, None)),
]


@pytest.mark.parametrize(("lines", "expected"), PARTLY)
def test_a_partial_closing(lines: str, expected: tuple[str | None, date | None]) -> None:
    found = metadata(f"一、主要任务\n　　加快改造。\n　　支持创新。\n{lines}\n")
    assert (found.issuer, found.issued_on) == expected
