"""Force and hedges: words, not characters."""

import pytest

from policies.extraction.measures.force import find_force, find_hedges
from policies.extraction.vocabulary import load_vocabulary

FORCES = load_vocabulary().forces

SENTENCES = [
    ("严禁新上高耗能项目。", "prohibited", "严禁"),
    ("部门审批不得互为前置。", "prohibited", "不得"),
    ("除《不予免税的商品目录》所列外，免征关税。", "committed", "免征"),  # a title forbids nothing
    ("各市必须按期完成淘汰任务。", "mandatory", "必须"),
    ("各地应设立专项资金。", "mandatory", "应"),
    ("企业应缴纳的所得税由税务机关征收。", "unmarked", ""),  # 应缴 is owed, not ordered
    ("凡应退税款，一律按时退还。", "mandatory", "应"),
    ("加快新技术推广应用，适应市场供应。", "unmarked", ""),  # 应用 适应 供应
    ("高炉全部实现余热利用。", "mandatory", "全部实现"),
    ("占全部工业的比重明显提高。", "unmarked", ""),  # 全部 of a whole
    ("市财政要增加投入，支持企业改造。", "directive", "要"),
    ("强化重要零部件和生产要素的必要保障，符合需要。", "unmarked", ""),  # 重要 要素 必要 需要
    ("按照国家要求，编制规划纲要。", "unmarked", ""),  # 要求 纲要
    ("对入库项目给予补助。", "committed", "给予"),
    ("备案在5个工作日内办结。", "committed", "办结"),
    ("企业可享受所得税减免。", "permitted", "可"),  # 可 governs 享受
    ("县（市、区）可以根据财力安排资金。", "permitted", "可"),
    ("企业可视业绩给予分红。", "permitted", "可"),
    ("增强可持续发展能力，提高可靠性。", "unmarked", ""),  # 可持续 可靠
    ("办理许可，认可检测结果。", "unmarked", ""),  # 许可 认可
    ("鼓励企业争取国家资金。", "encouraged", "鼓励"),
    ("生产国家鼓励发展的设备。", "unmarked", ""),  # what the state encourages
    ("发挥财政资金的引导作用，提供技术支持。", "unmarked", ""),  # nouns
    ("力争三年内实现全覆盖。", "aspirational", "力争"),
    ("建设一批数字车间。", "unmarked", ""),
]


@pytest.mark.parametrize(("sentence", "force", "cue"), SENTENCES)
def test_force_and_its_cue(sentence: str, force: str, cue: str) -> None:
    assert find_force(sentence, FORCES) == (force, cue)


def test_every_cue_is_a_quotation() -> None:
    for sentence, _, _ in SENTENCES:
        assert find_force(sentence, FORCES)[1] in sentence


HEDGES = [
    ("原则上进入园区，并视财力逐年增加。", ("原则上", "视财力")),
    ("可区别情况，按规定抵扣。", ("区别情况", "按规定")),
    ("安排一定规模的资金，逐步提高。", ("一定规模", "逐步")),
    ("按规定时间报送，按规定格式填写。", ("按规定",)),  # each once
    ("坚持原则，加大财力投入，规定明确。", ()),  # 原则 财力 规定 alone
    ("制定《依法行政规定》。", ()),  # a title
]


@pytest.mark.parametrize(("sentence", "expected"), HEDGES)
def test_hedges(sentence: str, expected: tuple[str, ...]) -> None:
    assert find_hedges(sentence) == expected
