"""Time of extract() on the five texts against jieba.lcut on the same texts, in the same run.

python -m tests.benchmarks.extraction [ROUNDS]

Both are warm: dictionaries, patterns and caches are made before the clock starts. Rounds of one and
of the other alternate, so that a busy machine slows both; processor time, medians over the rounds.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import jieba

from policies.extraction import extract, load_vocabulary
from tests.prove.figures import Figure, print_figures

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ROUNDS = 11
MOST = 4.0  # times jieba.lcut


def main(arguments: list[str]) -> int:
    met = print_figures(measure(int(arguments[0]) if arguments else ROUNDS))
    return 0 if met else 1


def measure(rounds: int = ROUNDS) -> list[Figure]:
    """Return the median times of both in milliseconds and their ratio."""
    texts = [path.read_bytes().decode() for path in sorted(SEEDS.glob("*.txt"))]
    vocabulary, tokenizer = load_vocabulary(), _tokenizer()
    ours, theirs = [], []
    for number in range(rounds + 1):
        mine = _seconds(lambda text: extract(text, vocabulary), texts)
        yardstick = _seconds(tokenizer.lcut, texts)
        if number:  # the first round warms both
            ours.append(mine)
            theirs.append(yardstick)
    ratio = statistics.median(ours) / statistics.median(theirs)
    return [
        Figure("extract(), five texts", f"{statistics.median(ours) * 1000:.0f} ms"),
        Figure("jieba.lcut, five texts", f"{statistics.median(theirs) * 1000:.0f} ms"),
        Figure("extract() ÷ jieba.lcut", f"{ratio:.2f}", f"under {MOST:g}", ratio < MOST),
    ]


def _tokenizer() -> jieba.Tokenizer:
    """Make a tokenizer whose cache lies in a folder of its own: a shared one is loaded unchecked."""
    tokenizer = jieba.Tokenizer()
    with tempfile.TemporaryDirectory() as folder:
        tokenizer.tmp_dir = folder
        tokenizer.initialize()
    return tokenizer


def _seconds(run: Callable[[str], object], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        run(text)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
