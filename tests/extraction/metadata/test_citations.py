"""Citations: documents named, and documents promised."""

import pytest

from policies.extraction.metadata.citations import find_citations
from policies.extraction.normalise import normalise
from policies.extraction.records import Citation
from policies.extraction.vocabulary import load_vocabulary


def cited(text: str) -> tuple[Citation, ...]:
    return find_citations(normalise(text), load_vocabulary())


REFERENCES = [
    # text, (title, number, quotation)
    (
        "贯彻《国务院关于促进企业技术改造的指导意见》（国发〔2012〕44号）精神",
        (
            "国务院关于促进企业技术改造的指导意见",
            "国发〔2012〕44号",
            "《国务院关于促进企业技术改造的指导意见》（国发〔2012〕44号）",
        ),
    ),
    (
        "按照《改造意见》(云政发[2010]8号)执行",
        ("改造意见", "云政发〔2010〕8号", "《改造意见》(云政发[2010]8号)"),
    ),
    (
        "《改造意见》（鲁政发（2010）8号，以下简称《意见》）",
        ("改造意见", "鲁政发〔2010〕8号", "《改造意见》（鲁政发（2010）8号，以下简称《意见》）"),
    ),
    ("按《生产规范》（2010版）改造", ("生产规范", None, "《生产规范》")),  # an edition is no number
    ("《关于\n　　改造的意见》", ("关于改造的意见", None, "《关于\n　　改造的意见》")),
    ("《〈目录〉的通知》", ("〈目录〉的通知", None, "《〈目录〉的通知》")),
    (
        "根据国务院关于促进改造的指导意见（国发〔2012〕44号）要求",
        (
            "国务院关于促进改造的指导意见",
            "国发〔2012〕44号",
            "国务院关于促进改造的指导意见（国发〔2012〕44号",
        ),
    ),
    ("落实国发〔2012〕44号文件", ("国发〔2012〕44号", "国发〔2012〕44号", "国发〔2012〕44号")),
]


@pytest.mark.parametrize(("text", "expected"), REFERENCES)
def test_references(text: str, expected: tuple[str, str | None, str]) -> None:
    (found,) = [citation for citation in cited(text) if not citation.planned]
    assert (found.title, found.number, text[found.start : found.end]) == expected
    assert found.key == found.title and found.form is None


NO_REFERENCES = [
    "（以下简称《意见》）。各地要落实《意见》。",  # a short form
    "云政发〔2013〕25号",  # the document's own number, alone on its line
    "某省人民政府关于印发《行动计划》的通知\n各市：",  # the document's own title
    "《不闭合的题名",
    "落实产业政策和行业准入条件。",
]


@pytest.mark.parametrize("text", NO_REFERENCES)
def test_what_is_no_reference(text: str) -> None:
    assert cited(text) == ()


PROMISES = [
    # text, (title, bracketed, form) of each
    ("制定《验收管理办法》，确保工期", [("验收管理办法", True, "验收办法")]),
    ("尽快制订出台《项目管理办法》", [("项目管理办法", True, "管理办法")]),
    ("每年初发布《投资导向计划》", [("投资导向计划", True, "年度导向计划")]),
    (
        "制定《投资指南》、《改造规划》和《导向计划》",
        [
            ("投资指南", True, "指南/导向目录"),
            ("改造规划", True, "规划"),
            ("导向计划", True, "年度导向计划"),
        ],
    ),
    ("研究制定云南省重点项目管理办法，规范管理", [("云南省重点项目管理办法", False, "管理办法")]),
    (
        "制定我省技术改造规划和重点项目管理办法",
        [("技术改造规划", False, "规划"), ("重点项目管理办法", False, "管理办法")],
    ),
    ("定期发布重点产业投资导向目录，引导", [("重点产业投资导向目录", False, "指南/导向目录")]),
    ("研究制定专项资金管理办法", [("专项资金管理办法", False, "资金办法")]),
]


@pytest.mark.parametrize(("text", "expected"), PROMISES)
def test_promises(text: str, expected: list[tuple[str, bool, str]]) -> None:
    found = cited(text)
    assert [(c.title, c.bracketed, c.form) for c in found] == expected
    assert all(c.planned and c.title in text[c.start : c.end] for c in found)


NO_PROMISES = [
    "落实《改造规划》",
    "已制定《改造规划》",
    "国家发布的《投资指南》",
    "制定《管理条例》实施细则",  # the rules are promised, not the regulation
    "各地要制定具体实施办法",  # names no document
    "制定本办法",
    "加强规划和产业政策指导",
]


@pytest.mark.parametrize("text", NO_PROMISES)
def test_what_is_no_promise(text: str) -> None:
    assert not any(citation.planned for citation in cited(text))
