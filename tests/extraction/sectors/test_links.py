"""The sectors of one measure, with how it comes by them."""

import pytest

from policies.extraction.sectors.links import link_sectors
from tests.extraction.reading import SECTOR, TASK, Read, read


def links(document: Read, words: str) -> list[tuple[str, str, str]]:
    """The links of the sentence that holds `words`."""
    sentence = next(s for s in document.sentences if words in document.text[s.start : s.end])
    found = link_sectors(
        document.normal,
        sentence,
        document.provisions,
        document.directions,
        document.mentions,
        document.vocabulary,
    )
    return [(link.sector, link.relation, link.via) for link in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            SECTOR.format("有色金属工业。支持企业改造▲。"),
            [("nonferrous", "subject", "heading")],
            id="the section's own sector",
        ),
        pytest.param(
            SECTOR.format("有色金属工业。支持改造。铜产业重点是延伸产业链▲。"),
            [("nonferrous", "subject", "heading"), ("copper", "subject", "word")],
            id="a branch beside its section's sector",
        ),
        pytest.param(
            SECTOR.format("轻工业。支持改造。家电重点发展节能产品▲。"),
            [("light_industry", "subject", "heading"), ("home_appliances", "subject", "word")],
            id="a weak name that opens the sentence",
        ),
        pytest.param(
            SECTOR.format("钢铁工业。支持汽车用钢▲。"),
            [("steel", "subject", "heading")],
            id="near miss: a use, no sector",
        ),
        pytest.param(
            SECTOR.format("有色金属工业。支持改造。扩大铜、铝型材产量▲。"),
            [("nonferrous", "subject", "heading"), ("copper", "subject", "word")],
            id="the last item is a product",
        ),
        pytest.param(
            SECTOR.format("装备制造业。支持改造。满足风电设备、锂电等领域需求▲。"),
            [("equipment", "subject", "heading")],
            id="near miss: the demand side",
        ),
        pytest.param(
            SECTOR.format("建材工业。加强与电力、煤炭等行业的关联▲。"),
            [
                ("building_materials", "subject", "heading"),
                ("power", "related", "word"),
                ("coal", "related", "word"),
            ],
            id="partners are merely related",
        ),
        pytest.param(
            TASK.format("重点支持电力、煤炭等行业▲。"),
            [("power", "subject", "word"), ("coal", "subject", "word")],
            id="near miss: the same names as subjects",
        ),
        pytest.param(
            TASK.replace("加快改造升级", "推进钢铁、有色、化工改造升级").format("突破共性技术▲。"),
            [
                ("steel", "subject", "heading"),
                ("nonferrous", "subject", "heading"),
                ("chemicals", "subject", "heading"),
            ],
            id="a heading that names several",
        ),
        pytest.param(
            SECTOR.format("化工行业。支持改造。\n　　1.延伸产业链。推广新技术▲。"),
            [("chemicals", "subject", "inherited")],
            id="a provision below the sector's",
        ),
        pytest.param(TASK.format("提高产品质量▲。"), [], id="a measure for all"),
        pytest.param(
            SECTOR.format("冶金建材工业。支持改造。水泥企业要错峰生产▲。"),
            [("building_materials", "subject", "heading"), ("cement", "subject", "word")],
            id="one of a passage's two sectors",
        ),
        pytest.param(
            SECTOR.format("冶金建材工业。支持改造。骨干企业要节能▲。"),
            [("metallurgy", "subject", "heading"), ("building_materials", "subject", "heading")],
            id="near miss: both of them",
        ),
        pytest.param(
            TASK.format("化工、印染企业限期整改；到期未达标▲的，予以关停。"),
            [("chemicals", "subject", "inherited"), ("textiles", "subject", "inherited")],
            id="who is not said again after a ；",
        ),
        pytest.param(
            TASK.format("化工、印染企业限期整改；建立▲台账。"), [], id="near miss: another act"
        ),
        pytest.param(
            TASK.format("支持化工企业。到期未达标▲的，予以关停。"), [], id="near miss: after a 。"
        ),
        pytest.param(
            SECTOR.format("玻璃及建材。玻璃企业要减排▲。"),
            [("building_materials", "subject", "heading"), ("glass", "subject", "word")],
            id="a branch that its heading names",
        ),
        pytest.param(
            SECTOR.format("石化工业。支持化工企业入园▲。"),
            [("petrochemicals", "subject", "heading"), ("chemicals", "subject", "word")],
            id="what stands above, where its firms are named",
        ),
        pytest.param(
            SECTOR.format("石化工业。建设化工物流中心▲。"),
            [("petrochemicals", "subject", "heading")],
            id="near miss: a name in passing",
        ),
        pytest.param(
            SECTOR.format("石化工业。改造化肥企业，发展工程塑料▲。"),
            [("petrochemicals", "subject", "heading"), ("fertilisers", "subject", "word")],
            id="what the passage comprises, where it is called an industry",
        ),
    ],
)
def test_links(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert links(read(text), "▲") == expected


def test_a_sector_is_linked_once() -> None:
    document = read(TASK.format("支持钢铁企业改造，鼓励钢铁企业搬迁▲。"))
    assert links(document, "▲") == [("steel", "subject", "word")]
