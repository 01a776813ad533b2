"""The layout of synthetic texts: one pattern with slots of fixed width, read once by the real rules.

All documents of a layout have the same offsets, so that headings and sentences are parsed once,
by the parser that reads real texts (`verify` proves it of every document), not ten thousand times.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random

from policies.extraction.normalise import normalise
from policies.extraction.outline.sentences import COVERED, split_sentences
from policies.extraction.outline.structure import parse_structure
from policies.extraction.records import Provision, Sentence
from policies.extraction.vocabulary import load_vocabulary
from policies.loading.passages import lines

PLAN = tomllib.loads(Path(__file__).with_name("corpus.toml").read_text(encoding="utf-8"))
SIZES = (0.7, 0.85, 1.0, 1.15, 1.3)  # lengths of the layouts, about 100 measures on average
MARKERS = "一二三四五六七八九"
NUMBER, WORD = "%07d", "%s%s%s，%s%s%s，%s%s%s%s"
WORDS = WORD.count("%s")
CHARACTERS = (  # of the primer 千字文: words of two of them say nothing
    "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余律吕调阳云腾致雨露结为霜金生丽水玉出昆冈"
    "剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官人皇始制文字乃服衣裳推位让国有虞陶唐"
)


@dataclass(frozen=True)
class Layout:
    """`pattern` takes a number and WORDS words a sentence; offsets are those of every text of it."""

    pattern: str
    provisions: tuple[Provision, ...]
    sentences: tuple[Sentence, ...]  # as parsed
    lines: tuple[tuple[int, int], ...]

    @property
    def measures(self) -> list[Sentence]:
        return [sentence for sentence in self.sentences if sentence.part in COVERED]

    @property
    def aims(self) -> list[Sentence]:
        return [sentence for sentence in self.sentences if sentence.part == "targets"]

    def text(self, first: int, random: Random) -> str:
        """Fill the slots: sentences numbered from `first`, words drawn by Zipf's law."""
        words, weights = lexicon()
        number = len(self.sentences)
        drawn = random.choices(words, cum_weights=weights, k=number * WORDS)
        slots: list[object] = []
        for place in range(number):
            slots += [first + place, *drawn[place * WORDS : (place + 1) * WORDS]]
        return self.pattern % tuple(slots)


@cache
def lexicon() -> tuple[list[str], list[float]]:
    """Words of two characters and their cumulated weights: some in every text, most in few."""
    words = [a + b for a in CHARACTERS for b in CHARACTERS if a != b]
    Random(0).shuffle(words)
    return words, list(accumulate(1 / (rank + 20) for rank in range(len(words))))


@cache
def layouts() -> tuple[Layout, ...]:
    """One layout for each of SIZES."""
    return tuple(_layout("".join(_pattern(size))) for size in SIZES)


def _layout(pattern: str) -> Layout:
    slots = pattern.count(NUMBER)
    text = pattern % ((0, *["天地"] * WORDS) * slots)
    normal = normalise(text)
    provisions = parse_structure(normal, load_vocabulary())
    sentences = split_sentences(normal, provisions)
    if len(sentences) != slots:
        raise ValueError(f"{slots} sentences written, {len(sentences)} read")
    return Layout(pattern, provisions, sentences, tuple(lines(text)))


def _pattern(size: float) -> Iterator[str]:
    sentence = f"合成语句第{NUMBER}号，{WORD}。"
    for marker, section in zip(MARKERS, PLAN["section"], strict=False):
        yield f"{marker}、{section['heading']}\n"
        left, heading = round(section["sentences"] * size), 0
        while left > 0:
            if heading % 3 == 0:
                yield f"（{MARKERS[heading // 3]}）合成小节\n"
            heading += 1
            yield sentence * min(left, section["line"]) + "\n"
            left -= section["line"]
