"""Search at growing size: first answers, medians over words by how many passages hold them; in
brackets what they cost the processor. All sizes are asked in turns.

python -m tests.benchmarks search [1k 100k 1m]
"""

import json
from collections.abc import Sequence
from contextlib import ExitStack
from random import Random
from statistics import median
from urllib.parse import quote

from tqdm import tqdm

from tests.prove.figures import Figure

from .client import get
from .corpora import SIZES, corpus
from .servers import portal, processor_seconds

QUERIES = 40
COMMON = 0.1  # of all passages: apart
CHARACTERS = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"  # of the corpus's words
WORKING = ("技术改造", "钢铁", "企业所得税", "固定资产投资", "节能 减排")


AIMED = "1m"


def measure(sizes: Sequence[str], name: str) -> list[Figure]:
    """Return the figures of search on that database, each size against the smallest."""
    with ExitStack() as stack:
        ports = {}
        for size in tqdm(sizes, desc=f"search {name}", unit="size"):
            environment = stack.enter_context(corpus(name, SIZES[size], seeds=True))
            ports[size] = stack.enter_context(portal(environment))
            get(ports[size], "/search/?q=x")  # what a process reads once
        rare, common, computed = _in_turns(ports)
    figures = []
    for size in sizes:
        title, took = f"search {name} {size}", median(rare[size])
        aimed = name == "SQLite" and size == AIMED
        aim = ("< 50 ms", took < 50) if aimed else ("", None)
        value = f"{took:.0f} ms ({median(computed[size]):.0f})"
        figures.append(Figure(f"{title}: median of {len(rare[size])} words", value, *aim))
        value = f"{median(common[size]):.0f} ms" if common[size] else "none"
        figures.append(Figure(f"{title}: words in over a tenth of passages", value))
    first, *others = sizes
    for size in others:
        ratio = median(rare[size]) / median(rare[first])
        figures.append(Figure(f"search {name} {size} / {first}", f"{ratio:.2f}"))
    return figures


Times = dict[str, list[float]]  # size -> milliseconds


def _in_turns(ports: dict[str, int]) -> tuple[Times, Times, Times]:
    """Each word is asked once of each size, so that nothing of its answer is kept.

    Return the times of rare words, of common ones, and what the rare cost the processor.
    """
    rare, common, computed = ({size: [] for size in ports} for _ in range(3))
    everything = {size: _count(port, "合成语句")[1] for size, port in ports.items()}
    for word in tqdm([*WORKING, *_words(), "合成语句", "合成"], desc="words", leave=False):
        for size, port in ports.items():
            before = processor_seconds(port)
            seconds = get(port, f"/search/?q={quote(word + ' ')}").seconds
            spent = processor_seconds(port) - before
            if _count(port, word + " ")[1] > COMMON * everything[size]:
                common[size].append(seconds * 1000)
            else:
                rare[size].append(seconds * 1000)
                computed[size].append(spent * 1000)
    return rare, common, computed


def _words() -> list[str]:
    """Words from frequent to rare, and pairs of them."""
    pairs = [a + b for a in CHARACTERS for b in CHARACTERS if a != b]
    words = Random(1).sample(pairs, QUERIES)
    return [*words, *(f"{a} {b}" for a, b in zip(words[::4], words[1::4], strict=False))]


def _count(port: int, words: str) -> tuple[float, int]:
    address = f"/search/?q={quote(words)}"
    answer = get(port, address)
    return answer.seconds, json.loads(get(port, f"{address}&format=json").body)["count"]
