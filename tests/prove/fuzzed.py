"""Documents as no office would write them: the seeds cut, spliced, damaged and overgrown.

Document n is the same in every run, so that a failure can be looked at again by its number.
"""

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
USUAL = 3_000  # characters of most documents; one in fifty grows to MOST
MOST = 40_000
# What the rules look for, and what may stand where they do not expect it.
FRAGMENTS = (
    *"一二三四五六七八九十百千万亿〇0123456789０９％%.．、，；：。！？（）()〔〕[]《》“”‘’—…·-+/\\ \t\n\u3000\xa0",
    *(
        "一、",
        "（一）",
        "（十二）",
        "1.",
        "1、",
        "(1)",
        "①",
        "一是",
        "第一条",
        "第三章",
        "——创新发展。",
    ),
    *(
        "到2015年",
        "“十二五”期间",
        "2011-2015年",
        "二○一三年三月五日",
        "比2010年",
        "年均",
        "每年",
        "累计",
    ),
    *(
        "增长18%以上",
        "由0.55%提高到1%",
        "下降",
        "达到",
        "分别",
        "以上",
        "左右",
        "不低于",
        "力争",
        "约",
        "超过",
    ),
    *(
        "5000亿元",
        "百项",
        "千亿元",
        "200个左右",
        "3个工作日",
        "10个百分点",
        "120万吨/年",
        "国发〔2012〕44号",
    ),
    *(
        "《国务院关于促进企业技术改造的指导意见》",
        "附件：",
        "（省发展改革委牵头，省财政厅配合）",
        "目录",
    ),
    *(
        "企业所得税",
        "减按15%",
        "三免三减半",
        "增值税",
        "加计扣除",
        "钢铁",
        "有色金属",
        "化工、建材",
        "新能源汽车",
    ),
    *(
        "\ue010",
        "\ue00f",
        "\ufffd",
        "\u200b",
        "\ufeff",
        "\u202e",
        "\u0301",
        "😀",
        "𠀀",
        "\x00",
        "\x0b",
        "\x0c",
    ),
    *(
        "\r\n",
        "\r",
        "\u2028",
        "\x85",
        "\x1c",
        "ﬁ",
        "⑴",
        "Ⅷ",
        "½",
        "²",
        "٣",
        "१",
        "𝟙",
        "〇〇",
        "１．５％",
        "1,234.5",
    ),
)
LONGEST_RUN = 400


def fuzzed(number: int) -> str:
    """Return document `number`: any length from 0 to about MOST characters."""
    source = random.Random(number)
    text = source.choice(STARTS)(source)
    for _ in range(source.randint(0, 12)):
        text = source.choice(DAMAGES)(text, source)
    return text[: MOST if number % 50 == 0 else USUAL]


@cache
def _paragraphs() -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return [line for text in texts for line in text.split("\n")]


def _splice(source: random.Random) -> str:
    paragraphs = _paragraphs()
    return "\n".join(source.choice(paragraphs) for _ in range(source.randint(1, 60)))


def _stretch(source: random.Random) -> str:
    paragraphs = _paragraphs()
    start = source.randrange(len(paragraphs))
    return "\n".join(paragraphs[start : start + source.randint(1, 80)])


def _fragments(source: random.Random) -> str:
    return "".join(source.choices(FRAGMENTS, k=source.randint(0, 600)))


def _characters(source: random.Random) -> str:
    blocks = ((0, 0x7F), (0x3000, 0x303F), (0x4E00, 0x9FA5), (0xFF00, 0xFFEF), (0, 0x10FFFF))
    start, end = source.choice(blocks)
    codes = (source.randint(start, end) for _ in range(source.randint(0, 800)))
    return "".join(chr(code) for code in codes if not 0xD800 <= code <= 0xDFFF)


def _insert(text: str, source: random.Random) -> str:
    for _ in range(source.randint(1, 40)):
        place = source.randint(0, len(text))
        text = text[:place] + source.choice(FRAGMENTS) + text[place:]
    return text


def _repeat(text: str, source: random.Random) -> str:
    place = source.randint(0, len(text))
    return text[:place] + source.choice(FRAGMENTS) * source.randint(2, LONGEST_RUN) + text[place:]


def _delete(text: str, source: random.Random) -> str:
    place = source.randint(0, len(text))
    return text[:place] + text[place + source.randint(1, 200) :]


def _double(text: str, source: random.Random) -> str:
    place = source.randint(0, len(text))
    return text[:place] + text[place : place + source.randint(1, 300)] * 2 + text[place:]


def _exchange(text: str, source: random.Random) -> str:
    old, new = source.choice(FRAGMENTS), source.choice(FRAGMENTS)
    return text.replace(old, new)[:MOST]


def _shuffle(text: str, source: random.Random) -> str:
    lines = text.split("\n")
    source.shuffle(lines)
    return source.choice(("\n", "", "\u3000\u3000", "\r\n")).join(lines)


STARTS: tuple[Callable[[random.Random], str], ...] = (
    _splice, _splice, _stretch, _stretch, _fragments, _characters,
)  # fmt: skip
DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    _insert, _insert, _repeat, _delete, _double, _exchange, _exchange, _shuffle,
)  # fmt: skip
