"""Search at growing size: first answers, medians over words by how many passages hold them.

python -m tests.benchmarks search [1k 100k 1m]
"""

import json
from collections.abc import Sequence
from random import Random
from statistics import median
from urllib.parse import quote

from tqdm import tqdm

from tests.prove.figures import Figure

from .client import get
from .corpora import SIZES, corpus
from .servers import portal

QUERIES = 40
COMMON = 0.1  # of all passages: apart
CHARACTERS = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"  # of the corpus's words
WORKING = ("技术改造", "钢铁", "企业所得税", "固定资产投资", "节能 减排")


AIMED = "1m"


def measure(sizes: Sequence[str], name: str) -> list[Figure]:
    """Return the figures of search on that database, each size against the smallest."""
    figures: list[Figure] = []
    rare: dict[str, float] = {}
    for size in tqdm(sizes, desc=f"search {name}", unit="size"):
        with corpus(name, SIZES[size], seeds=True) as environment, portal(environment) as port:
            title, aimed = f"search {name} {size}", name == "SQLite" and size == AIMED
            rare[size] = _measured(port, title, aimed, figures)
    first, *others = rare
    ratios = {size: rare[size] / rare[first] for size in others}
    return figures + [
        Figure(f"search {name} {size} / {first}", f"{ratio:.2f}") for size, ratio in ratios.items()
    ]


def _measured(port: int, title: str, aimed: bool, figures: list[Figure]) -> float:
    """Each word is asked once: nothing of its answer is kept. Return the median of rare words."""
    everything = _count(port, "合成语句")[1]
    times: dict[bool, list[float]] = {True: [], False: []}
    for word in tqdm([*WORKING, *_words(), "合成语句", "合成"], desc=title, leave=False):
        seconds, found = _count(port, word + " ")
        times[found > COMMON * everything].append(seconds * 1000)
    rare, common = median(times[False]), median(times[True])
    aim = ("< 50 ms", rare < 50) if aimed else ("", None)
    figures += [
        Figure(f"{title}: median of {len(times[False])} words", f"{rare:.0f} ms", *aim),
        Figure(f"{title}: words in over a tenth of passages", f"{common:.0f} ms"),
    ]
    for figure in figures[-2:]:
        tqdm.write(f"{figure.name}: {figure.value}")
    return rare


def _words() -> list[str]:
    """Words from frequent to rare, and pairs of them."""
    pairs = [a + b for a in CHARACTERS for b in CHARACTERS if a != b]
    words = Random(1).sample(pairs, QUERIES)
    return [*words, *(f"{a} {b}" for a, b in zip(words[::4], words[1::4], strict=False))]


def _count(port: int, words: str) -> tuple[float, int]:
    address = f"/search/?q={quote(words)}"
    answer = get(port, address)
    return answer.seconds, json.loads(get(port, f"{address}&format=json").body)["count"]
