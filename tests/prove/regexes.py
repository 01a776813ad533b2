"""Every regular expression of extraction, and extraction as a whole, is linear.

python -m tests.prove.regexes [--characters 34000]      34,000 Chinese characters are 100 kB
"""

import argparse
import json
import time

from tqdm import tqdm

from .figures import Figure, print_figures
from .patterns import FRAGMENTS, GROWTH, Slow, patterns_of_extraction, slow_searches

CHARACTERS = 34_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=CHARACTERS)
    parser.add_argument("--json", action="store_true", help="only the slow searches, as JSON")
    options = parser.parse_args()
    patterns = patterns_of_extraction()
    if options.json:
        slow = [vars(found) for found in slow_searches(patterns, options.characters)]
        print(json.dumps({"patterns": len(patterns), "slow": slow}))
        return
    with tqdm(patterns, unit="regex") as bar:
        slow = list(slow_searches(bar, options.characters))
    for found in slow:
        print(_sentence(found))
    whole = list(_growing_texts(options.characters))
    for fragment, half, full in whole:
        print(f"extract({fragment!r} …): {half:.2f} s, twice as long {full:.2f} s")
    raise SystemExit(not print_figures(_figures(len(patterns), slow, len(whole))))


def _figures(patterns: int, slow: list[Slow], growing: int) -> list[Figure]:
    return [
        Figure("regular expressions", str(patterns)),
        Figure(f"of them above {GROWTH} × from n to 2n", str(len(slow)), "0", not slow),
        Figure("texts on which extract() grows faster", str(growing), "0", not growing),
    ]


def _growing_texts(characters: int) -> list[tuple[str, float, float]]:
    """The adversarial texts on which extraction as a whole takes more than GROWTH times as long."""
    found = []
    for fragment in tqdm(FRAGMENTS, unit="text"):
        half, full = (_seconds(fragment, size) for size in (characters // 2, characters))
        if full > GROWTH * half and full > 0.5:
            half, full = (_seconds(fragment, size) for size in (characters // 2, characters))
        if full > GROWTH * half and full > 0.5:
            found.append((fragment, half, full))
    return found


def _seconds(fragment: str, characters: int) -> float:
    from policies.extraction import extract, load_vocabulary

    vocabulary = load_vocabulary()
    text = "一、主要任务\n" + fragment * (characters // len(fragment))
    began = time.process_time()
    extract(text, vocabulary)
    return time.process_time() - began


def _sentence(slow: Slow) -> str:
    return (
        f"{slow.seconds:.2f} s on {slow.characters} characters of {slow.fragment!r} "
        f"(ratio {slow.ratio:.1f}): {slow.pattern[:300]}"
    )


if __name__ == "__main__":
    main()
