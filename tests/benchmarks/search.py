"""Search at growing size: first answers, medians over words by how many passages hold them.

python -m tests.benchmarks.search [1k 100k 1m] [--postgres]
"""

import json
import sys
from collections.abc import Sequence
from random import Random
from statistics import median
from urllib.parse import quote

from tqdm import tqdm

from tests.prove.figures import Figure, print_figures

from .client import get
from .corpora import SIZES, corpus
from .servers import portal

QUERIES = 40
COMMON = 0.1  # of all passages: apart
CHARACTERS = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏"  # of the corpus's words
WORKING = ("技术改造", "钢铁", "企业所得税", "固定资产投资", "节能 减排")


def main(sizes: Sequence[str], name: str) -> int:
    figures: list[Figure] = []
    for size in tqdm(sizes, desc="search", unit="size"):
        with corpus(name, SIZES[size], seeds=True) as environment, portal(environment) as port:
            figures += _measured(port, f"{name} {size}", name == "SQLite")
    return 0 if print_figures(figures) else 1


def _measured(port: int, title: str, aimed: bool) -> list[Figure]:
    """Each word is asked once: nothing of its answer is kept."""
    everything = _count(port, "合成语句")[1]
    times: dict[bool, list[float]] = {True: [], False: []}
    for word in [*WORKING, *_words(), "合成语句", "合成"]:
        seconds, found = _count(port, word + " ")
        times[found > COMMON * everything].append(seconds * 1000)
    rare, common = median(times[False]), median(times[True])
    return [
        Figure(
            f"search {title}: median of {len(times[False])} words",
            f"{rare:.0f} ms",
            "< 50 ms" if aimed else "",
            rare < 50 if aimed else None,
        ),
        Figure(f"search {title}: words in over a tenth of passages", f"{common:.0f} ms"),
    ]


def _words() -> list[str]:
    """Words from frequent to rare, and pairs of them."""
    pairs = [a + b for a in CHARACTERS for b in CHARACTERS if a != b]
    words = Random(1).sample(pairs, QUERIES)
    return [*words, *(f"{a} {b}" for a, b in zip(words[::4], words[1::4], strict=False))]


def _count(port: int, words: str) -> tuple[float, int]:
    address = f"/search/?q={quote(words)}"
    answer = get(port, address)
    return answer.seconds, json.loads(get(port, f"{address}&format=json").body)["count"]


if __name__ == "__main__":
    asked = sys.argv[1:]
    name = "PostgreSQL" if "--postgres" in asked else "SQLite"
    sys.exit(main([size for size in SIZES if size in asked] or ["1k", "100k"], name))
